"""From one person's or unit's points to the words of the printed criteria sheet. Knows no database, no pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import EffectiveRating
from thidua_gui.core.scoring import (
    Criterion,
    CriterionKind,
    Sheet,
    SheetSubject,
    StageKey,
    group_maximum,
    group_total,
    required_maximum,
    total,
)
from thidua_gui.core.vietnamese import date_text, tidy
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.pages.paragraphs import RichText, Span, Style
from thidua_gui.documents.score_sheet_content import ScoreSheetContent, SheetLine, SheetSection
from thidua_gui.documents.summary_content import SignatureContent
from thidua_gui.documents.wording import Wording, wording
from thidua_gui.text.documents import field_label, person_label
from thidua_gui.text.names import RATINGS, STAGES

KINDS = {SheetSubject.PERSON: "phieu-cham-diem", SheetSubject.UNIT: "phieu-cham-diem-tap-the"}
_STAGES = (StageKey.SELF, StageKey.UNIT, StageKey.COUNCIL)
_COLUMNS = ("number", "content", "maximum", "self", "unit", "council")


@dataclass(frozen=True, slots=True)
class Remark:
    """Nhận xét; `number` of the criterion it speaks of, empty for the whole sheet."""

    stage: StageKey
    author: str
    written_on: date
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Minh chứng: a file's name with the criterion or the initiative it stands behind; neither = the whole sheet."""

    file: str
    number: str = ""
    initiative: str = ""


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """One person's or unit's year. A stage or criterion absent from `scores` is not yet scored, which is never 0.

    Of a unit `post` is who heads it; whom the sheet itself scores says which of the two it is. The school has no code.
    """

    code: str
    name: str
    post: str
    unit: str
    staff_group: str
    registered: str
    sheet: Sheet
    scores: Mapping[StageKey, Mapping[CriterionId, Points]]
    rating: EffectiveRating
    rating_reason: str = ""
    remarks: tuple[Remark, ...] = ()
    proofs: tuple[Proof, ...] = ()
    unit_head: str = ""


@dataclass(frozen=True, slots=True)
class ScoreSheetFacts:
    """What stands on every sheet of the year. Without `issued_on` the date is left open, as is a missing chair."""

    office: Office
    year: int
    data_on: date
    chair: str = ""
    issued_on: date | None = None
    heading: HeadingStyle = HeadingStyle.PARTY


def score_sheet(facts: ScoreSheetFacts, person: SheetPerson, on: date, *, blank: bool) -> ScoreSheetContent:
    """The person's sheet in the wording in force on the day `on`; a person without a name is refused."""
    if not tidy(person.name):
        label = field_label("name")
        raise UserError("document_field_missing", person=person_label("", person.code), field="name", label=label)
    return _Composer(facts, person, wording(KINDS[person.sheet.subject], on), on, blank=blank).content()


class _Composer:
    def __init__(
        self, facts: ScoreSheetFacts, person: SheetPerson, words: Wording, on: date, *, blank: bool
    ) -> None:
        self._facts, self._person, self._words, self._on, self._blank = facts, person, words, on, blank

    def content(self) -> ScoreSheetContent:
        facts, person, text = self._facts, self._person, self._words.text
        lines = tuple(self._line(criterion) for criterion in person.sheet.criteria)
        summed = self._total()
        return ScoreSheetContent(
            document_title=text("document_title", year=facts.year),
            issuer=facts.office.full_name,
            form_on=self._on,
            heading=heading(facts.heading, facts.office, self._on),
            place_and_date=place_and_date(form(facts.heading, self._on), facts.office.place, facts.issued_on),
            kind=text("kind"),
            subject=text("subject", year=facts.year),
            data_note="" if self._blank else text("data_note", date=date_text(facts.data_on)),
            person_code=tidy(person.code),
            name=tidy(person.name),
            facts=self._pairs(),
            columns=tuple(text(f"column_{name}") for name in _COLUMNS),
            points_title=text("column_points"),
            lines=lines,
            total=summed,
            notes=tuple(self._notes((*lines, summed))),
            ratings=tuple(self._ratings()),
            sections=tuple(self._sections()),
            signatures=self._signatures(),
            is_blank=self._blank,
        )

    def _pairs(self) -> tuple[tuple[RichText, RichText], ...]:
        person, text = self._person, self._words.text
        name = (Span(text("name")), Span(tidy(person.name), Style.BOLD))
        registered = tidy(person.registered) or text("not_registered")
        if self._is_of_unit:
            head = self._fact("post", person.post)
            code = self._fact("code", person.code) if person.code else ()
            return ((name, code), (head, (Span(text("registered") + registered),)))
        return (
            (name, self._fact("code", person.code)),
            (self._fact("post", person.post), self._fact("staff_group", person.staff_group)),
            (self._fact("unit", person.unit), (Span(text("registered") + registered),)),
        )

    @property
    def _is_of_unit(self) -> bool:
        return self._person.sheet.subject is SheetSubject.UNIT

    def _fact(self, key: str, value: str) -> RichText:
        return (Span(self._words.text(key) + (tidy(value) or self._words.text("not_recorded"))),)

    def _line(self, criterion: Criterion) -> SheetLine:
        own, unit, council = (self._cell(criterion, stage) for stage in _STAGES)
        is_group = criterion.kind is CriterionKind.GROUP
        return SheetLine(
            tidy(criterion.number), tidy(criterion.content), self._maximum(criterion), own, unit, council, is_group
        )

    def _maximum(self, criterion: Criterion) -> str:
        if criterion.kind is CriterionKind.GROUP:
            return group_maximum(self._person.sheet, criterion.id).shortest
        points = criterion.maximum.shortest
        if criterion.kind is CriterionKind.POINTS:
            return points
        return self._words.text("bonus" if criterion.kind is CriterionKind.BONUS else "deduction", points=points)

    def _cell(self, criterion: Criterion, stage: StageKey) -> str:
        given = self._given(stage)
        if not given:
            return ""
        if criterion.kind is CriterionKind.GROUP:
            return self._points(group_total(self._person.sheet, criterion.id, given).points)
        points = given.get(criterion.id)
        if criterion.kind is CriterionKind.POINTS:
            return self._points(points)
        if points is None:
            return ""
        return str(-points if criterion.kind is CriterionKind.DEDUCTION else points)

    def _given(self, stage: StageKey) -> Mapping[CriterionId, Points]:
        """The stage's scores; nothing on a blank form, and a stage that has not begun is left for the pen too."""
        return {} if self._blank else self._person.scores.get(stage, {})

    def _points(self, points: Points | None) -> str:
        return self._words.text("not_scored") if points is None else str(points)

    def _total(self) -> SheetLine:
        sheet = self._person.sheet
        given = [self._given(stage) for stage in _STAGES]
        own, unit, council = (self._points(total(sheet, one).points) if one else "" for one in given)
        return SheetLine("", self._words.text("total"), required_maximum(sheet).shortest, own, unit, council, True)

    def _notes(self, lines: tuple[SheetLine, ...]) -> Iterator[str]:
        missing = self._words.text("not_scored")
        if any(missing in line.cells[3:] for line in lines):
            yield self._words.text("note_not_scored")
        if any(leaf.kind is not CriterionKind.POINTS for leaf in self._person.sheet.leaves()):
            yield self._words.text("note_extra")

    def _ratings(self) -> Iterator[RichText]:
        text, rating = self._words.text, self._person.rating
        blank = Span(text("blank"))
        if self._blank:
            yield (Span(text("proposed")), blank)
            yield (Span(text("decided")), blank)
            return
        if rating.proposed is None and self._is_of_unit:
            pass
        elif rating.proposed is None or rating.stage is None:
            yield (Span(text("proposed") + text("proposed_open")),)
        else:
            by = Span(text("proposed_by", stage=STAGES[rating.stage]))
            yield (Span(text("proposed")), Span(RATINGS[rating.proposed], Style.BOLD), by)
        if rating.is_decided and rating.rating is not None:
            reason = tidy(self._person.rating_reason)
            told = (Span(text("decided_reason", reason=reason)),) if reason else ()
            yield (Span(text("decided")), Span(RATINGS[rating.rating], Style.BOLD), *told)
        else:
            yield (Span(text("decided")), blank)

    def _sections(self) -> Iterator[SheetSection]:
        text = self._words.text
        if self._blank:
            yield SheetSection(text("remarks_blank_title"), blank_lines=int(self._words.numbers["blank_lines"]))
            return
        if self._person.remarks:
            yield SheetSection(text("remarks_title"), tuple(map(self._remark, self._person.remarks)))
        if self._person.proofs:
            proofs = enumerate(self._person.proofs, start=1)
            yield SheetSection(text("evidence_title"), tuple(self._proof(place, proof) for place, proof in proofs))

    def _remark(self, remark: Remark) -> RichText:
        text, author = self._words.text, tidy(remark.author)
        key = "remark_head" if author else "remark_head_unsigned"
        head = text(key, stage=STAGES[remark.stage], author=author, date=date_text(remark.written_on))
        on = text("remark_on", number=tidy(remark.number)) if remark.number else ""
        return (Span(f"- {head}{on}: ", Style.ITALIC), Span(tidy(remark.text)))

    def _proof(self, place: int, proof: Proof) -> RichText:
        text = self._words.text
        if proof.initiative:
            on = text("evidence_of_initiative", name=tidy(proof.initiative))
        else:
            on = text("evidence_on", number=tidy(proof.number)) if proof.number else text("evidence_of_sheet")
        return (Span(f"{place}. {on}", Style.ITALIC), Span(tidy(proof.file)))

    def _signatures(self) -> tuple[SignatureContent, ...]:
        text, person = self._words.text, self._person
        return (
            SignatureContent(text("sign_self"), tidy(person.post if self._is_of_unit else person.name)),
            SignatureContent(text("sign_unit"), tidy(person.unit_head)),
            SignatureContent(text("sign_council"), tidy(self._facts.chair)),
        )
