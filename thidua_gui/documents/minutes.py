"""Biên bản họp Hội đồng: what a meeting's minutes say, as a running document. Knows no database.

Sentences about rules, counts and verdicts come as the rest of the program words them, so that paper, screen and wall
say the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from thidua_gui.core.vietnamese import date_words, tidy
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.pages.columns import Column, Row, TableColumn, plain_row
from thidua_gui.documents.pages.paragraphs import Side, Style
from thidua_gui.documents.pages.signatures import Signatory
from thidua_gui.documents.running import Block, Grid, Para, RunningDocument
from thidua_gui.documents.wording import Wording, wording

KIND = "bien-ban-hop"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A member as the roll has them; `note` says why somebody is absent, or from when until when they were there."""

    name: str
    role: str
    attendance: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of a published count: agreeing, not agreeing, the share with its base named, the verdict in words."""

    name: str
    agree: int | None
    disagree: int | None
    share: str
    verdict: str


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """One item: how it was voted (`sentences`: papers, recusals, overrides, rounds), results, the chair's words."""

    title: str
    sentences: tuple[str, ...] = ()
    results: tuple[Counted, ...] = ()
    discussion: str = ""
    conclusion: str = ""


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """A meeting at this moment. What is not known yet is left open for writing by hand; `written_at` is now."""

    office: Office
    year: int
    meeting: str
    held_on: date | None
    place: str
    opened_at: datetime | None
    closed_at: datetime | None
    written_at: datetime
    chair: str
    secretary: str
    members: int
    present: int
    roll: tuple[Attendee, ...]
    invited: str
    rules: tuple[str, ...]
    items: tuple[MinutesItem, ...]
    conclusion: str
    events: tuple[tuple[datetime, str], ...]
    number: str = ""
    is_closed: bool = False
    heading: HeadingStyle = HeadingStyle.PARTY


def minutes(facts: MinutesFacts, on: date) -> RunningDocument:
    """The minutes in the wording in force on the day `on`, complete as far as the meeting has come."""
    words, rules = wording(KIND, on), form(facts.heading, on)
    meeting = facts.meeting or words.text("meeting_blank")
    code = words.text("code", code=facts.office.code)
    given = tidy(facts.number)
    return RunningDocument(
        document_title=words.text("document_title", meeting=meeting, year=facts.year),
        issuer=facts.office.full_name,
        form_on=on,
        heading=heading(facts.heading, facts.office, on),
        number=rules.text("number", number=given) if given else rules.text("number_blank", code=code),
        place_and_date=place_and_date(rules, facts.office.place, facts.held_on),
        kind=words.text("kind"),
        subject=(words.text("subject", meeting=meeting), words.text("subject_year", year=facts.year)),
        blocks=tuple(_blocks(facts, words)),
        signatories=(
            Signatory(words.text("signed_secretary"), facts.secretary),
            Signatory(words.text("signed_chair"), facts.chair),
        ),
    )


def _blocks(facts: MinutesFacts, words: Wording) -> Iterator[Block]:
    yield Para(_opened(facts, words))
    yield _part(words.text("part_people"))
    yield from _people(facts, words)
    if facts.rules:
        yield _part(words.text("part_rules"))
        yield from (Para(rule) for rule in facts.rules)
    yield _part(words.text("part_items"))
    for place, item in enumerate(facts.items, 1):
        yield from _item(place, item, words)
    if facts.conclusion.strip():
        yield _part(words.text("part_conclusion"))
        yield from _lines(facts.conclusion)
    if facts.events:
        yield _part(words.text("part_events"))
        yield _events(facts, words)
    yield Para(_closed(facts, words))


def _opened(facts: MinutesFacts, words: Wording) -> str:
    day = words.text("day_blank") if facts.held_on is None else date_words(facts.held_on)
    places = {
        "day": day, "place": facts.place.strip() or words.text("place_blank"), "office": facts.office.running_name,
        "year": facts.year,
    }  # fmt: skip
    if facts.opened_at is None:
        return words.text("opened_blank", **places)
    return words.text("opened", time=_clock(facts.opened_at, words), **places)


def _closed(facts: MinutesFacts, words: Wording) -> str:
    if facts.closed_at is not None:
        return words.text("closed", time=_clock(facts.closed_at, words))
    if facts.is_closed:
        return words.text("closed_blank")
    return words.text("not_closed", time=_clock(facts.written_at, words), day=date_words(facts.written_at.date()))


def _people(facts: MinutesFacts, words: Wording) -> Iterator[Block]:
    for key, name in (("chair", facts.chair), ("secretary", facts.secretary)):
        if name:
            yield Para(words.text(key, name=name))
    absent = facts.members - facts.present
    yield Para(words.text("members", members=facts.members, present=facts.present, absent=absent), keep=True)
    if facts.roll:
        rows = [
            plain_row((str(place), one.name, one.role, one.attendance, one.note))
            for place, one in enumerate(facts.roll, 1)
        ]
        titles = [words.text(f"column_{key}") for key in ("number", "name", "role", "attendance", "reason")]
        yield _grid(titles, rows, words, (9, 40, 30, 24, 24), centred=(0,))
    if facts.invited.strip():
        yield Para(words.text("invited", invited=facts.invited.strip().rstrip(".")))


def _item(place: int, item: MinutesItem, words: Wording) -> Iterator[Block]:
    yield Para(f"{place}. {item.title}", Style.BOLD, keep=True)
    for sentence in item.sentences:
        yield Para(sentence)
    if item.results:
        yield _results(item.results, words)
    if item.discussion.strip():
        first, *rest = _split(item.discussion)
        yield Para(words.text("discussion", words=first))
        yield from (Para(line) for line in rest)
    if item.conclusion.strip():
        first, *rest = _split(item.conclusion)
        yield Para(words.text("conclusion", words=first))
        yield from (Para(line) for line in rest)


def _results(results: Sequence[Counted], words: Wording) -> Grid:
    titles = [
        words.text(f"column_{key}") for key in ("number", "subject", "agree", "disagree", "share", "verdict")
    ]  # fmt: skip
    rows = [
        plain_row((str(place), one.name, _count(one.agree), _count(one.disagree), one.share, one.verdict))
        for place, one in enumerate(results, 1)
    ]
    return _grid(titles, rows, words, (9, 36, 18, 18, 18, 44), centred=(0, 2, 3, 4))


def _events(facts: MinutesFacts, words: Wording) -> Grid:
    rows = [plain_row((f"{at:%H:%M}", told)) for at, told in facts.events]
    return _grid([words.text("column_time"), words.text("column_event")], rows, words, (22, 80), centred=(0,))


def _grid(
    titles: Sequence[str], rows: Sequence[Row], words: Wording, least: Sequence[float], *, centred: Sequence[int]
) -> Grid:
    columns = tuple(
        TableColumn(title, Column.CENTER if place in centred else Column.LEFT, width, flexible=place not in centred)
        for place, (title, width) in enumerate(zip(titles, least, strict=True))
    )
    return Grid(columns, tuple(rows), words.numbers["table"])


def _part(title: str) -> Para:
    return Para(title, Style.BOLD, Side.LEFT, keep=True)


def _lines(text: str) -> Iterator[Para]:
    return (Para(line) for line in _split(text))


def _split(text: str) -> list[str]:
    return [tidy(line) for line in text.splitlines() if line.strip()]


def _count(number: int | None) -> str:
    return "" if number is None else str(number)


def _clock(at: datetime, words: Wording) -> str:
    return words.text("time", hour=f"{at:%H}", minute=f"{at:%M}")
