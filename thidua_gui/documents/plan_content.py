"""From the rows of a year's plan to the words of its paper. Knows no database and no pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.plan_outline import MARKING, PARTS, Entry, Numbers, PlanSection, marks, numbered
from thidua_gui.core.vietnamese import date_text, tidy
from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.wording import Wording, wording

KIND = "ke-hoach"


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A paragraph of a section; `number` is a mark that somebody chose."""

    depth: int
    text: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the plan says. A number or date not yet given is left open for writing by hand; `authority` is the line
    above the signer's post ("T/M BAN GIÁM HIỆU")."""

    office: Office
    year: int
    theme: str
    school_theme: str
    sections: Mapping[PlanSection, Sequence[LineFacts]]
    title: str = ""
    number: str = ""
    issued_on: date | None = None
    authority: str = ""
    signer_post: str = ""
    signer_name: str = ""
    heading: HeadingStyle = HeadingStyle.PARTY


@dataclass(frozen=True, slots=True)
class PlanParagraph:
    """One paragraph of the paper; a heading is set in bold letters and stays with what follows."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class PlanContent:
    """Kế hoạch, every word of it. `italics` are the words set in italics wherever they stand in quotes."""

    document_title: str
    issuer: str
    form_on: date
    heading: Heading
    number: str
    place_and_date: str
    kind: str
    subject: tuple[str, ...]
    paragraphs: tuple[PlanParagraph, ...]
    recipients_title: str
    recipients: tuple[str, ...]
    signer_posts: tuple[str, ...]
    signer_name: str
    italics: tuple[str, ...]


def plan_content(facts: PlanFacts, on: date) -> PlanContent:
    """The plan in the wording and form in force on the day `on`."""
    words, rules = wording(KIND, on), form(facts.heading, on)
    number = tidy(facts.number)
    theme, school_theme = (unquoted(text) for text in (facts.theme, facts.school_theme))
    subject = tidy(facts.title) or words.text("subject", year=facts.year)
    code = words.text(f"code_{facts.heading}", code=facts.office.code)
    recipients = _marked(PlanSection.RECIPIENT, facts.sections.get(PlanSection.RECIPIENT, ()), "")
    return PlanContent(
        document_title=words.text("document_title", year=facts.year),
        issuer=facts.office.full_name,
        form_on=on,
        heading=heading(facts.heading, facts.office, on),
        number=rules.text("number", number=number) if number else rules.text("number_blank", code=code),
        place_and_date=place_and_date(rules, facts.office.place, facts.issued_on),
        kind=words.text("kind"),
        subject=(subject, *([words.text("theme", theme=theme)] if theme else [])),
        paragraphs=tuple(_paragraphs(facts, words)),
        recipients_title=rules.text("recipients"),
        recipients=tuple(recipients),
        signer_posts=tuple(filter(None, (tidy(facts.authority).upper(), tidy(facts.signer_post).upper()))),
        signer_name=tidy(facts.signer_name),
        italics=tuple(filter(None, (theme, school_theme))),
    )


def section_title(section: PlanSection, numbers: Numbers, words: Wording, year: int) -> str:
    """The heading of a section with its number, "" for one that has none on paper."""
    title = words.texts.get(f"section_{section}")
    return "" if title is None else _numbered(numbers.section, title.format(year=year))


def part_title(part: str, numbers: Numbers, words: Wording) -> str:
    """The heading of a part with its Roman number."""
    return _numbered(numbers.part, words.text(f"part_{part}"))


def unquoted(text: str) -> str:
    """The words without quotes around the whole."""
    return tidy(text).strip('"“”')


def milestone_line(name: str, worded: str | None, from_on: date | None, due_on: date | None, words: Wording) -> str:
    """The plan's line for a milestone: its own words, a whole line where they have a colon, else composed of its
    dates; "" while it has neither."""
    if worded is not None and ":" in worded:
        return worded
    when = worded or _when(from_on, due_on, words)
    return words.text("milestone", name=name, when=when) if when else ""


def _when(from_on: date | None, due_on: date | None, words: Wording) -> str:
    if due_on is None:
        return "" if from_on is None else words.text("month", month=from_on.month, year=from_on.year)
    if from_on is None:
        return words.text("before", day=date_text(due_on))
    if (from_on.year, from_on.month) == (due_on.year, due_on.month):
        return words.text("month", month=due_on.month, year=due_on.year)
    if from_on.year == due_on.year:
        return words.text("months", first=from_on.month, last=due_on.month, year=due_on.year)
    first, last = (f"{day.month}/{day.year}" for day in (from_on, due_on))
    return words.text("months_of_years", first=first, last=last)


def _paragraphs(facts: PlanFacts, words: Wording) -> Iterator[PlanParagraph]:
    filled = [section for section, lines in facts.sections.items() if lines]
    numbers = numbered(filled)
    for part, sections in PARTS.items():
        for section in sections:
            if section is PlanSection.RECIPIENT or section not in filled:
                continue
            own = numbers.get(section, Numbers())
            if own.part:
                yield PlanParagraph(part_title(part, own, words), is_heading=True)
            if title := section_title(section, own, words, facts.year):
                yield PlanParagraph(title, is_heading=True)
            for text in _marked(section, facts.sections[section], own.section):
                yield PlanParagraph(text)


def _marked(section: PlanSection, lines: Sequence[LineFacts], prefix: str) -> Iterator[str]:
    found = marks([Entry(line.depth, line.number) for line in lines], MARKING[section], prefix)
    for line, mark in zip(lines, found, strict=True):
        yield f"{mark} {tidy(line.text)}".lstrip()


def _numbered(number: str, title: str) -> str:
    return f"{number}. {title}" if number else title
