"""Phiếu thành tích: every word of the card of one person or unit over all years. Knows no database and no pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import date_text, tidy
from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.pages.paragraphs import RichText, Span, Style
from thidua_gui.documents.summary_content import SignatureContent
from thidua_gui.documents.wording import Wording, wording
from thidua_gui.text.documents import field_label, person_label

FORM = "phieu-thanh-tich"


@dataclass(frozen=True, slots=True)
class GivenAward:
    """One award with its decision and what it rested on; `revoked` says in words when it was taken back and why."""

    title: str
    decision: str
    revoked: str = ""
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearFacts:
    """What the card tells of one year; `rating` "" = not rated."""

    year: int
    awards: tuple[GivenAward, ...]
    rating: str = ""
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AwardCardFacts:
    """Whose card it is and what stands on it, the newest year first."""

    office: Office
    heading: HeadingStyle
    is_unit: bool
    code: str
    name: str
    post: str
    unit: str
    born_on: date | None
    joined_on: date | None
    years: tuple[YearFacts, ...]
    chains: tuple[str, ...]
    today: date
    signer_post: str
    signer_name: str
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class CardRow:
    """One award of a year, or the year alone; the year, the rating and what else there was stand in its first row."""

    year: str
    award: str
    decision: str
    rating: str
    other: str
    is_revoked: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of the columns."""
        return (self.year, self.award, self.decision, self.rating, self.other)


@dataclass(frozen=True, slots=True)
class AwardCardContent:
    """Every word of the card; `columns` are the titles of its table."""

    document_title: str
    name: str
    issuer: str
    form_on: date
    heading: Heading
    place_and_date: str
    kind: str
    subject: tuple[str, ...]
    data_note: str
    facts: tuple[RichText, ...]
    part_history: str
    columns: tuple[str, ...]
    rows: tuple[CardRow, ...]
    nothing: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    signatures: tuple[SignatureContent, ...]


def award_card(facts: AwardCardFacts, on: date) -> AwardCardContent:
    """The card in the wording in force on the day `on`; without a name there is none."""
    words, name = wording(FORM, on), tidy(facts.name)
    text = words.text
    if not name:
        raise UserError(
            "document_field_missing", person=person_label("", facts.code), field="name", label=field_label("name")
        )
    grounds = tuple(
        text("grounds", award=award.title, year=year.year, grounds="; ".join(award.grounds))
        for year in facts.years for award in year.awards if award.grounds
    )  # fmt: skip
    return AwardCardContent(
        document_title=text("document_title", name=name),
        name=name,
        issuer=facts.office.full_name,
        form_on=on,
        heading=heading(facts.heading, facts.office, on),
        place_and_date=place_and_date(form(facts.heading, on), facts.office.place, facts.issued_on),
        kind=text("kind"),
        subject=(text("subject_unit" if facts.is_unit else "subject_person"),),
        data_note=text("data_note", today=date_text(facts.today)),
        facts=tuple(_facts(facts, words)),
        part_history=text("part_history"),
        columns=tuple(text(f"column_{key}") for key in ("year", "award", "decision", "rating", "other")),
        rows=tuple(row for year in facts.years for row in _rows(year)),
        nothing=text("nothing"),
        parts=(
            (text("part_chains"), tuple(_listed(facts.chains)) or (text("no_chain"),)),
            *(((text("part_grounds"), grounds),) if grounds else ()),
        ),
        signatures=(
            SignatureContent(text("kept_by"), ""),
            SignatureContent(tidy(facts.signer_post).upper(), tidy(facts.signer_name)),
        ),
    )


def _facts(facts: AwardCardFacts, words: Wording) -> Iterator[RichText]:
    text = words.text
    yield (Span(text("name_unit" if facts.is_unit else "name")), Span(tidy(facts.name), Style.BOLD))
    yield _fact(words, "code", facts.code)
    if facts.is_unit:
        if tidy(facts.unit):
            yield _fact(words, "above", facts.unit)
        return
    yield _fact(words, "born", "" if facts.born_on is None else date_text(facts.born_on))
    yield _fact(words, "post", facts.post)
    yield _fact(words, "unit", facts.unit)
    yield _fact(words, "joined", "" if facts.joined_on is None else date_text(facts.joined_on))


def _fact(words: Wording, key: str, value: str) -> RichText:
    return (Span(words.text(key) + (tidy(value) or words.text("not_recorded"))),)


def _rows(year: YearFacts) -> Iterator[CardRow]:
    other = "; ".join(year.other)
    if not year.awards:
        yield CardRow(str(year.year), "", "", year.rating, other)
    for place, award in enumerate(year.awards):
        title = f"{award.title} ({award.revoked})" if award.revoked else award.title
        first = (str(year.year), year.rating, other) if place == 0 else ("", "", "")
        yield CardRow(first[0], title, award.decision, first[1], first[2], bool(award.revoked))


def _listed(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        yield f"- {text}."
