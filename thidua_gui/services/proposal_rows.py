"""The rows of one tab of proposals, ranked and judged, in a number of queries that does not grow with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import peewee as pw

from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.organisation import Person, Unit
from db.models.proposals import ConditionOverride, Proposal, ProposalPaper
from db.models.submissions import UnitVote
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import AwardId, CampaignId, MovementId, PersonId, ProposalId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.proposals import EDITABLE, GONE, STANDING, Placed, State, is_short, ranked
from thidua_gui.core.ratings import Rating, deciding_total
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services.dossiers import dossier_list
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.proposal_duplicates import told
from thidua_gui.services.proposal_kinds import is_of_units, judged_as
from thidua_gui.services.proposal_verdicts import Asked, Judge, outcomes_of
from thidua_gui.services.proposal_views import ProposalRow
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.scoring import board, stage_total
from thidua_gui.services.unit_tree import unit_names
from thidua_gui.services.year_facts import YearFacts, title_token
from thidua_gui.text import proposals as wording

_FIELDS = (
    Proposal.id, Proposal.person, Proposal.unit, Proposal.title, Proposal.basis, Proposal.state, Proposal.is_listed,
    Proposal.position, Proposal.received_on, Proposal.achievement, Proposal.note, Proposal.lowered_to,
    Proposal.movement, Proposal.proposing_unit, Proposal.award, Proposal.outcome, Proposal.findings,
)  # fmt: skip


Said = tuple[Outcome | None, int, int]


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever is proposed, as lists show them."""

    code: str
    name: str
    name_sort: str
    unit_id: UnitId | None
    unit_name: str


class Stored(NamedTuple):
    """A proposal as its row has it, with what it is ranked by."""

    id: ProposalId
    person_id: int | None
    unit_id: int | None
    title: str
    basis: CommendationKind
    state: State
    is_listed: bool
    position: int
    received_on: date | None
    achievement: str
    note: str
    lowered_to: str | None
    movement_id: int | None
    proposing_unit_id: int | None
    award_id: int | None
    outcome: str | None
    findings: str | None
    total: Points | None
    bearer: Bearer

    @property
    def subject(self) -> int:
        found = self.unit_id if self.person_id is None else self.person_id
        assert found is not None
        return found

    @property
    def is_frozen(self) -> bool:
        """The verdict is the one that the council was given."""
        return self.state not in EDITABLE and self.findings is not None

    @property
    def takes_place(self) -> bool:
        """Neither without success, nor withdrawn, nor lowered to something else."""
        return self.state in STANDING and self.state is not State.LOWERED


class TabRows:
    """To be used inside one read."""

    def __init__(self, facts: YearFacts, kind: ListedKind, judge: Judge) -> None:
        self._facts = facts
        self._kind = kind
        self._judge = judge
        self._mine = (Proposal.campaign == facts.year.id) & (Proposal.kind == kind.key)
        self._totals = Totals(facts)

    @cached_property
    def placed(self) -> Sequence[tuple[Stored, Placed]]:
        """All in the order of the ranking, people before collectives; what takes no place stands at the end."""
        groups: tuple[list[Stored], list[Stored], list[Stored]] = ([], [], [])
        for row in self._stored():
            groups[int(row.unit_id is not None) if row.takes_place else 2].append(row)
        people, units, out = groups
        last = [(row, Placed(None, False)) for row in sorted(out, key=_among_equals)]
        return (*ranked(people, _total, _among_equals), *ranked(units, _total, _among_equals), *last)

    def rows(
        self, ids: Collection[ProposalId] | None = None, below: Collection[ProposalId] = (), *, is_judged: bool = True
    ) -> tuple[ProposalRow, ...]:
        """All of them, or those alone, with rank and verdict; `below`: who stands below the line of a quota."""
        wanted = [(row, place) for row, place in self.placed if ids is None or row.id in ids]
        verdicts = self._verdicts([row for row, _ in wanted]) if is_judged else {}
        chosen, at_hand, votes = self._chosen(), self._at_hand(), self._votes()
        overridden, missing = self._counts(ConditionOverride), self._missing_papers()
        doubled = told(self._facts, self._kind, self._judge.law)
        made = []
        for row, place in wanted:
            key, codes = (row.person_id, row.unit_id), chosen.get(row.id, ())
            agreed = votes.get((*key, row.proposing_unit_id), votes.get((*key, None), (None, None)))
            outcome, met, of = verdicts.get(row.id, (None, 0, 0))
            made.append(ProposalRow(
                id=row.id, person_id=None if row.person_id is None else PersonId(row.person_id),
                unit_id=None if row.unit_id is None else UnitId(row.unit_id), code=row.bearer.code,
                name=row.bearer.name, name_sort=row.bearer.name_sort, unit_name=row.bearer.unit_name,
                kind=self._kind.key, title=row.title, basis=row.basis, state=row.state, is_listed=row.is_listed,
                rank=place.rank, total=row.total, rating=self._totals.rating(*key), initiatives=tuple(codes),
                agree=agreed[0], present=agreed[1], outcome=outcome, met=met, of=of,
                overridden=overridden.get(row.id, 0), papers_missing=missing(row.id, row.basis.value),
                received_on=row.received_on, achievement=row.achievement, note=row.note, is_tied=place.is_tied,
                is_below_line=row.id in below, duplicate=doubled(*key, row.award_id, row.state),
                position=row.position, is_frozen=row.is_frozen,
                at_hand=tuple(words for code, words in at_hand.get(row.person_id or 0, ()) if code not in codes),
                lowered_to=row.lowered_to,
                movement_id=None if row.movement_id is None else MovementId(row.movement_id),
                proposing_unit_id=None if row.proposing_unit_id is None else UnitId(row.proposing_unit_id),
                award_id=None if row.award_id is None else AwardId(row.award_id),
            ))  # fmt: skip
        return tuple(made)

    def _stored(self) -> Iterator[Stored]:
        bearers = self._bearers()
        query = Proposal.select(*_FIELDS).where(self._mine).order_by(Proposal.position, Proposal.id)
        for (
            number, person, unit, title, basis, state, is_listed, position, received_on, achievement, note, lowered_to,
            movement, proposing, award, outcome, findings,
        ) in fetch(query):  # fmt: skip
            yield Stored(
                ProposalId(number), person, unit, title, CommendationKind(basis), State(state), bool(is_listed),
                position, day(received_on), achievement or "", note or "", lowered_to, movement, proposing, award,
                outcome, findings, self._totals.of(person, unit), bearers[person, unit],
            )  # fmt: skip

    def _verdicts(self, rows: Sequence[Stored]) -> Mapping[ProposalId, Said]:
        """Outcome, how many conditions are met, of how many."""
        found = {
            row.id: _counted(None if row.outcome is None else Outcome(row.outcome), outcomes_of(row.findings))
            for row in rows
            if row.is_frozen
        }
        award = judged_as(self._kind, is_unit=is_of_units(self._kind))
        asked = [
            Asked(row.id, row.subject, row.received_on)
            for row in rows
            if not row.is_frozen and not is_short(row.basis) and row.state not in GONE
            and judged_as(self._kind, is_unit=row.unit_id is not None) is award
        ]  # fmt: skip
        if award is not None and asked:
            for proposal, verdict in self._judge.verdicts(award, asked).items():
                if verdict.judgement is not None:
                    outcomes = [finding.outcome for finding in verdict.judgement.findings]
                    found[proposal] = _counted(verdict.judgement.outcome, outcomes)
        return found

    def _bearers(self) -> Mapping[tuple[int | None, int | None], Bearer]:
        posts, units = self._facts.posts, {UnitId(row.id): row for row in Unit.select()}
        short = unit_names(units.values())
        additions = told_apart(self._facts.year.last_day, posts=posts)
        found: dict[tuple[int | None, int | None], Bearer] = {
            (None, unit): Bearer(row.code, row.name, row.name_fold, unit, row.kind) for unit, row in units.items()
        }
        asked = Proposal.select(Proposal.person).where(self._mine)
        people = Person.select(Person.id, Person.code, Person.full_name, Person.name_sort).where(Person.id.in_(asked))
        for person, code, name, name_sort in fetch(people):
            unit_id = posts[PersonId(person)].unit_id if PersonId(person) in posts else None
            unit_name = "" if unit_id is None else short[unit_id]
            full = labelled(name, additions.get(PersonId(person), ""))
            found[person, None] = Bearer(code, full, name_sort, unit_id, unit_name)
        return found

    def _chosen(self) -> Mapping[int, list[str]]:
        query = (
            InitiativeUse.select(InitiativeUse.proposal, Initiative.code)
            .join(Initiative, on=(InitiativeUse.initiative == Initiative.id))
            .where(InitiativeUse.proposal.in_(Proposal.select(Proposal.id).where(self._mine)))
            .order_by(Initiative.code)
        )
        return _grouped(fetch(query))

    def _at_hand(self) -> Mapping[int, list[tuple[str, str]]]:
        """Of each author the codes, and how the list shows them."""
        found: dict[int, list[tuple[str, str]]] = defaultdict(list)
        query = (
            InitiativeAuthor.select(InitiativeAuthor.person, Initiative.code, Initiative.result)
            .join(Initiative, on=(InitiativeAuthor.initiative == Initiative.id))
            .where(Initiative.campaign == self._facts.year.id)
            .order_by(Initiative.code)
        )
        for author, code, result in fetch(query):
            found[author].append((code, wording.initiative(code, result)))
        return found

    def _votes(self) -> Mapping[tuple[int | None, int | None, int | None], tuple[int | None, int | None]]:
        """Agree and present, by whom and by the voting unit; under None the first unit's that counted."""
        fields = (
            UnitVote.person, UnitVote.unit, UnitVote.voting_unit, UnitVote.title, UnitVote.agree, UnitVote.present
        )  # fmt: skip
        query = UnitVote.select(*fields).where(UnitVote.campaign == self._facts.year.id)
        token = title_token(self._kind.name)
        found: dict[tuple[int | None, int | None, int | None], tuple[int | None, int | None]] = {}
        for person, unit, voting, title, agree, present in fetch(query.order_by(UnitVote.position, UnitVote.id)):
            if title_token(title) == token:
                found[person, unit, voting] = agree, present
                if agree is not None:
                    found.setdefault((person, unit, None), (agree, present))
        return found

    def _counts(self, model: type[ConditionOverride]) -> Mapping[int, int]:
        mine = model.proposal.in_(Proposal.select(Proposal.id).where(self._mine))
        query = model.select(model.proposal, pw.fn.COUNT(model.id)).where(mine).group_by(model.proposal)
        return dict(fetch(query))

    def _missing_papers(self) -> MissingPapers:
        mine = ProposalPaper.proposal.in_(Proposal.select(Proposal.id).where(self._mine))
        noted = _grouped(fetch(ProposalPaper.select(ProposalPaper.proposal, ProposalPaper.name).where(mine)))
        return MissingPapers(self._kind.key, self._facts.year.decision_on or self._facts.year.last_day, noted)


class MissingPapers:
    """How many papers that the list requires are neither there nor waived."""

    def __init__(self, kind: str, on: date, noted: Mapping[int, list[str]]) -> None:
        self._kind, self._on, self._noted = kind, on, noted
        self._asked: dict[str, tuple[str, ...]] = {}

    def __call__(self, proposal: int, basis: str) -> int:
        if basis not in self._asked:
            items = dossier_list(self._kind, basis, self._on)
            self._asked[basis] = tuple(item.name for item in items if item.is_required)
        noted = self._noted.get(proposal, ())
        return sum(name not in noted for name in self._asked[basis])


class Totals:
    """Total and rating of people and units; those of units are read when the first one is asked for."""

    def __init__(self, facts: YearFacts) -> None:
        self._facts = facts
        self._of_units: Mapping[int, Points] | None = None

    def of(self, person: int | None, unit: int | None) -> Points | None:
        if person is not None:
            return self._facts.totals.get(PersonId(person))
        if self._of_units is None:
            self._of_units = unit_totals(self._facts.year.id)
        return None if unit is None else self._of_units.get(unit)

    def rating(self, person: int | None, unit: int | None) -> Rating | None:
        if person is not None:
            return self._facts.ratings.get(PersonId(person))
        return None if unit is None else self._facts.unit_ratings.get(unit)


def unit_totals(campaign_id: CampaignId) -> dict[int, Points]:
    """The deciding total of each unit that has one."""
    year = board(campaign_id, SheetSubject.UNIT)
    totals = {
        int(row.id): deciding_total({stage.key: stage_total(year, row, stage.id) for stage in year.stages})[1]
        for row in year.rows
    }
    return {unit: total for unit, total in totals.items() if total is not None}


def _counted(outcome: Outcome | None, outcomes: Sequence[Outcome]) -> Said:
    return outcome, sum(one is Outcome.MET for one in outcomes), len(outcomes)


def _total(row: Stored) -> Points | None:
    return row.total


def _among_equals(row: Stored) -> tuple[object, ...]:
    return row.position == 0, row.position, row.bearer.name_sort, row.id


def _grouped(pairs: Iterable[tuple[int, str]]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, word in pairs:
        found[key].append(word)
    return found
