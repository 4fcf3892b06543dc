"""The books of a year's units: written into a folder, and where each stands. Reads no returned book.

Writing is in three steps, so that thousands of files do not keep the data file busy: what stands in the books is read
(`collect`), the files are drawn without the data (`write_files`), and what was written is recorded (`record`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from secrets import token_hex

from db import bulk
from db.models.organisation import Unit
from db.models.submissions import UnitBook, UnitBookReceipt
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Cancelled, UserError
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.unit_book.content import Book
from thidua_gui.documents.files import safe_name, unique_names, write_whole
from thidua_gui.services import submissions
from thidua_gui.services.campaigns import CampaignState, campaign, milestones, refuse_if_closed
from thidua_gui.services.organisation import member_counts
from thidua_gui.services.submissions import SubmissionView
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_book_content import Wanted, books
from thidua_gui.services.unit_book_file import book_bytes
from thidua_gui.services.unit_book_season import season
from thidua_gui.services.unit_tree import existing_units, nodes_of, ordered_rows
from thidua_gui.text import unit_books as wording
from thidua_gui.text.units import LEADERSHIP

ENDING = ".xlsx"
AT_ONCE = 100
"""So many books are collected in one read."""

TABLES = (
    "units", "memberships", "people", "campaigns", "milestones", "unit_books", "unit_book_receipts", "submissions",
)  # fmt: skip
PHASES = (SubmissionKind.REGISTRATION, SubmissionKind.RESULTS)
_DUE: Mapping[SubmissionKind, tuple[MilestoneKind, ...]] = {
    SubmissionKind.REGISTRATION: (MilestoneKind.REGISTRATION,),
    SubmissionKind.RESULTS: (MilestoneKind.RESULTS, MilestoneKind.UNIT_SCORING),
}


class BookState(StrEnum):
    """Đã nộp, quá hạn, chưa nộp; the leadership may hand in and owes nothing."""

    SUBMITTED = "submitted"
    OVERDUE = "overdue"
    WAITING = "waiting"
    NOT_OWED = "not_owed"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The last time that a book of the unit was taken in."""

    at: datetime
    by: str
    file_name: str
    changed: int
    left_out: int


@dataclass(frozen=True, slots=True)
class UnitBookRow:
    """A unit with its book and what it handed in; None = not (yet)."""

    id: UnitId
    code: str
    name: str
    members: int
    depth: int
    written_at: datetime | None
    receipt: Receipt | None
    submission: SubmissionView | None
    state: BookState
    days_late: int
    owes: bool


@dataclass(frozen=True, slots=True)
class BookList:
    """All units that a book is written for, in the order of the tree."""

    year: int
    is_closed: bool
    phase: SubmissionKind
    due_on: date | None
    rows: tuple[UnitBookRow, ...]

    @property
    def owing(self) -> int:
        """How many units are asked to hand in."""
        return sum(row.owes for row in self.rows)

    @property
    def submitted(self) -> int:
        """How many of these have."""
        return sum(row.owes and row.state is BookState.SUBMITTED for row in self.rows)


@dataclass(frozen=True, slots=True)
class Planned:
    """A book to be written: whose, under which token and file name."""

    wanted: Wanted
    file_name: str


@dataclass(frozen=True, slots=True)
class WrittenBook:
    """A book that is in its file."""

    wanted: Wanted
    path: Path


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it; `stopped` before all were written."""

    changes: Changes
    books: tuple[WrittenBook, ...]
    stopped: bool


def book_list(campaign_id: CampaignId, phase: SubmissionKind, today: date) -> BookList:
    """Where every unit stands; a handful of queries whatever their number."""
    with read():
        year = campaign(campaign_id)
        due_on = _due(campaign_id, phase)
        counts = member_counts(year.last_day)
        written = _written(campaign_id)
        received = _received(campaign_id)
        handed_in = submissions.latest(campaign_id)
        rows = tuple(
            _row(unit, depth, counts.get(UnitId(unit.id), 0), written.get(unit.id), received.get(unit.id),
                 handed_in.get((UnitId(unit.id), phase)), due_on, today)
            for unit, depth in _units(year.last_day)
            if not unit.is_root or counts.get(UnitId(unit.id), 0)
        )  # fmt: skip
    return BookList(year.year, year.state is CampaignState.CLOSED, phase, due_on, rows)


def phase_on(campaign_id: CampaignId, today: date) -> SubmissionKind:
    """What units are handing in on that day: until its deadline the registration, then the results."""
    with read():
        due_on = _due(campaign_id, SubmissionKind.REGISTRATION)
    return SubmissionKind.REGISTRATION if due_on is not None and today <= due_on else SubmissionKind.RESULTS


def plan(
    campaign_id: CampaignId, units: Sequence[UnitId] | None, make_token: Callable[[], str] = lambda: token_hex(8)
) -> tuple[Planned, ...]:
    """The books of these units (None = of all) with their file names; refused in a closed year."""
    with read():
        refuse_if_closed(campaign_id)
        year = campaign(campaign_id)
        counts = member_counts(year.last_day) if units is None else {}
        asked = None if units is None else set(units)
        found = [
            unit
            for unit, _ in _units(year.last_day)
            if (UnitId(unit.id) in asked if asked is not None else not unit.is_root or counts.get(UnitId(unit.id), 0))
        ]
    if not found:
        raise UserError("unit_books_nobody")
    names = unique_names(safe_name(_file_code(unit), unit.name, str(year.year)) for unit in found)
    return tuple(
        Planned(Wanted(UnitId(unit.id), make_token()), f"{name}{ENDING}")
        for unit, name in zip(found, names, strict=True)
    )


def collect(campaign_id: CampaignId, planned: Sequence[Planned], on: date) -> tuple[Book, ...]:
    """What stands in these books now."""
    with read():
        return books(season(campaign_id), [one.wanted for one in planned], on)


def write_files(
    planned: Sequence[Planned], found: Sequence[Book], folder: Path, progress: Progress = SILENT, *, done: int = 0,
    total: int = 0,
) -> tuple[WrittenBook, ...]:  # fmt: skip
    """Draw and write them; no data file is needed. Each file is whole or as it was. `done` of `total` came before."""
    by_token = {book.head.token: book for book in found}
    written: list[WrittenBook] = []
    for place, one in enumerate(planned, done):
        progress.step(place, total or len(planned), one.file_name)
        book = by_token.get(one.wanted.token)
        if book is not None:
            written.append(WrittenBook(one.wanted, write_whole(folder / one.file_name, book_bytes(book))))
    return tuple(written)


def record(campaign_id: CampaignId, written: Sequence[WrittenBook], at: datetime) -> Changes:
    """Keep that these books are out: only they can be taken in again."""
    with write(wording.step_write(len(written))) as operation:
        refuse_if_closed(campaign_id)
        when = at.replace(microsecond=0)
        rows = [(campaign_id, one.wanted.unit_id, one.wanted.token, when) for one in written]
        bulk.insert_many(UnitBook, ("campaign", "unit", "token", "written_at"), rows)
    return operation.changes


def write_books(
    campaign_id: CampaignId, units: Sequence[UnitId] | None, folder: Path, at: datetime,
    progress: Progress = SILENT, make_token: Callable[[], str] = lambda: token_hex(8),
) -> Written:  # fmt: skip
    """All three steps. Stopped in the middle, the books that are in their files stay and are recorded."""
    planned = plan(campaign_id, units, make_token)
    written: list[WrittenBook] = []
    stopped = False
    try:
        for start in range(0, len(planned), AT_ONCE):
            some = planned[start : start + AT_ONCE]
            found = collect(campaign_id, some, at.date())
            for place, one in enumerate(some, start):
                written += write_files((one,), found, folder, progress, done=place, total=len(planned))
    except Cancelled:
        stopped = True
    return Written(record(campaign_id, written, at), tuple(written), stopped)


def _units(on: date) -> list[tuple[Unit, int]]:
    """Units that exist on the day, in the order of the tree, each with its depth."""
    existing = {row.id for row in Unit.select(Unit.id).where(existing_units(on))}
    rows = {row.id: row for row in ordered_rows()}
    nodes = nodes_of(list(rows.values()))
    if not nodes:
        return [(row, 0) for row in rows.values() if row.id in existing]
    return [(rows[node.key], node.depth) for node in nodes if node.key in existing]


def _file_code(unit: Unit) -> str:
    return "TRUONG" if unit.is_root else unit.code


def _due(campaign_id: CampaignId, phase: SubmissionKind) -> date | None:
    marks = {mark.kind: mark.due_on for mark in milestones(campaign_id)}
    return next((due for kind in _DUE.get(phase, ()) if (due := marks.get(kind)) is not None), None)


def _written(campaign_id: CampaignId) -> dict[int, datetime]:
    """When the newest book of each unit was written."""
    mine = UnitBook.select().where(UnitBook.campaign == campaign_id).order_by(UnitBook.id)
    return {row.unit_id: row.written_at for row in mine}


def _received(campaign_id: CampaignId) -> dict[int, Receipt]:
    found = UnitBookReceipt.select(UnitBookReceipt, UnitBook).join(UnitBook)
    mine = found.where(UnitBook.campaign == campaign_id).order_by(UnitBookReceipt.id)
    return {
        row.book.unit_id: Receipt(row.received_at, row.received_by or "", row.file_name, row.changed, row.left_out)
        for row in mine
    }


def _row(
    unit: Unit, depth: int, members: int, written_at: datetime | None, receipt: Receipt | None,
    submission: SubmissionView | None, due_on: date | None, today: date,
) -> UnitBookRow:  # fmt: skip
    owes = not unit.is_root and unit.kind != LEADERSHIP
    state, late = BookState.WAITING if owes else BookState.NOT_OWED, 0
    if submission is not None:
        state = BookState.SUBMITTED
        late = 0 if due_on is None else max(0, (submission.submitted_on - due_on).days)
    elif owes and due_on is not None and today > due_on:
        state, late = BookState.OVERDUE, (today - due_on).days
    return UnitBookRow(
        UnitId(unit.id), unit.code, unit.name, members, depth, written_at, receipt, submission, state, late, owes
    )
