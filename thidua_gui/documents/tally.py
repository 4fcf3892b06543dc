"""Biên bản kiểm phiếu, and the sheet on which the counting team notes: running documents. Knows no database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_gui.core.vietnamese import date_words, tidy
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.pages.columns import Column, Row, TableColumn, plain_row
from thidua_gui.documents.pages.paragraphs import Side, Style
from thidua_gui.documents.pages.signatures import Signatory
from thidua_gui.documents.running import Block, Grid, Para, RunningDocument
from thidua_gui.documents.wording import Wording, wording

KIND = "bien-ban-kiem-phieu"
_ROW = 9.0


@dataclass(frozen=True, slots=True)
class TallyLine:
    """The published count of one candidate, numbers as they were counted, the verdict in words."""

    name: str
    valid: int | None
    invalid: int | None
    agree: int | None
    disagree: int | None
    blank: int | None
    verdict: str


@dataclass(frozen=True, slots=True)
class TallyBallot:
    """One ballot: what it was about, which time, its papers (None for a show of hands), what has to be said of it."""

    title: str
    round: int
    is_secret: bool
    issued: int | None
    returned: int | None
    lines: tuple[TallyLine, ...]
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TallyFacts:
    """A meeting's ballots; names of the counting team stay open for writing by hand."""

    office: Office
    year: int
    meeting: str
    held_on: date | None
    place: str
    chair: str
    secretary: str
    ballots: tuple[TallyBallot, ...]
    number: str = ""
    heading: HeadingStyle = HeadingStyle.PARTY


def tally(facts: TallyFacts, on: date) -> RunningDocument:
    """The count of every published ballot."""
    words = wording(KIND, on)
    made = _document(facts, on, words, kind="kind", title="document_title")
    return replace(made, blocks=tuple(_blocks(facts, words)))


def tally_sheet(facts: TallyFacts, on: date) -> RunningDocument:
    """The sheet to count on: every candidate with empty boxes, nothing of any result."""
    words = wording(KIND, on)
    made = _document(facts, on, words, kind="kind_sheet", title="document_title_sheet")
    return replace(made, blocks=tuple(_sheet_blocks(facts, words)))


def _document(facts: TallyFacts, on: date, words: Wording, *, kind: str, title: str) -> RunningDocument:
    rules = form(facts.heading, on)
    meeting = facts.meeting or words.text("meeting_blank")
    given, code = tidy(facts.number), words.text("code", code=facts.office.code)
    return RunningDocument(
        document_title=words.text(title, meeting=meeting, year=facts.year),
        issuer=facts.office.full_name,
        form_on=on,
        heading=heading(facts.heading, facts.office, on),
        number=rules.text("number", number=given) if given else rules.text("number_blank", code=code),
        place_and_date=place_and_date(rules, facts.office.place, facts.held_on),
        kind=words.text(kind),
        subject=(words.text("subject", meeting=meeting, year=facts.year),),
        blocks=(),
        signatories=(
            Signatory(words.text("signed_counters"), ""),
            Signatory(words.text("signed_secretary"), facts.secretary),
            Signatory(words.text("signed_chair"), facts.chair),
        ),
    )


def _blocks(facts: TallyFacts, words: Wording) -> Iterator[Block]:
    yield from _opening(facts, words, "opened")
    if not facts.ballots:
        yield Para(words.text("none"))
        return
    for place, ballot in enumerate(facts.ballots, 1):
        yield _ballot_title(place, ballot, words)
        if ballot.is_secret:
            yield Para(words.text("papers", issued=_count(ballot.issued), returned=_count(ballot.returned)), keep=True)
        else:
            yield Para(words.text("hands"), keep=True)
        yield _counts(ballot, words)
        yield from (Para(sentence) for sentence in ballot.sentences)
    yield Para(words.text("closing"))


def _sheet_blocks(facts: TallyFacts, words: Wording) -> Iterator[Block]:
    yield from _opening(facts, words, "opened_sheet")
    for place, ballot in enumerate(facts.ballots, 1):
        yield _ballot_title(place, ballot, words)
        yield Para(words.text("papers_blank"), side=Side.LEFT, keep=True)
        rows = [
            Row(plain_row((str(number), line.name, "", "", "")).cells, least=_ROW)
            for number, line in enumerate(ballot.lines, 1)
        ]
        titles = ("number", "subject", "marks", "agree", "disagree")
        yield _grid(titles, rows, words, (9, 44, 60, 20, 22), wide=(1, 2))


def _opening(facts: TallyFacts, words: Wording, key: str) -> Iterator[Block]:
    day = words.text("day_blank") if facts.held_on is None else date_words(facts.held_on)
    place = facts.place.strip() or words.text("place_blank")
    yield Para(words.text(key, day=day, place=place, office=facts.office.running_name))
    yield Para(words.text("team"), side=Side.LEFT)


def _ballot_title(place: int, ballot: TallyBallot, words: Wording) -> Para:
    key = "ballot" if ballot.round == 1 else "ballot_round"
    return Para(words.text(key, number=place, title=ballot.title, round=ballot.round), Style.BOLD, keep=True)


def _counts(ballot: TallyBallot, words: Wording) -> Grid:
    rows = [
        plain_row((
            str(place), line.name, _count(line.valid), _count(line.invalid), _count(line.agree), _count(line.disagree),
            _count(line.blank), line.verdict,
        ))
        for place, line in enumerate(ballot.lines, 1)
    ]  # fmt: skip
    titles = ("number", "subject", "valid", "invalid", "agree", "disagree", "blank", "verdict")
    return _grid(titles, rows, words, (9, 34, 13, 14, 13, 14, 14, 30), wide=(1, 7))


def _grid(
    titles: Sequence[str], rows: Sequence[Row], words: Wording, least: Sequence[float], *, wide: Sequence[int]
) -> Grid:
    columns = tuple(
        TableColumn(
            words.text(f"column_{title}"), Column.LEFT if place in wide else Column.CENTER, width,
            flexible=place in wide,
        )
        for place, (title, width) in enumerate(zip(titles, least, strict=True))
    )  # fmt: skip
    return Grid(columns, tuple(rows), words.numbers["table"])


def _count(number: int | None) -> str:
    return "" if number is None else str(number)
