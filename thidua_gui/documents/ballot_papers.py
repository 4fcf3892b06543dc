"""Phiếu biểu quyết: so many equal papers for a secret ballot, one to four on a sheet. Knows no database.

Which paper went to whom can't be told: they carry no number, only room for the council's stamp.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from thidua_gui.core.errors import UserError
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.vietnamese import date_text
from thidua_gui.documents.colour import Colour
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.marks import POINT, BoxMark, Mark, RuleMark, TextMark
from thidua_gui.documents.pages.columns import Cell, Column, Row, TableColumn
from thidua_gui.documents.pages.page_form import A4_LONG, A4_SHORT
from thidua_gui.documents.pages.paragraphs import Measure, Side, Style, paragraph, rich
from thidua_gui.documents.pages.slices import Page, Slice, gap, paginate
from thidua_gui.documents.pages.table import table
from thidua_gui.documents.pdf import operators
from thidua_gui.documents.pdf.paper import Paper
from thidua_gui.documents.wording import wording

KIND = "phieu-bieu-quyet"
PerSheet = Literal[1, 2, 3, 4]
MOST_CANDIDATES, MOST_PAPERS = 60, 500
_STAMP_WIDTH, _STAMP_HEIGHT = 34.0, 13.0
_CUT = Colour(170, 170, 170)
_STEP = 0.5
_BOX = 1.42
"""Width of a box to mark, in mm for each point of the letters: its title stands on one line."""


@dataclass(frozen=True, slots=True)
class BallotFacts:
    """What the papers say. `names`: spelling and order of the candidates as they are frozen now, each with post and
    unit ("" for a collective), which namesakes always have and others `with_below`. `present` papers and `spare` ones
    are made."""

    school: str
    title: str
    year: int
    held_on: date | None
    names: tuple[tuple[str, str], ...]
    of_units: bool
    present: int
    spare: int = 0
    per_sheet: PerSheet = 1
    with_below: bool = True


@dataclass(frozen=True, slots=True)
class BallotContent:
    """Every word of one paper, and how many there are."""

    document_title: str
    school: str
    council: str
    stamp: str
    kind: str
    subject: str
    meeting: str
    how: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int
    per_sheet: PerSheet
    margin: float
    largest: float
    smallest: float
    row: float


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paper stands on its sheet."""

    left: float
    top: float
    width: float
    height: float


def ballot_papers(facts: BallotFacts, on: date) -> BallotContent:
    """The papers in the wording in force on the day `on`; refused without candidates or papers, or with too many."""
    count = facts.present + facts.spare
    if not 1 <= len(facts.names) <= MOST_CANDIDATES:
        raise UserError("ballot_candidates", count=len(facts.names), most=MOST_CANDIDATES)
    if not (1 <= count <= MOST_PAPERS and facts.present >= 0 and facts.spare >= 0):
        raise UserError("ballot_count", field="spare", count=count, most=MOST_PAPERS)
    words = wording(KIND, on)
    names = _told_apart(facts)
    has_below = any(below for _, below in names)
    who = "column_unit" if facts.of_units else "column_person"
    titles = ("column_number", who, *(("column_below",) if has_below else ()), "column_agree", "column_disagree")
    day = words.text("meeting_blank") if facts.held_on is None else words.text("meeting", day=date_text(facts.held_on))
    places = {"title": facts.title, "year": facts.year}
    return BallotContent(
        document_title=words.text("document_title", **places),
        school=facts.school,
        council=words.text("council"),
        stamp=words.text("stamp"),
        kind=words.text("kind"),
        subject=words.text("subject", **places),
        meeting=day,
        how=words.text("how"),
        columns=tuple(words.text(title) for title in titles),
        rows=tuple(
            (str(place), name, *((below,) if has_below else ()), "", "")
            for place, (name, below) in enumerate(names, 1)
        ),
        count=count,
        per_sheet=facts.per_sheet,
        margin=words.numbers["margin"],
        largest=words.numbers["largest"],
        smallest=words.numbers["smallest"],
        row=words.numbers["row"],
    )


def _told_apart(facts: BallotFacts) -> tuple[tuple[str, str], ...]:
    """Post and unit of everybody, or of those alone whose name stands there twice."""
    often = Counter(name for name, _ in facts.names)
    return tuple((name, below if facts.with_below or often[name] > 1 else "") for name, below in facts.names)


def render_ballot_papers(content: BallotContent, progress: Progress = SILENT) -> bytes:
    """All papers in one file. With several on a sheet each must stand whole in its part, in letters not below the
    smallest; else UserError("ballot_too_long") says how many to a sheet would do."""
    _require_drawable(content)
    pages = _set(content, content.per_sheet)
    if pages is None:
        raise UserError("ballot_too_long", field="per_sheet", count=len(content.rows), fits=_most_that_fit(content))
    width, height = _sheet(content.per_sheet)
    paper = Paper(content.document_title, width, height, author=content.school)
    places = _places(content.per_sheet)
    for first in range(0, content.count, content.per_sheet):
        used = places[: min(content.per_sheet, content.count - first)]
        for number, page in enumerate(pages, start=1):
            drawn = [_drawn(page, place, paper, height) for place in used]
            rest = (*_cuts(content.per_sheet), *_number(number, len(pages), content))
            paper.page("\n".join([*drawn, operators.marks(rest, paper.ink, height)]))
        progress.step(min(first + content.per_sheet, content.count), content.count)
    return paper.finish()


def sheets(content: BallotContent) -> int:
    """How many sheets of A4 the papers take, as they are set."""
    pages = _set(content, content.per_sheet)
    return 0 if pages is None else len(pages) * -(-content.count // content.per_sheet)


def _most_that_fit(content: BallotContent) -> int:
    return next((many for many in (3, 2) if _set(content, many) is not None), 1)


def _set(content: BallotContent, per_sheet: PerSheet) -> tuple[Page, ...] | None:
    """The pages of one paper at the top left of its sheet; a paper of several pages has its sheets to itself."""
    place = _places(per_sheet)[0]
    size = content.largest
    pages: tuple[Page, ...] = ()
    while size >= content.smallest:
        margin = content.margin if per_sheet == 1 else content.margin * 0.6
        slices = tuple(_slices(content, place.width, margin, size))
        pages = paginate(slices, margin, place.height - margin)
        if len(pages) == 1:
            return pages
        size -= _STEP
    return _whole(content) if per_sheet == 1 else None


def _whole(content: BallotContent) -> tuple[Page, ...]:
    """More candidates than a page holds: in large letters on as many pages as they need."""
    slices = tuple(_slices(content, A4_SHORT, content.margin, content.largest))
    return paginate(slices, content.margin, A4_LONG - content.margin)


def _slices(content: BallotContent, width: float, margin: float, size: float) -> Iterator[Slice]:
    inner = width - 2 * margin
    leading = size * 1.2
    yield _head(content, margin, inner, size)
    yield gap(2.5)
    centred = Measure(margin, inner, size + 2, (size + 2) * 1.2, Side.CENTER)
    yield from paragraph(rich(content.kind, Style.BOLD), centred, keep=True)
    about = Measure(margin, inner, size, leading, Side.CENTER)
    yield from paragraph(rich(content.subject, Style.BOLD), about, keep=True)
    yield from paragraph(rich(content.meeting, Style.ITALIC), about, keep=True)
    yield gap(1.5, keep=True)
    yield from paragraph(rich(content.how), Measure(margin, inner, size - 0.5, leading, Side.FILLED), keep=True)
    yield gap(2, keep=True)
    least = content.row * size / content.largest
    rows = [Row(tuple(_cell(text, place) for place, text in enumerate(row)), least=least) for row in content.rows]
    yield from table(_columns(content, size), rows, margin, inner, size)


def _cell(text: str, place: int) -> Cell:
    return Cell(text, Style.BOLD if place == 1 else Style.REGULAR)


def _columns(content: BallotContent, size: float) -> tuple[TableColumn, ...]:
    box = size * _BOX
    number, who, *below, agree, disagree = content.columns
    return (
        TableColumn(number, Column.CENTER, 8),
        TableColumn(who, Column.LEFT, 24, flexible=True),
        *(TableColumn(title, Column.LEFT, 22, flexible=True) for title in below),
        TableColumn(agree, Column.CENTER, box),
        TableColumn(disagree, Column.CENTER, box),
    )


def _head(content: BallotContent, left: float, width: float, size: float) -> Slice:
    """School and council on the left, room for the stamp on the right."""
    small = max(size - 2, 7.5)
    measure = Measure(left, width - _STAMP_WIDTH - 3, small, small * 1.2, Side.CENTER)
    lines = [
        *paragraph(rich(content.school), measure, keep=True), *paragraph(rich(content.council, Style.BOLD), measure)
    ]  # fmt: skip
    marks: list[Mark] = []
    top = 0.0
    for line in lines:
        marks += [_lowered(mark, top) for mark in line.marks]
        top += line.height
    box = left + width - _STAMP_WIDTH
    marks.append(BoxMark(box, 0.3, _STAMP_WIDTH, _STAMP_HEIGHT, 0.2, _CUT))
    cut = Style.ITALIC.font
    spread = cut.width(content.stamp) * small * POINT
    middle = box + (_STAMP_WIDTH - spread) / 2
    marks.append(TextMark(middle, _STAMP_HEIGHT / 2 + 1.2, content.stamp, cut, small, _CUT))
    return Slice(max(top, _STAMP_HEIGHT + 0.6), tuple(marks), keep=True)


def _drawn(page: Page, place: _Place, paper: Paper, height: float) -> str:
    shown = (placed for placed in page if placed.slice.marks)
    return "\n".join(
        operators.marks(
            [_moved(mark, place.left) for mark in placed.slice.marks], paper.ink, height - placed.top - place.top
        )
        for placed in shown
    )


def _number(number: int, of: int, content: BallotContent) -> tuple[TextMark, ...]:
    """Which page of the paper, where it has several."""
    if of == 1:
        return ()
    text, cut = f"{number}/{of}", Style.REGULAR.font
    width = cut.width(text) * content.smallest * POINT
    return (TextMark((A4_SHORT - width) / 2, A4_LONG - content.margin / 2, text, cut, content.smallest),)


def _moved(mark: Mark, right: float) -> Mark:
    return _shifted(mark, right, 0)


def _lowered(mark: Mark, down: float) -> Mark:
    return _shifted(mark, 0, down)


def _shifted(mark: Mark, right: float, down: float) -> Mark:
    if isinstance(mark, RuleMark):
        return replace(mark, x1=mark.x1 + right, x2=mark.x2 + right, y1=mark.y1 + down, y2=mark.y2 + down)
    return replace(mark, x=mark.x + right, y=mark.y + down)


def _sheet(per_sheet: PerSheet) -> tuple[float, float]:
    return (A4_LONG, A4_SHORT) if per_sheet == 2 else (A4_SHORT, A4_LONG)


def _places(per_sheet: PerSheet) -> tuple[_Place, ...]:
    width, height = _sheet(per_sheet)
    across, down = {1: (1, 1), 2: (2, 1), 3: (1, 3), 4: (2, 2)}[per_sheet]
    own, tall = width / across, height / down
    return tuple(_Place(own * (place % across), tall * (place // across), own, tall) for place in range(per_sheet))


def _cuts(per_sheet: PerSheet) -> tuple[Mark, ...]:
    """Thin lines to cut along."""
    width, height = _sheet(per_sheet)
    places = _places(per_sheet)
    lefts = sorted({place.left for place in places if place.left > 0})
    tops = sorted({place.top for place in places if place.top > 0})
    upright = [RuleMark(left, 0, left, height, 0.1, _CUT) for left in lefts]
    return (*upright, *(RuleMark(0, top, width, top, 0.1, _CUT) for top in tops))


def _require_drawable(content: BallotContent) -> None:
    cut = Style.REGULAR.font
    for row in content.rows:
        require_drawable(zip(content.columns, row, strict=True), cut, row[1])
    texts: Sequence[str] = (content.school, content.council, content.subject, content.meeting, content.how)
    require_drawable([(content.kind, text) for text in texts], cut, content.kind)
