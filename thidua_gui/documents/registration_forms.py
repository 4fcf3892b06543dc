"""From registrations to the words of their papers: of a unit's people, of one person, of a collective, of the school.
Knows no database and no pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import date_text, tidy
from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.pages.paragraphs import RichText, Span, Style, rich
from thidua_gui.documents.registration_content import PaperColumn, RegistrationPaper
from thidua_gui.documents.summary_content import SignatureContent
from thidua_gui.documents.wording import Wording, wording
from thidua_gui.text.documents import field_label, person_label

FORM, SUMMARY = "phieu-dang-ky", "bang-tong-hop-dang-ky"


@dataclass(frozen=True, slots=True)
class Registered:
    """One registration; `label` is the common name by which it is counted."""

    title: str
    label: str
    on: date | None = None
    content: str = ""


@dataclass(frozen=True, slots=True)
class RegisteredPerson:
    """A person with what was registered, nothing if nothing was."""

    code: str
    name: str
    post: str
    unit: str
    lines: tuple[Registered, ...]
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class RegisteredUnit:
    """A unit, its people in the order they are printed in, its own registrations, and who signs for it."""

    name: str
    people: tuple[RegisteredPerson, ...]
    lines: tuple[Registered, ...]
    head_name: str = ""
    head_post: str = ""


@dataclass(frozen=True, slots=True)
class RegistrationFacts:
    """What stands on every paper of the year; `titles` are the names counted, in their order. Without `issued_on` the
    date is left open for writing by hand."""

    office: Office
    year: int
    titles: tuple[str, ...]
    data_on: date
    due_on: date | None
    signer_post: str
    signer_name: str
    issued_on: date | None = None
    heading: HeadingStyle = HeadingStyle.PARTY


def unit_form(facts: RegistrationFacts, unit: RegisteredUnit, on: date) -> RegistrationPaper:
    """Phiếu đăng ký of a unit: all its people with room for each to sign."""
    words = wording(FORM, on)
    text = words.text
    rows = []
    for number, person in enumerate(unit.people, start=1):
        titles, contents = _joined(line.title for line in person.lines), _joined(line.content for line in person.lines)
        rows.append((str(number), tidy(person.name), tidy(person.post), titles, contents, ""))
    return RegistrationPaper(
        document_title=text("title_unit", year=facts.year),
        name=tidy(unit.name),
        issuer=facts.office.full_name,
        form_on=on,
        heading=_of_unit(facts, unit.name, on),
        place_and_date=_place(facts, on),
        kind=text("kind_unit"),
        subject=(text("subject", year=facts.year),),
        data_note="",
        facts=tuple(rich(line) for line in _unit_lines(unit, facts.titles, words)),
        columns=(
            PaperColumn(text("column_number"), 9, centred=True),
            PaperColumn(text("column_name"), 42, wraps=True),
            PaperColumn(text("column_post"), 22, wraps=True),
            PaperColumn(text("column_title"), 34, wraps=True),
            PaperColumn(text("column_content"), 30, wraps=True),
            PaperColumn(text("column_sign"), 22, centred=True),
        ),
        rows=tuple(rows),
        sums=(),
        row_height=words.numbers["sign_height"],
        notes=(),
        signatures=(_head(unit, words),),
    )


def person_form(
    facts: RegistrationFacts, unit: RegisteredUnit, person: RegisteredPerson, on: date
) -> RegistrationPaper:
    """Phiếu đăng ký of one person, signed by the person and the head of the unit."""
    words = wording(FORM, on)
    text = words.text
    if not tidy(person.name):
        label = field_label("name")
        raise UserError("document_field_missing", person=person_label("", person.code), field="name", label=label)
    lines = (
        (Span(text("name")), Span(tidy(person.name), Style.BOLD)),
        _fact(words, "post", person.post),
        _fact(words, "unit", person.unit),
        (Span(text("statement_person", year=facts.year)),),
    )
    signatures = (SignatureContent(text("sign_person"), tidy(person.name)), _head(unit, words))
    heading_of = _of_unit(facts, unit.name, on) if tidy(unit.name) else _of_school(facts, on)
    return _single(
        facts, words, on, heading_of, text("kind_person"),
        text("title_person", year=facts.year, name=tidy(person.name)), tidy(person.name), lines, person.lines,
        text("promise_person"), signatures,
    )  # fmt: skip


def collective_form(facts: RegistrationFacts, unit: RegisteredUnit, on: date, *, is_school: bool) -> RegistrationPaper:
    """Bản đăng ký of a unit as a collective, or of the school itself signed by its head."""
    words = wording(FORM, on)
    text = words.text
    name = facts.office.running_name if is_school else tidy(unit.name)
    lines: tuple[RichText, ...] = (
        (Span(text("statement_collective", name=name, year=facts.year)),),
    )
    if is_school:
        signature = SignatureContent(tidy(facts.signer_post).upper(), tidy(facts.signer_name))
    else:
        signature = _head(unit, words)
        lines = (_fact(words, "collective_name", name), _fact(words, "members", str(len(unit.people))), *lines)
    heading_of = _of_school(facts, on) if is_school else _of_unit(facts, unit.name, on)
    return _single(
        facts, words, on, heading_of, text("kind_collective"),
        text("title_collective", year=facts.year, name=name), name, lines, unit.lines,
        text("promise_collective", name=name), (signature,),
    )  # fmt: skip


def _single(
    facts: RegistrationFacts, words: Wording, on: date, heading_of: Heading, kind: str, document_title: str, name: str,
    lines: tuple[RichText, ...], registered: Sequence[Registered], promise: str,
    signatures: tuple[SignatureContent, ...],
) -> RegistrationPaper:  # fmt: skip
    """Where nothing is registered yet, some empty rows are left for the pen."""
    text = words.text
    rows = [
        (str(number), line.title, line.content, "" if line.on is None else date_text(line.on))
        for number, line in enumerate(registered, start=1)
    ] or [("", "", "", "")] * int(words.numbers["blank_rows"])
    return RegistrationPaper(
        document_title=document_title,
        name=name,
        issuer=facts.office.full_name,
        form_on=on,
        heading=heading_of,
        place_and_date=_place(facts, on),
        kind=kind,
        subject=(text("subject", year=facts.year),),
        data_note="",
        facts=lines,
        columns=(
            PaperColumn(text("column_number"), 11, centred=True),
            PaperColumn(text("column_title"), 56, wraps=True),
            PaperColumn(text("column_content"), 56, wraps=True),
            PaperColumn(text("column_day"), 26, centred=True),
        ),
        rows=tuple(rows),
        sums=(),
        row_height=words.numbers["sign_height"],
        notes=(rich(promise),),
        signatures=signatures,
    )


def _unit_lines(unit: RegisteredUnit, titles: Sequence[str], words: Wording) -> Iterator[str]:
    text = words.text
    done = sum(bool(person.lines) for person in unit.people)
    counts = Counter(line.label for person in unit.people for line in person.lines)
    told = ", ".join(text("counts_title", title=label, count=counts[label]) for label in titles if counts[label])
    listed = text("counts_titles", titles=told) if told else ""
    yield text("counts", people=len(unit.people), done=done, titles=listed)
    own = _joined(line.title for line in unit.lines)
    yield text("collective", titles=own) if own else text("collective_none")


def _fact(words: Wording, key: str, value: str) -> RichText:
    return (Span(words.text(key) + (tidy(value) or words.text("not_recorded"))),)


def _head(unit: RegisteredUnit, words: Wording) -> SignatureContent:
    return SignatureContent(tidy(unit.head_post).upper() or words.text("sign_unit"), tidy(unit.head_name))


def _of_unit(facts: RegistrationFacts, unit: str, on: date) -> Heading:
    """The unit's own paper stands under the school."""
    rules = form(facts.heading, on)
    return Heading(facts.heading, facts.office.full_name, tidy(unit).upper(), rules.text("nation"), rules.text("motto"))


def _of_school(facts: RegistrationFacts, on: date) -> Heading:
    return heading(facts.heading, facts.office, on)


def _place(facts: RegistrationFacts, on: date) -> str:
    return place_and_date(form(facts.heading, on), facts.office.place, facts.issued_on)


def _joined(texts: Iterator[str]) -> str:
    return "; ".join(text for text in map(tidy, texts) if text)
