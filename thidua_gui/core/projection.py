"""What may stand on the wall of the meeting room: a frozen value for each kind of slide. Knows no rows and no window.

The window that draws is given one of these and nothing else, so nothing that has no field here can be shown by mistake:
no ids, birth dates, phones, scores of other people, criteria, private notes. Numbers of a ballot stand only in
`ResultSlide`, which is made after the count was published.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

Row = TypeVar("Row")

MOST_ROWS = 8
"""A list on the wall is read from eight metres: never more rows on one slide."""
MOST_ROWS_NARROW = 6
NARROW = 1.5
"""Width over height below which a screen is narrow (4:3)."""
MOST_ACHIEVEMENTS = 3
MOST_YEARS = 5


class Tone(StrEnum):
    """How a word on the wall is meant; a picture and the word itself say it too."""

    PLAIN = "plain"
    PASSED = "passed"
    FAILED = "failed"
    OPEN = "open"


class Step(StrEnum):
    """Where the meeting stands with an item of the agenda."""

    WAITING = "waiting"
    CURRENT = "current"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a slide: the heading with a note at its right, the two ends of the foot."""

    heading: str
    aside: str = ""
    foot_left: str = ""
    foot_right: str = ""


@dataclass(frozen=True, slots=True)
class WaitingSlide:
    """Màn chờ, cảm ơn: words for the whole wall and nobody's name."""

    title: str
    subtitle: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    number: str
    words: str
    aside: str
    step: Step


@dataclass(frozen=True, slots=True)
class AgendaSlide:
    """Chương trình họp."""

    frame: Frame
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class ListLine:
    """One person or collective of a list: `aside` at the right, with its tone."""

    number: str
    name: str
    below: str = ""
    aside: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class ListSlide:
    """Danh sách đề nghị, danh sách kết quả; `summary` stands over the rows."""

    frame: Frame
    lines: tuple[ListLine, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class YearTitle:
    """What was held in a year, in short; `is_high` is drawn in gold."""

    year: str
    title: str
    is_high: bool = False


@dataclass(frozen=True, slots=True)
class Conditions:
    """Kết quả thẩm tra in one line."""

    words: str
    detail: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Score:
    """The candidate's own total and place; a setting of the school says whether it is shown."""

    label: str
    total: str
    place: str


@dataclass(frozen=True, slots=True)
class CandidateSlide:
    """Một cá nhân, một tập thể được xét. `portrait`: an encoded picture; a collective has none."""

    frame: Frame
    name: str
    below: str
    achievements: tuple[str, ...]
    years_label: str
    years: tuple[YearTitle, ...]
    conditions: Conditions | None = None
    score: Score | None = None
    portrait: bytes | None = None
    portrait_words: str = ""
    is_collective: bool = False


@dataclass(frozen=True, slots=True)
class QuotaSlide:
    """Chỉ tiêu: `proposed` against `places`, with the sentence that says how they are counted."""

    frame: Frame
    label: str
    places: int
    proposed: int
    passed: int
    sentence: str
    over_words: str = ""


@dataclass(frozen=True, slots=True)
class BallotSlide:
    """Đang bỏ phiếu: whom it is about and how it is done; no number of it."""

    frame: Frame
    title: str
    names: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One bar: `agree` of `base`. The word says passed or not beside the colour."""

    name: str
    agree: int
    base: int
    needed: int
    word: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class ResultSlide:
    """Kết quả bỏ phiếu with the threshold line; made only from a published count."""

    frame: Frame
    summary: str
    threshold: str
    lines: tuple[ResultLine, ...]
    passed_words: str
    failed_words: str = ""


ProjectionView = (
    WaitingSlide | AgendaSlide | ListSlide | CandidateSlide | QuotaSlide | BallotSlide | ResultSlide
)  # fmt: skip


def rows_on(width: int, height: int) -> int:
    """How many rows of a list a screen of that shape shows at once."""
    return MOST_ROWS if width >= NARROW * height else MOST_ROWS_NARROW


def pages(rows: Sequence[Row], most: int = MOST_ROWS) -> tuple[tuple[Row, ...], ...]:
    """The rows in slides of nearly equal length, so that none ends with a single name; one empty page of none."""
    count = max(1, -(-len(rows) // most))
    short, longer = divmod(len(rows), count)
    found, start = [], 0
    for place in range(count):
        end = start + short + (place < longer)
        found.append(tuple(rows[start:end]))
        start = end
    return tuple(found)
