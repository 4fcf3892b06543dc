"""Reads books that came back and says what taking them in would do; nothing is written here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from db.models.attachments import Attachment
from db.models.initiatives import Initiative
from db.models.organisation import Person, Unit
from db.models.submissions import UnitBook, UnitBookReceipt
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, InitiativeId, PersonId, UnitId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.registering import Side
from thidua_gui.core.unit_book import authors
from thidua_gui.core.unit_book.comparing import Comparison, compare, filled_cells
from thidua_gui.core.unit_book.content import Book, BookSheet, Line, Part
from thidua_gui.core.unit_book.line_checks import FINE, Refused, Words
from thidua_gui.core.unit_book.returned import Returned, parse
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import unit_book_rows as rows
from thidua_gui.services.bulk import chunks
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.initiative_uses import refuse_author_gone
from thidua_gui.services.registration_rules import judged_title
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_book_content import Wanted, books, people_gone
from thidua_gui.services.unit_book_season import Season, season
from thidua_gui.services.unit_tree import existing_units
from thidua_gui.services.workbook_file import load


@dataclass(frozen=True, slots=True)
class CameBack:
    """A file that was read: a book of some unit, not yet judged. `content` are its bytes."""

    name: str
    content: bytes
    sha256: str
    returned: Returned


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that is not taken in, and why."""

    name: str
    problem: UserError


@dataclass(frozen=True, slots=True)
class BookPreview:
    """What taking in one book would do. `received_at`: this very file was taken in before. `is_old`: a newer book was
    written for the unit since."""

    came: CameBack
    unit_id: UnitId
    unit_code: str
    unit_name: str
    written_at: datetime
    is_old: bool
    received_at: datetime | None
    comparison: Comparison

    @property
    def token(self) -> str:
        return self.came.returned.head.token


@dataclass(frozen=True, slots=True)
class Preview:
    """All files that were handed in together."""

    campaign_id: CampaignId
    books: tuple[BookPreview, ...]
    refused: tuple[RefusedFile, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """The record of a book that was written here."""

    campaign_id: int
    unit_id: UnitId
    written_at: datetime
    is_old: bool


def read_files(paths: Sequence[Path], progress: Progress = SILENT) -> tuple[list[CameBack], list[RefusedFile]]:
    """Each file as a book, or why it is none; needs no data file."""
    found: list[CameBack] = []
    refused: list[RefusedFile] = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths), path.name)
        try:
            found.append(read_file(path))
        except UserError as problem:
            refused.append(RefusedFile(path.name, problem))
    return found, refused


def read_file(path: Path) -> CameBack:
    """One file; UserError when it is no book that this program wrote."""
    returned = parse(load(path), path.name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError("workbook_unreadable", name=path.name) from error
    return CameBack(path.name, content, hashlib.sha256(content).hexdigest(), returned)


def preview(
    campaign_id: CampaignId, files: Sequence[CameBack], refused: Sequence[RefusedFile] = ()
) -> Preview:
    """What taking these books in would change now, and which of them cannot be taken in."""
    with read():
        year = season(campaign_id)
        refuse_if_closed(campaign_id)
        known = _known_books(files)
        good: list[CameBack] = []
        bad = list(refused)
        units: set[int] = set()
        for came in files:
            problem = _why_not(year, came, known.get(came.returned.head.token), units)
            if problem is None:
                units.add(known[came.returned.head.token].unit_id)
                good.append(came)
            else:
                bad.append(RefusedFile(came.name, problem))
        return Preview(campaign_id, judged(year, good, known), tuple(bad))


def judged(year: Season, files: Sequence[CameBack], known: Mapping[str, _Known]) -> tuple[BookPreview, ...]:
    """Each book against the data as it stands; for use inside a read or write."""
    wanted = [Wanted(known[came.returned.head.token].unit_id, came.returned.head.token) for came in files]
    today = {book.head.token: book for book in books(year, wanted, year.last_day)}
    names = {UnitId(row.id): row for row in _units([one.unit_id for one in wanted])}
    people = rows.codes_of_people(_author_codes(files))
    received = _received(list(known))
    rules = _Rules(year, rows.initiatives_by_name(year.id))
    found: list[BookPreview] = []
    for came in files:
        book, record = today[came.returned.head.token], known[came.returned.head.token]
        now = replace(book, gone=people_gone(year, _strangers(came.returned, book), record.unit_id))
        receipts = received.get(came.returned.head.token, [])
        comparison = compare(now, came.returned, people, rules, _earlier(receipts, came))
        unit = names[record.unit_id]
        same = next((row.received_at for row in receipts if row.sha256 == came.sha256), None)
        found.append(BookPreview(
            came, record.unit_id, unit.code, unit.name, record.written_at, record.is_old, same, comparison
        ))  # fmt: skip
    return tuple(found)


def known_books(previews: Sequence[BookPreview]) -> Mapping[str, _Known]:
    """The records of these books again, inside a write."""
    return _known_books([book.came for book in previews])


@dataclass(frozen=True, slots=True)
class _Rules:
    """The year's own rules on a line as it would be; the others are in core."""

    year: Season
    known: Mapping[str, Sequence[tuple[str, frozenset[str]]]]
    """Codes and authors of the year's initiatives, by folded name."""

    def __call__(self, sheet: BookSheet, today: Line | None, words: Words) -> Refused:
        if today is None:
            return self._same_initiative(words) if sheet.part is Part.INITIATIVES else FINE
        if sheet.part is Part.REGISTRATIONS:
            return self._registration(today, words)
        return self._authors(today, words) if sheet.part is Part.INITIATIVES else FINE

    def _same_initiative(self, words: Words) -> Refused:
        """A new one of the same name with an author in common is perhaps known already."""
        mine = {code for code, _ in authors.split(words.get("authors", ""))}
        found = [code for code, theirs in self.known.get(fold(tidy(words.get("name", ""))), ()) if mine & theirs]
        return Refused("initiative_maybe_same", ", ".join(found), is_doubt=True) if found else FINE

    def _registration(self, today: Line, words: Words) -> Refused:
        title = words.get("title", "")
        if not title or title == today.values.get("title"):
            return FINE
        try:
            judged_title(title, Side.UNITS if today.is_unit else Side.PEOPLE)
        except UserError as problem:
            return Refused(problem.code, str(problem.details.get("title", "")))
        return FINE

    def _authors(self, today: Line, words: Words) -> Refused:
        """Nobody who has rested something on an initiative stops being its author."""
        if words.get("authors") == today.values.get("authors"):
            return FINE
        codes = [code for code, _ in authors.split(words.get("authors", ""))]
        staying = [PersonId(row.id) for row in Person.select(Person.id).where(Person.code.in_(codes))]
        row = Initiative.get((Initiative.campaign == self.year.id) & (Initiative.code == today.key))
        try:
            refuse_author_gone(InitiativeId(row.id), staying)
        except UserError as problem:
            return Refused(problem.code, str(problem.details.get("name", "")))
        return FINE


def _known_books(files: Sequence[CameBack]) -> dict[str, _Known]:
    tokens = [came.returned.head.token for came in files]
    found: dict[str, UnitBook] = {}
    for some in chunks(tokens):
        found |= {row.token: row for row in UnitBook.select().where(UnitBook.token.in_(some))}
    newest: dict[tuple[int, int], int] = {}
    for units in chunks([row.unit_id for row in found.values()]):
        for row in UnitBook.select().where(UnitBook.unit.in_(units)).order_by(UnitBook.id):
            newest[row.campaign_id, row.unit_id] = row.id
    return {
        token: _Known(
            row.campaign_id, UnitId(row.unit_id), row.written_at, newest[row.campaign_id, row.unit_id] != row.id
        )
        for token, row in found.items()
    }  # fmt: skip


def _why_not(year: Season, came: CameBack, record: _Known | None, units: set[int]) -> UserError | None:
    head = came.returned.head
    if head.school_id != year.school_id:
        return UserError("unit_book_other_school", name=came.name, school=head.school)
    if head.year != year.year.year or (record is not None and record.campaign_id != year.id):
        return UserError("unit_book_other_year", name=came.name, year=head.year, now=year.year.year)
    if record is None:
        return UserError("unit_book_unknown", name=came.name, unit=head.unit_name)
    if record.unit_id in units:
        return UserError("unit_book_twice", name=came.name, unit=head.unit_name)
    exists = Unit.select().where((Unit.id == record.unit_id) & existing_units(year.last_day)).exists()
    return None if exists else UserError("unit_book_unit_closed", name=came.name, unit=head.unit_name)


def _received(tokens: Sequence[str]) -> dict[str, list[UnitBookReceipt]]:
    """The receipts of each book, the last one last."""
    found: dict[str, list[UnitBookReceipt]] = {}
    for some in chunks(tokens):
        query = UnitBookReceipt.select(UnitBookReceipt, UnitBook).join(UnitBook).where(UnitBook.token.in_(some))
        for row in query.order_by(UnitBookReceipt.id):
            found.setdefault(row.book.token, []).append(row)
    return found


def _earlier(receipts: Sequence[UnitBookReceipt], came: CameBack) -> Returned | None:
    """What the unit sent in this book last time; its file is kept with the submission."""
    if not receipts:
        return None
    kept = Attachment.get_or_none(Attachment.sha256 == receipts[-1].sha256)
    if kept is None:
        return None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        path.write_bytes(bytes(kept.content))
        return parse(load(path), came.name)


def _author_codes(files: Sequence[CameBack]) -> set[str]:
    cells = (words for came in files for words in filled_cells(came.returned, Part.INITIATIVES, "authors"))
    return {code for words in cells for code in authors.codes_in(words)}


def _strangers(came: Returned, book: Book) -> list[str]:
    """Codes of lines that are not of the unit any more."""
    codes = {line.code for sheet in came.sheets for line in sheet.lines if line.code}
    return sorted(codes - set(book.subjects))


def _units(ids: Sequence[UnitId]) -> Iterator[Unit]:
    for some in chunks(list(ids)):
        yield from Unit.select().where(Unit.id.in_(some))
