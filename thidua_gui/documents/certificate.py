"""From the facts about a person and a decision to the words of a certificate. Knows no database and no layout.

A missing field stops that person here, so drawing never meets one and never prints a substitute.
"""

from dataclasses import dataclass
from datetime import date

from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import date_words, tidy
from thidua_gui.documents.content import CertificateContent, HeadingStyle
from thidua_gui.documents.office import Office, heading
from thidua_gui.documents.wording import Wording, wording
from thidua_gui.text.documents import field_label, person_label

MERIT, ADVANCED_LABOURER = "giay-khen", "giay-chung-nhan-ldtt"
"""Kinds of certificates = ids of their wording; the layouts of a kind name it as their `document`."""


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What must be known to print a certificate. Of a draft the decision may be open; its book number stays away.
    `achievement` takes the place of the form's own words for the yearly movement."""

    recipient_code: str
    name: str
    post: str
    unit: str
    year: int
    office: Office
    signer_post: str
    signer_name: str
    heading: HeadingStyle = HeadingStyle.PARTY
    decision_number: str = ""
    decided_on: date | None = None
    book_number: str = ""
    theme: str = ""
    achievement: str = ""
    honorific: str = ""
    draft: bool = False


def merit_certificate(facts: CertificateFacts, on: date) -> CertificateContent:
    """Giấy khen in the wording in force on the day `on`; UserError("document_field_missing") names person and field."""
    form = wording(MERIT, on)
    theme = form.text("theme", theme=tidy(facts.theme).strip('"“”')) if facts.theme.strip() else ""
    return _Composer(facts, form, on).content(
        achievement=tidy(facts.achievement) or form.text("achievement", year=facts.year),
        theme=theme,
    )


def advanced_labourer_certificate(facts: CertificateFacts, on: date) -> CertificateContent:
    """Giấy chứng nhận Lao động tiên tiến in the wording in force on the day `on`; refuses as merit_certificate does."""
    form = wording(ADVANCED_LABOURER, on)
    return _Composer(facts, form, on).content(
        award_intro=form.text("award_intro"),
        award=form.text("award"),
        award_year=form.text("award_year", year=facts.year),
    )


class _Composer:
    def __init__(self, facts: CertificateFacts, form: Wording, on: date) -> None:
        self._facts, self._form, self._on = facts, form, on

    def content(self, **award: str) -> CertificateContent:
        facts, form = self._facts, self._form
        signer_post = self._required("signer_post", facts.signer_post)
        return CertificateContent(
            kind=form.id,
            document_title=form.text("document_title", year=facts.year),
            recipient_code=facts.recipient_code,
            name=self._required("name", facts.name),
            honorific=tidy(facts.honorific) or form.text("honorific"),
            post_and_unit=self._post_and_unit(),
            heading=heading(facts.heading, facts.office, self._on),
            issuer=form.text("issuer", post=signer_post.upper(), office=facts.office.full_name.upper()),
            title=form.text("title"),
            give=form.text("give"),
            signer_post=signer_post.upper(),
            signer_name=self._required("signer_name", facts.signer_name),
            place_and_date=self._place_and_date(),
            register=self._register(),
            draft_mark=form.text("draft_mark") if facts.draft else "",
            **award,
        )

    def _post_and_unit(self) -> str:
        post, unit = tidy(self._facts.post), tidy(self._facts.unit)
        if post and unit:
            return self._form.text("post_and_unit", post=post, unit=unit)
        return self._required("post_and_unit", post or unit)

    def _place_and_date(self) -> str:
        place = self._required("place", self._facts.office.place)
        if self._facts.draft:
            return self._form.text("place_and_date_draft", place=place)
        return self._form.text("place_and_date", place=place, date=date_words(self._decided_on()))

    def _register(self) -> tuple[str, ...]:
        facts, form = self._facts, self._form
        if facts.draft:
            return form.text("register_decision_draft"), form.text("register_date_draft")
        number = self._required("decision_number", facts.decision_number)
        lines = [form.text("register_decision", number=number)]
        lines.append(form.text("register_date", date=date_words(self._decided_on())))
        if facts.book_number.strip():
            lines.append(form.text("register_book", number=tidy(facts.book_number)))
        return tuple(lines)

    def _decided_on(self) -> date:
        if self._facts.decided_on is None:
            raise self._missing("decided_on")
        return self._facts.decided_on

    def _required(self, field: str, value: str) -> str:
        value = tidy(value)
        if not value:
            raise self._missing(field)
        return value

    def _missing(self, field: str) -> UserError:
        facts = self._facts
        person = person_label(facts.name, facts.recipient_code)
        return UserError("document_field_missing", person=person, field=field, label=field_label(field))
