"""Three versions of each cell side by side: as written, as it is here now, as the unit sends it. Pure.

Nothing differs where the unit left a cell as it was. Where it did not, its words are taken if nobody changed the cell
here meanwhile, and are a conflict if somebody did.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.scoring import Criterion, CriterionKind, parse_entry
from thidua_gui.core.unit_book.cells import read_cell, shown
from thidua_gui.core.unit_book.content import NEW, Book, BookSheet, Field, FieldKind, Line, Part
from thidua_gui.core.unit_book.line_checks import Refused, Words, differing_members, line_problem, vote_warning
from thidua_gui.core.unit_book.returned import Returned, ReturnedLine, ReturnedSheet


class Fate(StrEnum):
    """What becomes of a cell: its change is taken, somebody must choose, or it is left out for a reason."""

    CONFLICT = "conflict"
    CHANGE = "change"
    REFUSED = "refused"


class Choice(StrEnum):
    """Giữ ở đây, lấy từ sổ."""

    KEEP = "keep"
    TAKE = "take"


_MAY_BE_NEW = (Part.REGISTRATIONS, Part.VOTES)
"""Lines of these parts come and go here without a person or an initiative being gone."""

CellKey = tuple[str, str, str]
"""Sheet, line, field."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that the unit changed. `problem` of a refused cell is why; of another one it warns (a score that will
    stand as a draft, a vote without its day). `row` and `column` are where it stands in the file."""

    key: CellKey
    part: Part
    sheet: str
    row: int
    column: str
    field: str
    code: str
    name: str
    before: str
    here: str
    returned: str
    fate: Fate
    problem: str = ""
    expected: str = ""

    @property
    def is_new(self) -> bool:
        """A cell of a line that the unit added."""
        return self.key[1].startswith(NEW)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a book would do: differences in the order of the file, and how many lines of it somebody deleted."""

    differences: tuple[Difference, ...]
    lines_deleted: int
    sheets_deleted: tuple[str, ...]

    def taken(self, choices: Mapping[CellKey, Choice]) -> tuple[Difference, ...]:
        """What is written: changes unless they are to be kept out, conflicts that are decided for the book. Of a new
        line that somebody doubts, all or nothing."""
        left = {
            each.key[:2]
            for each in self.differences
            if each.is_new and each.fate is Fate.CONFLICT and not is_taken(each, choices)
        }
        return tuple(each for each in self.differences if each.key[:2] not in left and is_taken(each, choices))


def is_taken(difference: Difference, choices: Mapping[CellKey, Choice]) -> bool:
    """A conflict that nobody decided stays as it is here."""
    if difference.fate is Fate.REFUSED:
        return False
    default = Choice.TAKE if difference.fate is Fate.CHANGE else Choice.KEEP
    return choices.get(difference.key, default) is Choice.TAKE


Judge = Callable[[BookSheet, Line | None, Words], Refused]
"""What else the year's own rules say of a line as it would be."""


def compare(
    now: Book, came: Returned, known: Mapping[str, str], judge: Judge, earlier: Returned | None = None
) -> Comparison:
    """`now` is the book as it would be written today; `known` are the people whom authors' cells name; `earlier` is
    what the unit sent in this very book before: a cell that still holds it here was not changed by anybody else."""
    found: list[Difference] = []
    deleted = 0
    sent = {} if earlier is None else {sheet.key: sheet.lines for sheet in earlier.sheets}
    for sheet in came.sheets:
        mine = now.sheet(sheet.key)
        deleted += sum(line.row == 0 for line in sheet.lines)
        if mine is None:
            found += _all_refused(sheet, "sheet_gone")
        else:
            before = {line.key: line for line in sent.get(sheet.key, ())}
            found += _Sheets(now, mine, sheet, known, judge, before).differences()
    return Comparison(tuple(found), deleted, came.missing)


def filled_cells(came: Returned, part: Part, field: str) -> Iterator[str]:
    """The words of one column of a part, to look up whom they name."""
    for sheet in came.sheets:
        if sheet.part is part:
            for line in sheet.lines:
                yield shown(line.cells.get(field))


@dataclass(frozen=True, slots=True)
class _Sheets:
    """A sheet of today and the one that came back."""

    now: Book
    mine: BookSheet
    came: ReturnedSheet
    known: Mapping[str, str]
    judge: Judge
    sent: Mapping[str, ReturnedLine]

    def differences(self) -> Iterator[Difference]:
        lines = {line.key: line for line in self.mine.lines}
        claimed: set[str] = set()
        found = (self._of_line(line, lines, claimed) for line in self.came.without_empty_lines().lines if line.row)
        if self.mine.part is Part.VOTES:
            yield from self._votes_together(list(found), lines)
        else:
            yield from (cell for cells in found for cell in cells)
        for stranger in self.came.strangers:
            yield Difference(
                (self.came.key, f"row {stranger.row}", ""), self.came.part, self.came.title, stranger.row, "", "",
                "", "", "", "", stranger.words, Fate.REFUSED, "outside_the_table",
            )  # fmt: skip

    def _votes_together(
        self, found: Collection[tuple[Difference, ...]], lines: Mapping[str, Line]
    ) -> Iterator[Difference]:
        """Warns of votes of one day that say the unit has this many members, and that many."""
        words: dict[str, Words] = {key: line.values for key, line in lines.items()}
        for cells in found:
            for key in {cell.key[1] for cell in cells}:
                words[key] = after(lines.get(key), cells, {cell.key: Choice.TAKE for cell in cells})
        several = differing_members(words.values())
        for cell in (cell for cells in found for cell in cells):
            counts = several.get(words[cell.key[1]].get("held_on", ""), "")
            if counts and cell.fate is not Fate.REFUSED and cell.key[2] in ("members", "held_on"):
                yield replace(cell, problem="vote_members_differ", expected=counts)
            else:
                yield cell

    def _of_line(
        self, line: ReturnedLine, lines: Mapping[str, Line], claimed: set[str]
    ) -> tuple[Difference, ...]:
        key = self._key_today(line)
        today = lines.get(key)
        reason = self._why_not(line, key, today, claimed)
        claimed.add(key)
        cells = tuple(self._cells(line, today))
        if not cells:
            return ()
        if reason.code:
            return tuple(_refused(cell, reason) for cell in cells)
        return self._judged(line, today, cells)

    def _key_today(self, line: ReturnedLine) -> str:
        """A new vote is known by whom and what it is for, a new initiative by the code that was kept for it."""
        if not line.is_new:
            return line.key
        if self.mine.part is Part.VOTES:
            words = self._read_words(line)
            return vote_key(words.get("code", ""), words.get("title", ""))
        return line.key.removeprefix(NEW)

    def _why_not(
        self, line: ReturnedLine, key: str, today: Line | None, claimed: Collection[str]
    ) -> Refused:
        if key in claimed:
            return Refused("line_repeated")
        if key in self.mine.taken:
            return Refused("line_of_another_unit")
        if line.is_new:
            return Refused("")
        if line.code and line.code not in self.now.subjects and today is None:
            return Refused("subject_gone", self.now.gone.get(line.code, ""))
        if today is None and self.mine.part not in _MAY_BE_NEW:
            return Refused("line_gone")
        moved = _identity(line) not in ("", line.code)
        return Refused("line_mixed_up", line.code) if moved else Refused("")

    def _cells(self, line: ReturnedLine, today: Line | None) -> Iterator[Difference]:
        for field in self.mine.fields:
            if not field.is_carried or field.key not in line.cells or _counts_itself(field, line):
                continue
            read = read_cell(field, line.cells[field.key], self.known)
            here = "" if today is None else today.values.get(field.key, "")
            before = self._before(line, field, here)
            if read.words == before:
                continue
            fate = Fate.CHANGE if here == before else Fate.CONFLICT
            if read.words == here:
                continue
            cell = self._difference(line, field, today, before, here, read.words, fate)
            if self._is_locked(field, line, today):
                yield _refused(cell, Refused("locked"))
            elif read.problem:
                yield _refused(cell, Refused(read.problem, read.expected))
            else:
                yield self._warned(cell, field)

    def _before(self, line: ReturnedLine, field: Field, here: str) -> str:
        """What the unit last knew: the cell as written, or as it sent it before if that still stands here."""
        sent = self.sent.get(line.key)
        if sent is not None and field.key in sent.cells:
            words = read_cell(field, sent.cells[field.key], self.known).words
            if words and words == here:
                return words
        return line.before.get(field.key, "")

    def _judged(
        self, line: ReturnedLine, today: Line | None, cells: tuple[Difference, ...]
    ) -> tuple[Difference, ...]:
        """What makes a whole line impossible refuses every change in it."""
        if all(cell.fate is Fate.REFUSED for cell in cells):
            return cells
        words = after(today, cells, {cell.key: Choice.TAKE for cell in cells})
        problem = line_problem(self.now, self.mine, today, words, self._proposed(line))
        problem = problem if problem.code else self.judge(self.mine, today, words)
        if problem.is_doubt:
            return tuple(cell if cell.fate is Fate.REFUSED else _doubted(cell, problem) for cell in cells)
        if not problem.code:
            warning = vote_warning(words) if self.mine.part is Part.VOTES else ""
            return tuple(
                replace(cell, problem=warning) if warning and cell.key[2] in ("agree", "disagree") and
                cell.fate is not Fate.REFUSED else cell
                for cell in cells
            )  # fmt: skip
        return tuple(cell if cell.fate is Fate.REFUSED else _refused(cell, problem) for cell in cells)

    def _is_locked(self, field: Field, line: ReturnedLine, today: Line | None) -> bool:
        if line.is_new:
            return False
        return not field.is_open or (today is not None and field.key in today.locked)

    def _warned(self, cell: Difference, field: Field) -> Difference:
        problem = points_problem(field, cell.returned)
        return cell if not problem.code else replace(cell, problem=problem.code, expected=problem.expected)

    def _difference(
        self, line: ReturnedLine, field: Field, today: Line | None, before: str, here: str, words: str, fate: Fate
    ) -> Difference:
        who = today or line
        name = who.name or shown(line.cells.get("name"))
        return Difference(
            (self.came.key, who.key, field.key), self.came.part, self.came.title, line.row,
            self.came.columns.get(field.key, ""), _heading(field), who.code, name, before, here, words, fate,
        )  # fmt: skip

    def _read_words(self, line: ReturnedLine) -> dict[str, str]:
        return {
            field.key: read_cell(field, line.cells[field.key], self.known).words
            for field in self.mine.fields
            if field.key in line.cells
        }

    def _proposed(self, line: ReturnedLine) -> str:
        """What the book's own formula proposed to the unit."""
        return shown(line.counted.get("proposed"))


def after(
    today: Line | None, cells: Collection[Difference], choices: Mapping[CellKey, Choice]
) -> dict[str, str]:
    """The words of a line once the taken cells are written."""
    words = {} if today is None else dict(today.values)
    words |= {cell.key[2]: cell.returned for cell in cells if is_taken(cell, choices)}
    return words


def vote_key(code: str, title: str) -> str:
    """Whom a vote is for and what is proposed."""
    return f"{code}|{title}"


def points_problem(field: Field, words: str) -> Refused:
    """Why a score will stand as a draft, as core.scoring says."""
    if field.kind is not FieldKind.POINTS or field.criterion is None or field.maximum is None or not words:
        return Refused("")
    criterion = Criterion(CriterionId(0), "", "", CriterionKind.POINTS, field.maximum, field.step)
    problem = parse_entry(criterion, words).problem
    if problem is None:
        return Refused("")
    expected = {"over_maximum": field.maximum, "off_step": field.step}.get(problem)
    return Refused(problem, "" if expected is None else expected.shortest)


def _counts_itself(field: Field, line: ReturnedLine) -> bool:
    """The name in a new line follows from its code; whom and what it is for is the unit's to write."""
    return line.is_new and not field.is_open and field.key not in ("code", "title")


def _identity(line: ReturnedLine) -> str:
    """The code that is seen in the row."""
    return shown(line.cells.get("code"))


def _heading(field: Field) -> str:
    return f"{field.above}: {field.title}" if field.above else field.title


def _refused(cell: Difference, reason: Refused) -> Difference:
    return replace(cell, fate=Fate.REFUSED, problem=reason.code, expected=reason.expected)


def _doubted(cell: Difference, reason: Refused) -> Difference:
    return replace(cell, fate=Fate.CONFLICT, problem=reason.code, expected=reason.expected)


def _all_refused(sheet: ReturnedSheet, problem: str) -> Iterator[Difference]:
    """The changed cells of a sheet that is not in today's book any more."""
    for line in sheet.without_empty_lines().lines:
        for field, value in line.cells.items():
            words, before = shown(value), line.before.get(field, "")
            if words != before:
                yield Difference(
                    (sheet.key, line.key, field), sheet.part, sheet.title, line.row, sheet.columns.get(field, ""),
                    "", line.code, line.name, before, "", words, Fate.REFUSED, problem,
                )  # fmt: skip
