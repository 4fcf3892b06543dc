"""What a grid column is: frozen values of titles, widths and functions of a row; knows no widget and no feature."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Generic, Protocol, TypeVar

from thidua_gui.core.vietnamese import text_key
from thidua_gui.ui.widgets.grid.numbers import number_in


class Row(Protocol):
    """Any frozen dataclass with an id of its own in the grid."""

    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=Row)


class Kind(StrEnum):
    """How a cell is drawn and edited. PICK is the bulk selection, kept by the model; CHECK is a fact of the row."""

    TEXT = "text"
    NUMBER = "number"
    SCORE = "score"
    DATE = "date"
    CHIP = "chip"
    BADGE = "badge"
    CHECK = "check"
    PICK = "pick"


class Align(Enum):
    """Where the words stand in the cell; numbers are never centred."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Look(StrEnum):
    """The weight of words: STRONG 500 for names, TOTAL 700 on a tint, SMALL 12 px, MUTED quieter."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    TOTAL = "total"


class FilterKind(StrEnum):
    """What stands in the filter row: word prefixes, one of the values present, or at least a number."""

    NONE = "none"
    CONTAINS = "contains"
    CHOICE = "choice"
    AT_LEAST = "at_least"


class Tone(StrEnum):
    """Meaning of a chip, as in the style sheet's chip property."""

    OK = "ok"
    WARNING = "wa"
    ERROR = "er"
    GOLD = "go"
    NEUTRAL = "nf"
    INFO = "in"


class CellState(StrEnum):
    """What is the matter with a score cell; ERROR keeps the typed text on show."""

    NORMAL = "normal"
    MISSING = "missing"
    ERROR = "error"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Chip:
    """A state or award: icon and word, never colour alone."""

    word: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """One score: `text` current ("" = not scored), `previous` the stage before, small at the left.

    `difference` -1/1 draws a triangle down/up: the stage differs from the one before by more than the page allows.
    `problem` says in words what is wrong ("vượt tối đa").
    """

    text: str
    previous: str = ""
    state: CellState = CellState.NORMAL
    problem: str = ""
    difference: int = 0


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What the clerk asks to be written into one cell; "" means empty, never zero."""

    row_id: int
    column_key: str
    text: str


NO_CHIP = Chip("")
_RIGHT = frozenset({Kind.NUMBER, Kind.SCORE})
_CENTRE = frozenset({Kind.CHIP, Kind.BADGE, Kind.CHECK, Kind.PICK})


def _never(_row: Any) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)  # slots would make Column[Row](…) a TypeError in Python 3.11
class Column(Generic[R]):
    """One column (cột). `key` is stable: widths, filters and edits are kept by it.

    Give `text`, or for SCORE `score`, for CHIP and BADGE `chip`, for CHECK `checked`; PICK needs none.
    `sort_key` returns a native value or None (None comes last both ways); without it the words sort the Vietnamese
    way and numbers by value. `folded` is a ready search form (`name_fold`). `choices` offers values while editing.
    `check` returns what is wrong with a typed text, "" if nothing: pasted cells are counted by it, never dropped.
    `explains` marks totals that answer "vì sao?". Words that do not fit are elided and stand in the tooltip.
    `expanded` False puts a chevron beside the note, True one into the group title above: clicks there ask the page by
    the header's `expand_requested` to open or close what the column sums up; such a title does not sort.
    """

    key: str
    title: str
    text: Callable[[R], str] | None = None
    width: int = 120
    kind: Kind = Kind.TEXT
    align: Align | None = None
    look: Look = Look.PLAIN
    group: str = ""
    note: str = ""
    title_tip: str = ""
    stretch: bool = False
    hidden: bool = False
    hideable: bool = True
    sortable: bool = True
    filter: FilterKind = FilterKind.NONE
    searchable: bool = True
    editable: Callable[[R], bool] = _never
    edit_text: Callable[[R], str] | None = None
    choices: Callable[[R], Sequence[str]] | None = None
    check: Callable[[R, str], str] | None = None
    score: Callable[[R], ScoreCell] | None = None
    chip: Callable[[R], Chip | None] | None = None
    checked: Callable[[R], bool] | None = None
    sort_key: Callable[[R], Any] | None = None
    folded: Callable[[R], str] | None = None
    tooltip: Callable[[R], str] | None = None
    spoken: Callable[[R], str] | None = None
    look_of: Callable[[R], Look] | None = None
    icon: Callable[[R], str] | None = None
    indent: Callable[[R], int] | None = None
    explains: bool = False
    expanded: bool | None = None

    @property
    def alignment(self) -> Align:
        """The column's own choice, or what its kind wants."""
        if self.align is not None:
            return self.align
        if self.kind in _RIGHT:
            return Align.RIGHT
        return Align.CENTRE if self.kind in _CENTRE else Align.LEFT

    @property
    def numeric(self) -> bool:
        """Digits of equal width."""
        return self.kind in (Kind.NUMBER, Kind.SCORE, Kind.DATE)

    @property
    def searched(self) -> bool:
        """The search over all columns looks here; scores and marks are no words."""
        return self.searchable and self.kind not in (Kind.SCORE, Kind.CHECK, Kind.PICK)

    def face(self, row: R) -> object:
        """What is drawn: ScoreCell, Chip, bool or str, by kind."""
        if self.score is not None:
            return self.score(row)
        if self.chip is not None:
            return self.chip(row) or NO_CHIP
        if self.checked is not None:
            return self.checked(row)
        return self.text(row) if self.text is not None else ""

    def display(self, row: R) -> str:
        """The words of the cell, as copied, printed and searched."""
        if self.text is not None:
            return self.text(row)
        return words_of(self.face(row))

    def typed(self, row: R) -> str:
        """What an editor starts with."""
        return self.edit_text(row) if self.edit_text is not None else self.display(row)

    def order_key(self, row: R) -> Any:
        """The native value rows are sorted by; None comes last."""
        if self.sort_key is not None:
            return self.sort_key(row)
        words = self.display(row)
        if self.kind in _RIGHT:
            return number_in(words)
        return text_key(words) or None


def words_of(face: object) -> str:
    """The words of a face."""
    if isinstance(face, str):
        return face
    if isinstance(face, ScoreCell):
        return face.text
    if isinstance(face, Chip):
        return face.word
    return "x" if face is True else ""


def pick_column() -> Column[Any]:
    """The check box column of the bulk selection."""
    return Column(key="pick", title="", width=36, kind=Kind.PICK, hideable=False, sortable=False, searchable=False)
