"""Rows and columns of the preview: what each returned book would change, and what somebody chose. Asks no service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.core.unit_book.comparing import CellKey, Choice, Difference, Fate, is_taken
from thidua_gui.services.unit_book_receiving import BookPreview, Preview, RefusedFile
from thidua_gui.text import unit_books
from thidua_gui.text import unit_books_page as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone

Chosen = dict[str, dict[CellKey, Choice]]
"""By the token of the book."""

_ORDER = {Fate.CONFLICT: 0, Fate.REFUSED: 1, Fate.CHANGE: 2}


class Show(StrEnum):
    """Which differences are shown."""

    ALL = "all"
    CONFLICTS = "conflicts"
    CHANGES = "changes"
    REFUSED = "refused"


FATES = {Show.CONFLICTS: Fate.CONFLICT, Show.CHANGES: Fate.CHANGE, Show.REFUSED: Fate.REFUSED}


@dataclass(frozen=True, slots=True)
class Row:
    """One difference with what was chosen for it; `id` is its place in the preview."""

    id: int
    token: str
    unit: str
    difference: Difference
    choice: Choice | None

    @property
    def is_conflict(self) -> bool:
        return self.difference.fate is Fate.CONFLICT

    @property
    def can_be_chosen(self) -> bool:
        """What is refused cannot be taken; a new line is taken whole, unless it is in doubt."""
        return self.is_conflict or (self.difference.fate is Fate.CHANGE and not self.difference.is_new)

    @property
    def line(self) -> tuple[str, str, str]:
        """The line of the book that it stands in."""
        sheet, line, _ = self.difference.key
        return self.token, sheet, line

    @property
    def is_written(self) -> bool:
        """Whether its words will be taken as things stand."""
        return is_taken(self.difference, {} if self.choice is None else {self.difference.key: self.choice})


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file; id 0 stands for all of them. `token` is empty of a refused file."""

    id: int
    name: str
    unit: str
    token: str
    chip: Chip
    why: str


def rows_of(preview: Preview, chosen: Mapping[str, Mapping[CellKey, Choice]]) -> tuple[Row, ...]:
    """Conflicts first, then what is left out, then plain changes; within these in the order of the files."""
    found = [(book, difference) for book in preview.books for difference in book.comparison.differences]
    found.sort(key=lambda pair: _ORDER[pair[1].fate])
    return tuple(
        Row(place, book.token, book.unit_name, difference, chosen.get(book.token, {}).get(difference.key))
        for place, (book, difference) in enumerate(found, 1)
    )


def files_of(preview: Preview) -> tuple[FileRow, ...]:
    """All files together, then each, refused ones first."""
    refused = [_refused(place, each) for place, each in enumerate(preview.refused, 1)]
    taken = [_taken(place, book) for place, book in enumerate(preview.books, 1 + len(refused))]
    return (FileRow(0, wording.ALL_FILES, "", "", Chip(""), ""), *refused, *taken)


def file_columns() -> tuple[Column[FileRow], ...]:
    """Name with what became of it."""
    return (
        Column(
            key="name", title=wording.FILE, text=lambda row: row.unit or row.name, width=100, stretch=True,
            look=Look.STRONG, sortable=False, tooltip=lambda row: row.why or row.name,
        ),
        Column(
            key="state", title=wording.STATE, kind=Kind.CHIP, chip=lambda row: row.chip, width=206, sortable=False,
            tooltip=lambda row: row.why,
        ),
    )  # fmt: skip


def columns() -> tuple[Column[Row], ...]:
    """Where the cell is, its three versions, what becomes of it and why."""
    contains, choice = FilterKind.CONTAINS, FilterKind.CHOICE
    return (
        Column(
            key="deed", title=wording.DEED, kind=Kind.CHIP, chip=_deed, width=110, filter=choice,
            sort_key=lambda row: row.id,
        ),
        Column(
            key="who", title=wording.WHO, text=_who, width=130, stretch=True, look=Look.STRONG, filter=contains,
            tooltip=_who,
        ),
        Column(
            key="field", title=wording.FIELD, text=lambda row: row.difference.field, width=126, filter=contains,
            tooltip=lambda row: row.difference.field,
        ),
        Column(key="before", title=wording.BEFORE, text=lambda row: row.difference.before, width=96,
               look=Look.MUTED, hidden=True, tooltip=lambda row: row.difference.before),
        Column(
            key="here", title=wording.HERE, width=96, filter=contains, look_of=lambda row: Look.MUTED,
            text=lambda row: _words(row.difference.here), tooltip=lambda row: row.difference.here,
        ),
        Column(
            key="returned", title=wording.RETURNED, width=110, filter=contains, look=Look.STRONG,
            text=lambda row: _words(row.difference.returned), tooltip=lambda row: row.difference.returned,
        ),
        Column(
            key="why", title=wording.WHY, width=170, filter=contains, look=Look.SMALL,
            text=lambda row: unit_books.reason(row.difference), tooltip=_why,
        ),
        Column(key="sheet", title=wording.SHEET, text=lambda row: row.difference.sheet, width=118, filter=choice,
               hidden=True, tooltip=lambda row: row.difference.sheet),
        Column(key="cell", title=wording.CELL, text=lambda row: unit_books.place(row.difference), width=58, hidden=True,
               look=Look.MUTED, sort_key=lambda row: (row.difference.sheet, row.difference.row)),
        Column(key="unit", title=wording.UNIT, text=lambda row: row.unit, width=150, filter=choice, hidden=True,
               tooltip=lambda row: row.unit),
    )  # fmt: skip


def told(row: Row) -> str:
    """In one line for the unit: where, what, why not."""
    difference = row.difference
    where = wording.place(row.unit, difference.sheet, unit_books.place(difference), difference.field)
    return f"{where}: {_words(difference.returned)} - {unit_books.reason(difference)}"


def _refused(place: int, file: RefusedFile) -> FileRow:
    chip = Chip(wording.FILE_STATES["refused"], Tone.ERROR, "circle-x")
    return FileRow(place, file.name, "", "", chip, sentence(file.problem))


def _taken(place: int, book: BookPreview) -> FileRow:
    fates = [each.fate for each in book.comparison.differences]
    conflicts, changes, refused = (fates.count(fate) for fate in (Fate.CONFLICT, Fate.CHANGE, Fate.REFUSED))
    if conflicts:
        chip = Chip(wording.conflicts(conflicts, refused), Tone.WARNING, "alert-triangle")
    elif changes:
        chip = Chip(wording.changes(changes, refused), Tone.WARNING if refused else Tone.INFO, "pencil")
    elif refused:
        chip = Chip(wording.changes(0, refused), Tone.ERROR, "circle-x")
    elif book.received_at is not None:
        chip = Chip(wording.FILE_STATES["again"], Tone.NEUTRAL, "check")
    else:
        chip = Chip(wording.FILE_STATES["same"], Tone.OK, "circle-check")
    return FileRow(place, book.came.name, book.unit_name, book.token, chip, f"{book.came.name}: {chip.word}")


def _deed(row: Row) -> Chip:
    if row.difference.fate is Fate.REFUSED:
        return Chip(wording.LEFT_OUT, Tone.NEUTRAL, "circle-x")
    if row.is_conflict and row.choice is None:
        return Chip(wording.UNDECIDED, Tone.WARNING, "alert-triangle")
    if not row.is_written:
        return Chip(wording.KEEP, Tone.NEUTRAL, "lock")
    if row.difference.problem in unit_books.WARNINGS and not row.is_conflict:
        return Chip(wording.WILL_WRITE, Tone.WARNING, "alert-triangle")
    if row.difference.problem in unit_books.DRAFTS:
        return Chip(wording.AS_DRAFT, Tone.ERROR, "alert-circle")
    return Chip(wording.TAKE if row.is_conflict else wording.WILL_WRITE, Tone.OK, "check")


def _who(row: Row) -> str:
    """The person; of a line without a code, the name in it or the unit."""
    difference = row.difference
    if difference.code and difference.name:
        return f"{difference.name} ({difference.code})"
    return difference.name or difference.code or row.unit


def _why(row: Row) -> str:
    return unit_books.reason(row.difference)


def _words(text: str) -> str:
    return " ".join(text.split()) or wording.EMPTY_CELL
