"""The program at work, made to be killed: each finished piece is told on standard output before the next begins.

    python -m soak.victim entry|import|backup|create|ballot FILE SEED [DIE_AT]

DIE_AT is the start of an SQL statement: the process kills itself (SIGKILL) when the seventh such statement is about
to run. Standard output is what a person would have seen as saved.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from db import bulk
from db.connection import database
from db.models.campaigns import Campaign
from db.models.meetings import Candidate
from db.models.organisation import Person
from db.models.scoring import CriteriaSheet, Criterion, Stage
from thidua_gui.core.ids import AgendaItemId, CampaignId, CandidateId, CriterionId, MeetingId, PersonId, StageId
from thidua_gui.core.meetings import Attendance, ItemKind
from thidua_gui.services import agenda_edit, attendance, ballots, councils, data_file, meetings
from thidua_gui.services.agenda_edit import ItemDraft
from thidua_gui.services.councils import MemberDraft
from thidua_gui.services.meetings import MeetingDraft
from thidua_gui.services.score_entry import CellEntry, enter
from thidua_gui.services.transaction import write

PEOPLE = 20
CRITERIA = 10
CELLS = PEOPLE * CRITERIA
IMPORTED = 3000
COPIES = 40
FILES = 40
MEMBERS = 9
CANDIDATES = 20
SETUP_STEPS = 1
_NAMED_POINT = 7
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # on Windows SIGTERM ends a process as hard


def prepare(path: Path) -> None:
    """A year with people and criteria and no score yet."""
    data_file.create(path)
    with write("Chuẩn bị"):
        campaign = Campaign.create(year=2022)
        sheet = CriteriaSheet.create(campaign=campaign, code="GV")
        Stage.create(campaign=campaign, key="self", name="Tự chấm")
        for n in range(CRITERIA):
            Criterion.create(
                sheet=sheet, number=str(n + 1), content=f"Tiêu chí {n + 1}", kind="points", maximum=1000, step=50
            )
        bulk.insert_many(Person, ("code", "full_name", "name_fold", "name_sort"), _people("CB", PEOPLE))
    data_file.close()


def cells(seed: int) -> Iterator[tuple[int, int, int]]:
    """(person, criterion, points in hundredths) in the order they are typed."""
    chance = random.Random(seed)
    for person in range(1, PEOPLE + 1):
        for criterion in range(1, CRITERIA + 1):
            yield person, criterion, 50 * chance.randrange(21)


def type_scores(path: Path, seed: int) -> None:
    _open(path)
    for person, criterion, points in cells(seed):
        text = f"{points // 100},{points % 100 // 10}"
        enter(StageId(1), [CellEntry(PersonId(person), CriterionId(criterion), text)])
        _told("cell")


def import_people(path: Path, seed: int) -> None:
    _open(path)
    _told("open")
    with write("Nhập", kind="import"):
        bulk.insert_many(Person, ("code", "full_name", "name_fold", "name_sort"), _people("NV", IMPORTED))
    _told("imported")


def make_copies(path: Path, seed: int) -> None:
    _open(path)
    for _ in range(COPIES):
        data_file.back_up_now()
        _told("copy")


def make_files(path: Path, seed: int) -> None:
    for n in range(FILES):
        data_file.create(path.with_name(f"moi-{n}.tdkt"))
        data_file.close()
        _told("file")


def type_ballot(path: Path, seed: int) -> None:
    """A secret ballot counted number by number, as the operator of a council types it."""
    _open(path)
    ballot = ballots.current(AgendaItemId(1))
    assert ballot is not None
    for field, number, candidate in numbers(seed):
        ballots.count(ballot.id, field, number, None if candidate is None else CandidateId(candidate))
        _told("number")


def numbers(seed: int) -> Iterator[tuple[str, int, int | None]]:
    """(field, number, candidate) in the order they are typed; the papers belong to no candidate."""
    chance = random.Random(seed)
    yield from (("issued", MEMBERS, None), ("returned", MEMBERS, None))
    for candidate in range(1, CANDIDATES + 1):
        agree = chance.randrange(MEMBERS + 1)
        for field, number in (("valid", MEMBERS), ("invalid", 0), ("agree", agree), ("disagree", MEMBERS - agree)):
            yield field, number, candidate


def prepare_ballot(path: Path) -> None:
    """On top of `prepare`: a council in session, an award before it, its ballot begun."""
    data_file.open_file(path)
    year = CampaignId(1)
    people = [PersonId(number) for number in range(1, PEOPLE + 1)]
    councils.add_members(year, people[:1], MemberDraft("Chủ tịch"))
    councils.add_members(year, people[1:MEMBERS], MemberDraft("Ủy viên"))
    meetings.create(year, MeetingDraft())
    meeting_id = MeetingId(1)
    agenda_edit.add_item(meeting_id, ItemDraft("Xét Chiến sĩ thi đua cơ sở", ItemKind.AWARD, "grassroots_fighter"))
    with write("Người được xét"):
        for place, person in enumerate(people[:CANDIDATES], start=1):
            Candidate.create(item=1, person=person, name=f"Người {place}", title="CSTĐCS", position=place)
    meetings.open_meeting(meeting_id)
    seats = attendance.attendance(meeting_id).seats
    attendance.mark(meeting_id, [seat.id for seat in seats], Attendance.PRESENT)
    agenda_edit.start_item(AgendaItemId(1))
    ballots.start(AgendaItemId(1))
    data_file.close()


PIECES = {"entry": CELLS, "import": 2, "backup": COPIES, "create": FILES, "ballot": 2 + 4 * CANDIDATES}
WORK: dict[str, Callable[[Path, int], None]] = {
    "entry": type_scores,
    "import": import_people,
    "backup": make_copies,
    "create": make_files,
    "ballot": type_ballot,
}


def _people(prefix: str, count: int) -> list[tuple[str, str, str, str]]:
    return [(f"{prefix}{n}", f"Người {n}", f"nguoi {n}", f"{n:05}") for n in range(count)]


def _open(path: Path) -> None:
    data_file.open_file(path)
    if len(sys.argv) > 4:
        _die_at(sys.argv[4])


def _die_at(statement: str) -> None:
    seen = 0

    def watch(sql: str) -> None:
        nonlocal seen
        seen += sql.startswith(statement)
        if seen == _NAMED_POINT:
            os.kill(os.getpid(), _KILL)

    database.connection().set_trace_callback(watch)


def _told(what: str) -> None:
    os.write(1, f"{what}\n".encode())


if __name__ == "__main__":
    WORK[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    if data_file.is_open():
        data_file.close()
