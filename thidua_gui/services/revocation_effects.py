"""What rests on an award: everything is judged with it and without it, in a write that is taken back at once.

So the very same reading and judging tells both states, and the list can be made anew after a revocation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from db.models.awards import AwardRevocation
from db.models.campaigns import Campaign
from db.models.initiatives import Initiative, InitiativeUse
from db.models.proposals import Proposal
from thidua_gui.core.eligibility import judge
from thidua_gui.core.eligibility_facts import Judgement
from thidua_gui.core.ids import AwardId, CampaignId, PersonId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.revocations import Rested, changed, has_fallen
from thidua_gui.core.titles import COLLECTIVE_TITLES, TitleKey
from thidua_gui.services import awards, titles
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.award_records import records
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.rows import fetch
from thidua_gui.services.rules import law
from thidua_gui.services.target_facts import TargetLine, lines_of
from thidua_gui.services.transaction import write
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import revocations as wording
from thidua_gui.text import target_sentences

_OVER = ("failed", "withdrawn", "revoked", "lowered")
"""States of proposals of which nothing more is to come."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing to be looked at again; `bearer` whose card shows it, None of a target."""

    id: int
    kind: Rested
    year: int
    who: str
    what: str
    why: str
    bearer: Bearer | None = None


@dataclass(frozen=True, slots=True)
class Effects:
    """Everything that rests on one award, or rested on it before it was revoked."""

    award: AwardRow
    rows: tuple[Effect, ...]


@dataclass(slots=True)
class _State:
    """What is said while the award counts, or does not."""

    later: dict[AwardId, Judgement] = field(default_factory=dict)
    own: dict[tuple[int, TitleKey], Judgement] = field(default_factory=dict)
    units: dict[tuple[int, TitleKey, int], Judgement] = field(default_factory=dict)
    targets: dict[int, TargetLine] = field(default_factory=dict)


class _Undone(Exception):
    """Ends the rehearsal, so that nothing of it is kept."""


def effects(award_id: AwardId, progress: Progress = SILENT) -> Effects:
    """Judged with the award and without it, whichever of both is true now."""
    row = awards.award(award_id)
    found = _Effects(row)
    try:
        with write(wording.REHEARSAL):
            found.look(progress)
            raise _Undone
    except _Undone:
        return Effects(row, tuple(found.rows()))


class _Effects:
    """The two states of one award. `who` names units, `held` the titles they were given."""

    def __init__(self, row: AwardRow) -> None:
        self._award = row
        self._names = {key: kind.name for key, kind in titles.kinds().items()}
        self._with, self._without = _State(), _State()
        self._units: dict[int, str] = {}
        self._given: dict[int, Mapping[str, AbstractSet[int]]] = {}
        self._years: dict[int, int] = {}
        self._initiatives: list[tuple[str, str]] = []
        self._proposed: set[tuple[int, TitleKey, int | None]] = set()
        self._rows: tuple[AwardRow, ...] = ()

    def look(self, progress: Progress) -> None:
        """Inside the rehearsal."""
        is_revoked = self._award.revocation is not None
        self._read_once()
        progress.step(0, 2)
        self._judge(self._without if is_revoked else self._with)
        progress.step(1, 2)
        if is_revoked:
            AwardRevocation.delete().where(AwardRevocation.award == self._award.id).execute()
        else:
            AwardRevocation.create(award=self._award.id, revoked_on=date(self._award.year, 12, 31))
        self._judge(self._with if is_revoked else self._without)

    def rows(self) -> Iterator[Effect]:
        """The gravest first: what was given, what is asked for, what only counts."""
        made = [*self._later(), *self._proposals(), *self._collectives(), *self._targets(), *self._freed()]
        for number, (kind, year, who, what, why, bearer) in enumerate(made, 1):
            yield Effect(number, kind, year, who, what, why, bearer)

    def _read_once(self) -> None:
        person = self._award.person_id
        if person is None:
            return
        self._rows = awards.of_person(person)
        uses = (
            InitiativeUse.select(Initiative.code, Initiative.name)
            .join(Initiative, on=(InitiativeUse.initiative == Initiative.id))
            .where(InitiativeUse.award == self._award.id)
        )
        self._initiatives = [(code, name) for code, name in fetch(uses)]
        mine = (Proposal.person == person) | Proposal.unit.is_null(False)
        is_open = Proposal.state.not_in(_OVER) & Proposal.award.is_null()
        fields = Proposal.campaign, Proposal.kind, Proposal.unit
        for campaign, kind, unit in fetch(Proposal.select(*fields).where(mine & is_open)):
            if kind in set(TitleKey):
                self._proposed.add((campaign, TitleKey(kind), unit))

    def _judge(self, state: _State) -> None:
        person = self._award.person_id
        if person is not None:
            self._judge_later(PersonId(person), state)
        for campaign in Campaign.select().where(Campaign.year >= self._award.year).order_by(Campaign.year):
            self._years[campaign.id] = campaign.year
            is_own_year = campaign.year == self._award.year
            if is_own_year or campaign.state != CampaignState.CLOSED.value:
                self._judge_year(CampaignId(campaign.id), state, with_units=is_own_year)

    def _judge_later(self, person: PersonId, state: _State) -> None:
        """The awards of the same year and of later ones, by the law of their decisions."""
        record, now = records([person])[person], awards.of_person(person)
        for row in now:
            if row.id == self._award.id or row.year < self._award.year or row.revocation is not None:
                continue
            frame = law(row.year, row.decided_on or date(row.year, 12, 31)).frame
            if row.key is not None and frame is not None and row.key in frame.rules:
                facts = record.facts(person, row.year, now, frame.decided_on)
                state.later[row.id] = judge(row.key, facts, frame)

    def _judge_year(self, campaign_id: CampaignId, state: _State, *, with_units: bool) -> None:
        """Of a year that is still open the person's own conditions, of the award's year those of collectives."""
        facts = YearFacts(campaign_id)
        eligibility = facts.eligibility
        frame, person = eligibility.law.frame, self._award.person_id
        for award in () if frame is None or person is None else frame.rules:
            if award not in COLLECTIVE_TITLES:
                for one in eligibility.judged(award, [int(person or 0)]).values():
                    state.own[campaign_id, award] = one
            elif with_units:
                for unit, one in eligibility.judged(award).items():
                    state.units[campaign_id, award, unit] = one
        if with_units:
            state.targets |= {line.id: line for line in lines_of(facts)}
            self._units |= {unit.id: unit.name for unit in (*facts.collectives, *facts.units)}
            self._given[campaign_id] = facts.held_by_units.titles

    def _later(self) -> Iterator[_Row]:
        for row in self._rows:
            findings = changed(self._with.later, self._without.later).get(row.id)
            if findings:
                why = wording.weakened(findings, self._names)
                yield Rested.AWARD, row.year, row.name, wording.award(row.title, row.year), why, self._own_bearer()

    def _proposals(self) -> Iterator[_Row]:
        for (campaign, award), findings in changed(self._with.own, self._without.own).items():
            year, title = self._year_of(campaign), self._names[award]
            key = (campaign, award)
            why = wording.weakened(findings, self._names)
            if (campaign, award, None) in self._proposed:
                what = wording.proposal(title, year)
                yield Rested.PROPOSAL, year, self._award.name, what, why, self._own_bearer()
            elif has_fallen(self._with.own[key], self._without.own[key]):
                what = wording.eligible(title, year)
                yield Rested.ELIGIBILITY, year, self._award.name, what, why, self._own_bearer()

    def _collectives(self) -> Iterator[_Row]:
        for key, findings in changed(self._with.units, self._without.units).items():
            campaign, award, unit = key
            is_held = unit in _ids(self._given.get(campaign, {}).get(award.value))
            if (campaign, award, unit) in self._proposed and not is_held:
                year, why = self._year_of(campaign), wording.weakened(findings, self._names)
                what = wording.proposal(self._names[award], year)
                yield Rested.PROPOSAL, year, self._units.get(unit, ""), what, why, Bearer(True, unit)
            elif is_held or has_fallen(self._with.units[key], self._without.units[key]):
                year, why = self._year_of(campaign), wording.weakened(findings, self._names)
                what = wording.collective(self._names[award], year, is_held=is_held)
                yield Rested.COLLECTIVE, year, self._units.get(unit, ""), what, why, Bearer(True, unit)

    def _targets(self) -> Iterator[_Row]:
        for number, line in self._with.targets.items():
            now = self._without.targets.get(number)
            if now is not None and now.counted != line.counted:
                why = wording.moved(_actual(line), _actual(now))
                what = wording.target(line.code, line.content)
                yield Rested.TARGET, self._award.year, "", what, why, None

    def _freed(self) -> Iterator[_Row]:
        for code, name in self._initiatives:
            what = f"{code}: {name}"
            yield Rested.INITIATIVE, self._award.year, self._award.name, what, wording.FREED, self._own_bearer()

    def _own_bearer(self) -> Bearer | None:
        if self._award.person_id is not None:
            return Bearer(False, int(self._award.person_id))
        return None if self._award.unit_id is None else Bearer(True, int(self._award.unit_id))

    def _year_of(self, campaign: int) -> int:
        return self._years.get(campaign, self._award.year)


_Row = tuple[Rested, int, str, str, str, Bearer | None]


def _ids(found: AbstractSet[int] | None) -> AbstractSet[int]:
    return found or frozenset()


def _actual(line: TargetLine) -> str:
    return target_sentences.actual(line.bound, line.counted)
