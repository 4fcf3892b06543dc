"""The year's targets with what the rows say of them, and who stands behind each. Judges by core.targets alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db.models.organisation import Unit
from db.models.plan import PlanItem, Target
from thidua_gui.core.ids import CampaignId, PersonId, PlanItemId, TargetId, UnitId
from thidua_gui.core.target_catalogue import (
    WHOLE,
    Among,
    Base,
    Measured,
    Subject,
    Within,
    basis_of,
    first_basis,
    fit,
)
from thidua_gui.core.targets import Basis, Bound, Count, Gap, Known, OpenReason, Verdict, gap, judge
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.rows import fetch
from thidua_gui.services.target_measures import BaseMembers, base_members, known_of
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text.target_words import BOUND_UNITS, MEASURES, TARGET_BASES


@dataclass(frozen=True, slots=True)
class TargetLine:
    """Chỉ tiêu with what was reached; `counted` is None while no data can decide the measure. `within_unit` names the
    unit that narrows the base; `plan_line` is the text of the plan that it comes from."""

    id: TargetId
    code: str
    content: str
    measured: Measured
    among: Among
    bound: Bound
    counted: Count | None
    verdict: Verdict
    basis: Basis
    within: Within = WHOLE
    within_unit: str = ""
    gap: Gap | None = None
    open_reason: OpenReason | None = None
    plan_item_id: PlanItemId | None = None
    plan_line: str = ""


@dataclass(frozen=True, slots=True)
class TargetSubject:
    """One member of a target's base: a person with the unit's name, or a unit; `met` None = not known yet."""

    person_id: PersonId | None
    unit_id: UnitId | None
    name: str
    unit_name: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A target as its rows ask, measured against the year."""

    counted: Count | None
    verdict: Verdict
    basis: Basis
    gap: Gap | None
    open_reason: OpenReason | None


@dataclass(frozen=True, slots=True)
class Question:
    """What a target asks of the year."""

    measured: Measured
    among: Among
    bound: Bound
    within: Within = WHOLE


@dataclass(slots=True)
class TargetJudge:
    """Judges many targets on the same facts; to be used inside one read."""

    facts: YearFacts
    _known: dict[Measured, Known | None] = field(default_factory=dict)
    _bases: dict[tuple[Among, Within], BaseMembers | None] = field(default_factory=dict)

    def known(self, measured: Measured) -> Known | None:
        """Who meets a measure, None while it is not settled."""
        if measured not in self._known:
            self._known[measured] = known_of(self.facts, measured)
        return self._known[measured]

    def base(self, among: Among, within: Within) -> BaseMembers | None:
        """Who is counted, None while it is not settled."""
        if (among, within) not in self._bases:
            self._bases[among, within] = base_members(self.facts, among, within)
        return self._bases[among, within]

    def judge(self, asked: Question) -> Judged:
        """The figure, the verdict, on what it rests, and why it is open if it is."""
        if not fit(asked.measured, asked.among, asked.bound.unit, asked.within):
            return Judged(None, Verdict.OPEN, first_basis(asked.measured), None, OpenReason.MISFIT)
        known, base = self.known(asked.measured), self.base(asked.among, asked.within)
        basis = basis_of(asked.measured, asked.among, is_granted=_is_granted(known, base))
        if known is None:
            return Judged(None, Verdict.OPEN, basis, None, _UNSETTLED[first_basis(asked.measured)])
        if base is None:
            return Judged(None, Verdict.OPEN, basis, None, OpenReason.BASE_NOT_GRANTED)
        counted = known.among(base.members)
        verdict = Verdict.OPEN if base.open else judge(asked.bound, counted)
        reason = self._why_open(asked.bound, counted, base, known) if verdict is Verdict.OPEN else None
        return Judged(counted, verdict, basis, gap(asked.bound, counted), reason)

    def _why_open(self, bound: Bound, counted: Count, base: BaseMembers, known: Known) -> OpenReason:
        by_conditions = known.is_eligible or base.is_eligible
        if by_conditions and self.facts.eligibility.law.frame is None:
            return OpenReason.LAW_NOT_READ
        return _why_open(bound, counted, base.open)


def _is_granted(known: Known | None, base: BaseMembers | None) -> bool:
    """Whether a decision settled both sides, not the conditions alone."""
    return known is not None and base is not None and not (known.is_eligible or base.is_eligible)


_UNSETTLED = {
    Basis.ELIGIBLE: OpenReason.TITLE_NOT_GRANTED,
    Basis.GRANTED: OpenReason.NOTHING_COMMENDED,
}


def target_lines(campaign_id: CampaignId) -> tuple[TargetLine, ...]:
    """The year's targets in the plan's order, each with what the rows say of it, in a number of queries that does not
    depend on how many targets, people or units there are."""
    with read():
        return lines_of(YearFacts(campaign_id))


def lines_of(facts: YearFacts) -> tuple[TargetLine, ...]:
    """The same inside a read of the caller's."""
    found = list(Target.select().where(Target.campaign == facts.year.id).order_by(Target.position, Target.id))
    units = _unit_names(row.within_unit_id for row in found)
    lines = _plan_lines(row.plan_item_id for row in found)
    judges = TargetJudge(facts)
    return tuple(_line(row, judges, units, lines) for row in found)


def question_of(row: Target) -> Question:
    """What a stored target asks."""
    return Question(
        MEASURES.value(row.measure, row.measure_parameter),
        TARGET_BASES.value(row.base, row.base_parameter),
        Bound.from_hundredths(row.lower, row.upper, BOUND_UNITS.value(row.unit)),
        Within(None if row.within_unit_id is None else UnitId(row.within_unit_id), row.within_group),
    )


def subjects(campaign_id: CampaignId, target_id: TargetId) -> tuple[TargetSubject, ...]:
    """Who stands behind a target: those who lack it first, then those who can't be judged yet, then the others."""
    with read():
        row = Target.get_or_none((Target.id == target_id) & (Target.campaign == campaign_id))
        return () if row is None else subjects_of(YearFacts(campaign_id), question_of(row))


def subjects_of(facts: YearFacts, asked: Question) -> tuple[TargetSubject, ...]:
    """The same inside a read of the caller's; nobody while the measure or its base is not settled."""
    judges = TargetJudge(facts)
    if not fit(asked.measured, asked.among, asked.bound.unit, asked.within):
        return ()
    known, base = judges.known(asked.measured), judges.base(asked.among, asked.within)
    if known is None or base is None:
        return ()
    of_units = asked.among.asked.subject is Subject.UNITS
    found = _units(facts, asked.among, base, known) if of_units else _people(facts, base, known)
    return tuple(sorted(found, key=lambda subject: _INTEREST[subject.met]))


_INTEREST = {False: 0, None: 1, True: 2}


def _units(facts: YearFacts, among: Among, base: BaseMembers, known: Known) -> Iterable[TargetSubject]:
    rows = facts.collectives if among.base is Base.COLLECTIVES else facts.faculties_and_offices
    for row in rows:
        if row.id in base.members:
            yield TargetSubject(None, UnitId(row.id), row.name, "", known.answer(row.id))


def _people(facts: YearFacts, base: BaseMembers, known: Known) -> Iterable[TargetSubject]:
    names = {UnitId(unit): name for unit, name in fetch(Unit.select(Unit.id, Unit.name))}
    apart = told_apart(facts.year.last_day, posts=facts.posts)
    for person in facts.people:
        if person.id in base.members:
            unit = facts.unit_of.get(person.id)
            name = labelled(person.full_name, apart.get(person.id, ""))
            told = "" if unit is None else names[unit]
            yield TargetSubject(person.id, unit, name, told, known.answer(person.id))


def _line(
    row: Target, judges: TargetJudge, units: Mapping[int, str], plan_lines: Mapping[int, str]
) -> TargetLine:
    asked = question_of(row)
    judged = judges.judge(asked)
    item = row.plan_item_id
    return TargetLine(
        TargetId(row.id), row.code, row.content, asked.measured, asked.among, asked.bound, judged.counted,
        judged.verdict, judged.basis, asked.within, units.get(asked.within.unit_id or 0, ""), judged.gap,
        judged.open_reason, None if item is None else PlanItemId(item), plan_lines.get(item or 0, ""),
    )  # fmt: skip


def _why_open(bound: Bound, counted: Count, open_members: int) -> OpenReason:
    if bound.lower is None and bound.upper is None:
        return OpenReason.NO_BOUND
    if open_members:
        return OpenReason.BASE_OPEN
    return OpenReason.UNKNOWN_MEMBERS if counted.of else OpenReason.EMPTY_BASE


def _unit_names(ids: Iterable[int | None]) -> Mapping[int, str]:
    wanted = sorted({unit for unit in ids if unit is not None})
    query = Unit.select(Unit.id, Unit.name).where(Unit.id.in_(wanted))
    return dict(fetch(query)) if wanted else {}


def _plan_lines(ids: Iterable[int | None]) -> Mapping[int, str]:
    wanted = sorted({item for item in ids if item is not None})
    query = PlanItem.select(PlanItem.id, PlanItem.text).where(PlanItem.id.in_(wanted))
    return dict(fetch(query)) if wanted else {}
