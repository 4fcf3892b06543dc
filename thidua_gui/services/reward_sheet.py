"""The money of a decision's awards, and of what a council has said before anything is decided. Pays nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.models.awards import Award, AwardRevocation, Decision
from db.models.meetings import AgendaItem, Candidate, CandidateResult, Meeting
from db.models.organisation import Person
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.awards import Level
from thidua_gui.core.council import Outcome
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, DecisionId, PersonId, UnitId
from thidua_gui.core.reward_sheet import UNKNOWN, Bearer, Given, PaidLine, Why, paid_lines, sums, total
from thidua_gui.core.rewards import Reward
from thidua_gui.core.titles import TitleKey
from thidua_gui.core.vietnamese import fold
from thidua_gui.services import titles
from thidua_gui.services.bulk import chunks
from thidua_gui.services.proposal_kinds import key_of, kinds
from thidua_gui.services.reward_rules import RewardRules, one_year_titles, rules_on
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import ordered_rows, root_row
from thidua_gui.services.year_facts import YearFacts

Subject = tuple[int | None, int | None]
"""Person or unit."""


@dataclass(frozen=True, slots=True)
class RewardLine:
    """An award with its money; `kind` is its key, empty of unknown words. `amount` None where nothing is paid or nobody
    can say how much: `why` tells which. Neither person nor unit = somebody from outside."""

    person_id: PersonId | None
    unit_id: UnitId | None
    code: str
    name: str
    unit_name: str
    kind: str
    title: str
    reward: Reward | None
    why: Why
    amount: int | None


@dataclass(frozen=True, slots=True)
class BearerSum:
    """What one person or collective is paid altogether."""

    is_unit: bool
    code: str
    name: str
    unit_name: str
    amount: int


@dataclass(frozen=True, slots=True)
class UnitSum:
    """What a unit and its people are paid; `count` bearers. The name is empty where no unit is known."""

    unit_name: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class RewardSheet:
    """What is paid under `rules`, which are those of `decided_on`; `unknown`: awards whose money nobody can say."""

    decided_on: date
    rules: RewardRules
    lines: tuple[RewardLine, ...]
    by_bearer: tuple[BearerSum, ...]
    by_unit: tuple[UnitSum, ...]
    total: int
    unknown: int


@dataclass(frozen=True, slots=True)
class _Award:
    """One award as the sheet needs it; `number` tells bearers apart, those from outside too."""

    person_id: int | None
    unit_id: int | None
    number: int
    code: str
    name: str
    unit_name: str
    title: str
    kind: ListedKind | None
    is_own: bool
    occasion: Hashable

    @property
    def bearer(self) -> Bearer:
        return self.unit_id is not None, self.number


def sheet_of(decision_id: DecisionId) -> RewardSheet:
    """Everyone whom a decision of the school names, as they were then; what was revoked since is not in it."""
    with read():
        row = Decision.get_or_none(Decision.id == decision_id)
        if row is None:
            raise UserError("decision_gone")
        rules = rules_on(row.decided_on)
        return _sheet(row.decided_on, rules, _decided(row))


def would_be_paid(campaign_id: CampaignId) -> RewardSheet:
    """The same before there is a decision: whom the council passed for what the school decides, and of the title of
    advanced labourer, where the council has said nothing of it, all who meet its conditions. So whoever failed for a
    higher title keeps the lower one."""
    with read():
        facts = YearFacts(campaign_id)
        on = facts.year.decision_on or facts.year.last_day
        return _sheet(on, rules_on(on), _would_be(facts, on))


def _sheet(on: date, rules: RewardRules, awards: Iterable[_Award]) -> RewardSheet:
    listed = list(awards)
    salary = None if rules.salary is None else rules.salary.amount
    several = {one.case: one.pay for one in rules.several}
    lines = paid_lines((_given(one, rules) for one in listed), salary, rules.rounding.mode, several)
    told = tuple(
        RewardLine(
            None if one.person_id is None else PersonId(one.person_id),
            None if one.unit_id is None else UnitId(one.unit_id),
            one.code, one.name, one.unit_name, "" if one.kind is None else one.kind.key, one.title, line.given.reward,
            line.why, line.amount,
        )
        for one, line in zip(listed, lines, strict=True)
    )  # fmt: skip
    bearers = _bearer_sums(listed, lines)
    unknown = sum(line.why in UNKNOWN for line in lines)
    return RewardSheet(on, rules, told, bearers, _unit_sums(bearers), total(lines), unknown)


def _bearer_sums(awards: Sequence[_Award], lines: Iterable[PaidLine]) -> tuple[BearerSum, ...]:
    paid = sums(lines)
    first = {one.bearer: one for one in reversed(awards)}
    order = dict.fromkeys(one.bearer for one in awards)
    return tuple(
        BearerSum(bearer[0], first[bearer].code, first[bearer].name, first[bearer].unit_name, paid[bearer])
        for bearer in order if bearer in paid
    )  # fmt: skip


def _unit_sums(bearers: Iterable[BearerSum]) -> tuple[UnitSum, ...]:
    """A collective stands under its own name; in the order of the lines."""
    found: dict[str, list[int]] = defaultdict(list)
    for one in bearers:
        found[one.name if one.is_unit else one.unit_name].append(one.amount)
    return tuple(UnitSum(name, len(amounts), sum(amounts)) for name, amounts in found.items())


def _given(one: _Award, rules: RewardRules) -> Given:
    """A form is a form also where nobody knows its words."""
    is_title = one.kind is not None and one.kind.is_title
    reward = None if one.kind is None else rules.of(one.kind.key, of_units=one.unit_id is not None)
    return Given(one.bearer, is_title, one.occasion, reward, one.is_own)


def _occasion(kind: ListedKind | None, year: int, on: date, what: Hashable) -> Hashable:
    """Titles of one year on one day are for one achievement at one time; others reach back differently far."""
    if kind is not None and kind.key in one_year_titles():
        return on, year
    return on, year, None if kind is None else kind.key, what


def _decided(row: Decision) -> Iterator[_Award]:
    """A decision that does not name the school is another authority's."""
    root = fold(root_row().name)
    is_mine = root in fold(row.authority)
    revoked = AwardRevocation.select(AwardRevocation.award)
    awards = list(Award.select().where((Award.decision == row.id) & Award.id.not_in(revoked)).order_by(*_ORDER))
    names = _names((award.person_id, award.unit_id) for award in awards)
    for award in awards:
        kind = titles.kind_of(award.title)
        what = award.kind, award.movement_id, award.achievement
        number = award.unit_id or award.person_id or -award.id
        code, name = names.get((award.person_id, award.unit_id), ("", ""))
        yield _Award(
            award.person_id, award.unit_id, number, code, award.name_then or name, award.unit_then or "", award.title,
            kind, is_mine and _is_of_school(kind), _occasion(kind, award.year, row.decided_on, what),
        )  # fmt: skip


_ORDER = (Award.position, Award.id)


def _would_be(facts: YearFacts, on: date) -> Iterator[_Award]:
    wanted = _wanted(facts)
    names = _names(subject for _, subject in wanted)
    units = {row.id: row.name for row in ordered_rows()}
    for key, (person, unit) in wanted:
        kind = kinds().get(key)
        code, name = names[person, unit]
        placed = None if person is None else facts.unit_of.get(PersonId(person))
        yield _Award(
            person, unit, unit or person or 0, code, name, "" if placed is None else units[placed],
            key if kind is None else kind.name, kind, _is_of_school(kind),
            _occasion(kind, facts.year.year, on, None),
        )  # fmt: skip


def _wanted(facts: YearFacts) -> list[tuple[str, Subject]]:
    """Kind and bearer, each once, in the order of the codes."""
    said = _said(facts.year.id)
    found = {(lowered or kind, who) for (kind, who), (outcome, lowered) in said.items() if outcome in _GIVES}
    labourer = TitleKey.ADVANCED_LABOURER
    if not any(kind == labourer for kind, _ in said):
        by_conditions = facts.eligibility.outcomes(labourer)
        met = frozenset[int]() if by_conditions is None else by_conditions.met
        found |= {(labourer.value, (person, None)) for person in met}
    names = _names(who for _, who in found)
    order = {key: place for place, key in enumerate(kinds())}
    return sorted(found, key=lambda one: (names[one[1]][0], -order.get(one[0], 0)))


_GIVES = (Outcome.PASSED, Outcome.LOWERED)


def _said(campaign_id: CampaignId) -> dict[tuple[str, Subject], tuple[Outcome, str | None]]:
    """What the council said of each, in the last meeting that had it."""
    query = (
        CandidateResult.select(
            AgendaItem.award_kind, Candidate.title, Candidate.person, Candidate.unit, CandidateResult.outcome,
            CandidateResult.lowered_to,
        )
        .join(Candidate, on=CandidateResult.candidate == Candidate.id)
        .join(AgendaItem, on=Candidate.item == AgendaItem.id)
        .join(Meeting, on=AgendaItem.meeting == Meeting.id)
        .where(Meeting.campaign == campaign_id)
        .order_by(Meeting.number, AgendaItem.position, Candidate.id)
    )  # fmt: skip
    return {
        (kind or key_of(title) or title, (person, unit)): (Outcome(outcome), lowered)
        for kind, title, person, unit, outcome, lowered in fetch(query)
    }


def _names(subjects: Iterable[Subject]) -> dict[Subject, tuple[str, str]]:
    """Code and name of people and units."""
    asked = set(subjects)
    found: dict[Subject, tuple[str, str]] = {(None, row.id): (row.code, row.name) for row in ordered_rows()}
    for part in chunks([person for person, _ in asked if person is not None]):
        rows = fetch(Person.select(Person.id, Person.code, Person.full_name).where(Person.id.in_(part)))
        found |= {(person, None): (code, name) for person, code, name in rows}
    return found


def _is_of_school(kind: ListedKind | None) -> bool:
    """Decided by the school's own head; of words that nobody knows nobody can say it, the decision does."""
    return kind is None or kind.level is Level.GRASSROOTS
