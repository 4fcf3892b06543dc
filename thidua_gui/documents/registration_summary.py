"""From registrations to the words of the Bảng tổng hợp đăng ký thi đua. Knows no database and no pages."""

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_gui.core.vietnamese import date_text, tidy
from thidua_gui.documents.office import form, heading, place_and_date
from thidua_gui.documents.pages.paragraphs import RichText, rich
from thidua_gui.documents.registration_content import PaperColumn, RegistrationPaper
from thidua_gui.documents.registration_forms import SUMMARY, RegisteredPerson, RegisteredUnit, RegistrationFacts
from thidua_gui.documents.summary_content import SignatureContent
from thidua_gui.documents.wording import Wording, wording


def registration_summary(
    facts: RegistrationFacts, units: Sequence[RegisteredUnit], school: RegisteredUnit, on: date
) -> RegistrationPaper:
    """Counts by unit and title, who has not registered, and what the school itself registers."""
    words = wording(SUMMARY, on)
    text, titles = words.text, facts.titles
    people = [person for unit in units for person in unit.people]
    done = sum(bool(person.lines) for person in people)
    rows = tuple(
        (str(number), tidy(unit.name) or text("no_unit"), *_counts(unit.people, titles, words), *_told(unit, words))
        for number, unit in enumerate(units, start=1)
    )
    collectives = sum(bool(unit.lines) for unit in units)
    missing = sum(not person.lines for person in people)
    sums = ("", text("total"), *_counts(people, titles, words), str(missing), str(collectives))
    return RegistrationPaper(
        document_title=text("document_title", year=facts.year),
        name=text("kind"),
        issuer=facts.office.full_name,
        form_on=on,
        heading=heading(facts.heading, facts.office, on),
        place_and_date=place_and_date(form(facts.heading, on), facts.office.place, facts.issued_on),
        kind=text("kind"),
        subject=(text("subject", year=facts.year),),
        data_note=text("data_note", date=date_text(facts.data_on), done=done, people=len(people)),
        facts=(),
        columns=(
            PaperColumn(text("column_number"), 9, centred=True),
            PaperColumn(text("column_unit"), 46, wraps=True),
            PaperColumn(text("column_people"), 15, centred=True),
            PaperColumn(text("column_done"), 15, centred=True),
            *(PaperColumn(title, 19, centred=True, group=text("group_people")) for title in titles),
            PaperColumn(text("column_missing"), 18, centred=True),
            PaperColumn(text("column_collective"), 40, wraps=True),
        ),
        rows=rows,
        sums=(sums,),
        row_height=0.0,
        notes=tuple(_notes(facts, people, school, words)),
        signatures=(
            SignatureContent(text("compiler_post"), ""),
            SignatureContent(tidy(facts.signer_post).upper(), tidy(facts.signer_name)),
        ),
    )


def _counts(people: Sequence[RegisteredPerson], titles: Sequence[str], words: Wording) -> Iterator[str]:
    yield str(len(people))
    yield str(sum(bool(person.lines) for person in people))
    for title in titles:
        count = sum(any(line.label == title for line in person.lines) for person in people)
        yield str(count) if count else words.text("nothing")


def _told(unit: RegisteredUnit, words: Wording) -> tuple[str, str]:
    missing = sum(not person.lines for person in unit.people)
    own = "; ".join(tidy(line.title) for line in unit.lines)
    nothing = words.text("nothing")
    return str(missing) if missing else nothing, own or nothing


def _notes(
    facts: RegistrationFacts, people: Sequence[RegisteredPerson], school: RegisteredUnit, words: Wording
) -> Iterator[RichText]:
    text = words.text
    own = "; ".join(tidy(line.title) for line in school.lines)
    name = facts.office.running_name
    yield rich(text("school", name=name, titles=own) if own else text("school_none", name=name))
    missing = [f"{tidy(person.name)} ({tidy(person.unit)})" if person.unit else tidy(person.name)
               for person in people if not person.lines]  # fmt: skip
    if missing:
        yield rich(text("missing", count=len(missing), names="; ".join(missing)))
    elif people:
        yield rich(text("nobody_missing", people=len(people)))
    late = sum(person.is_late for person in people)
    if late and facts.due_on is not None:
        yield rich(text("late", date=date_text(facts.due_on), count=late))
    if any(len(person.lines) > 1 for person in people):
        yield rich(text("several"))
