"""The rows of one tab of proposals, ranked and judged, in a number of queries that does not grow with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

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
from thidua_gui.core.proposals import EDITABLE, GONE, Placed, State, is_short, ranked
from thidua_gui.core.ratings import Rating, deciding_total
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services.dossiers import dossier_list
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.proposal_duplicates import told
from thidua_gui.services.proposal_kinds import is_of_units, judged_as
from thidua_gui.services.proposal_verdicts import Asked, Judge, ProposalVerdict, outcomes_of
from thidua_gui.services.proposal_views import ProposalRow
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.scoring import board, stage_total
from thidua_gui.services.unit_tree import unit_names
from thidua_gui.services.year_facts import YearFacts, title_token

_FIELDS = (
    Proposal.id, Proposal.person, Proposal.unit, Proposal.title, Proposal.basis, Proposal.state, Proposal.is_listed,
    Proposal.position, Proposal.received_on, Proposal.achievement, Proposal.note, Proposal.lowered_to,
    Proposal.movement, Proposal.proposing_unit, Proposal.award, Proposal.outcome, Proposal.findings,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whoever is proposed, as lists show them."""

    code: str
    name: str
    name_sort: str
    unit_id: UnitId | None
    unit_name: str


class TabRows:
    """To be used inside one read."""

    def __init__(self, facts: YearFacts, kind: ListedKind, judge: Judge) -> None:
        self._facts = facts
        self._kind = kind
        self._judge = judge
        self._mine = (Proposal.campaign == facts.year.id) & (Proposal.kind == kind.key)

    def rows(self, ids: Collection[ProposalId] | None = None) -> tuple[ProposalRow, ...]:
        """In the order of the ranking; people before collectives. The rank is among all, whichever are asked for."""
        ordered = _ranked(self._judged(self._plain()))
        return ordered if ids is None else tuple(row for row in ordered if row.id in ids)

    def ranked_plain(self) -> tuple[ProposalRow, ...]:
        """The same without verdicts."""
        return _ranked(self.unjudged())

    def unjudged(self) -> tuple[ProposalRow, ...]:
        """Neither ranked nor judged."""
        return tuple(row for row, _ in self._plain())

    def _plain(self) -> list[tuple[ProposalRow, str | None]]:
        """Every fact but the verdict, with the findings as they were kept."""
        rows = fetch(Proposal.select(*_FIELDS).where(self._mine).order_by(Proposal.position, Proposal.id))
        bearers, totals = self._bearers(), Totals(self._facts)
        chosen, at_hand = self._chosen(), self._at_hand()
        votes, overridden = self._votes(), self._counts(ConditionOverride)
        missing, doubled = self._missing_papers(), told(self._facts, self._kind, self._judge.law)
        found = []
        for (
            number, person, unit, title, basis, state, is_listed, position, received_on, achievement, note, lowered_to,
            movement, proposing, award, outcome, findings,
        ) in rows:  # fmt: skip
            key = (person, unit)
            bearer, agreed = bearers[key], votes.get((*key, proposing), votes.get((*key, None), (None, None)))
            found.append((ProposalRow(
                id=ProposalId(number), person_id=None if person is None else PersonId(person),
                unit_id=None if unit is None else UnitId(unit), code=bearer.code, name=bearer.name,
                name_sort=bearer.name_sort, unit_name=bearer.unit_name, kind=self._kind.key, title=title,
                basis=CommendationKind(basis), state=State(state), is_listed=bool(is_listed), rank=None,
                total=totals.of(person, unit), rating=totals.rating(person, unit),
                initiatives=tuple(chosen.get(number, ())), agree=agreed[0], present=agreed[1],
                outcome=None if outcome is None else Outcome(outcome), met=0, of=0,
                overridden=overridden.get(number, 0), papers_missing=missing(number, basis),
                received_on=day(received_on), achievement=achievement or "", note=note or "", is_tied=False,
                is_below_line=False, duplicate=doubled(number, person, unit, award, State(state)), position=position,
                is_frozen=State(state) not in EDITABLE and findings is not None,
                at_hand=tuple(code for code in at_hand.get(person, ()) if code not in chosen.get(number, ())),
                lowered_to=lowered_to, movement_id=None if movement is None else MovementId(movement),
                proposing_unit_id=None if proposing is None else UnitId(proposing),
                award_id=None if award is None else AwardId(award),
            ), findings))  # fmt: skip
        return found

    def _judged(self, plain: Sequence[tuple[ProposalRow, str | None]]) -> list[ProposalRow]:
        award = judged_as(self._kind, is_unit=is_of_units(self._kind))
        asked = [
            Asked(row.id, row.subject, row.received_on)
            for row, _ in plain
            if not row.is_frozen and not is_short(row.basis) and row.state not in GONE
            and judged_as(self._kind, is_unit=row.unit_id is not None) is award
        ]  # fmt: skip
        now = {} if award is None or not asked else self._judge.verdicts(award, asked)
        return [
            _as_kept(row, findings) if row.is_frozen else _as_judged(row, now.get(row.id)) for row, findings in plain
        ]

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

    def _at_hand(self) -> Mapping[int, list[str]]:
        query = (
            InitiativeAuthor.select(InitiativeAuthor.person, Initiative.code)
            .join(Initiative, on=(InitiativeAuthor.initiative == Initiative.id))
            .where(Initiative.campaign == self._facts.year.id)
            .order_by(Initiative.code)
        )
        return _grouped(fetch(query))

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


def _ranked(rows: Iterable[ProposalRow]) -> tuple[ProposalRow, ...]:
    """People before collectives; what takes no place of the kind stands at the end without a rank."""
    groups: tuple[list[ProposalRow], list[ProposalRow], list[ProposalRow]] = ([], [], [])
    for row in rows:
        is_out = row.state in GONE or row.state is State.LOWERED
        groups[2 if is_out else int(row.unit_id is not None)].append(row)
    people, units, out = groups
    placed = [*ranked(people, _total, _among_equals), *ranked(units, _total, _among_equals)]
    return (*(_placed(row, at) for row, at in placed), *sorted(out, key=_among_equals))


def _as_judged(row: ProposalRow, verdict: ProposalVerdict | None) -> ProposalRow:
    judgement = None if verdict is None else verdict.judgement
    if judgement is None:
        return replace(row, outcome=None)
    return _counted(row, judgement.outcome, [finding.outcome for finding in judgement.findings])


def _as_kept(row: ProposalRow, findings: str | None) -> ProposalRow:
    return _counted(row, row.outcome, outcomes_of(findings))


def _counted(row: ProposalRow, outcome: Outcome | None, outcomes: Iterable[Outcome]) -> ProposalRow:
    counts = Counter(outcomes)
    return replace(row, outcome=outcome, met=counts[Outcome.MET], of=sum(counts.values()))


def _placed(row: ProposalRow, place: Placed) -> ProposalRow:
    return replace(row, rank=place.rank, is_tied=place.is_tied)


def _total(row: ProposalRow) -> Points | None:
    return row.total


def _among_equals(row: ProposalRow) -> tuple[object, ...]:
    return row.position == 0, row.position, row.name_sort, row.id


def _grouped(pairs: Iterable[tuple[int, str]]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, word in pairs:
        found[key].append(word)
    return found
