"""Who lacks one or two conditions of a higher award, this year and the next, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from db.models.organisation import Person
from thidua_gui.core.eligibility import judge, standing
from thidua_gui.core.eligibility_facts import Frame, Judgement, Outcome, PersonFacts
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.near_misses import HOPED, NearMiss, Projection, When, hoped, near
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.titles import COLLECTIVE_TITLES, TitleKey, rank
from thidua_gui.core.vietnamese import text_key
from thidua_gui.services import titles
from thidua_gui.services.eligibility_rows import people_facts
from thidua_gui.services.eligibility_year import YearEligibility
from thidua_gui.services.naming import told_apart
from thidua_gui.services.objections import stored
from thidua_gui.services.open_cases import open_on
from thidua_gui.services.rows import fetch
from thidua_gui.services.rules import Law, law
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import ordered_rows, unit_names
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import near_misses as wording

LOWEST = frozenset({TitleKey.ADVANCED_LABOURER, TitleKey.GRASSROOTS_FIGHTER, TitleKey.ADVANCED_COLLECTIVE})
"""Titles of every year: who is passed over for them stands among the proposals."""
STEP = 200


@dataclass(frozen=True, slots=True)
class NearRow:
    """One person or unit and one award; `after_that` is what the next year would still lack. `held` names the earlier
    years in which the same was given."""

    id: int
    is_unit: bool
    subject: int
    code: str
    name: str
    name_sort: str
    unit: str
    award: TitleKey
    award_name: str
    award_short: str
    when: When
    lacking: str
    earliest: str
    earliest_year: int
    after_that: str
    held: tuple[int, ...]
    unchecked: str

    @property
    def award_rank(self) -> int:
        return rank(self.award)


@dataclass(frozen=True, slots=True)
class NearList:
    """The whole list. `note` says by which law, and what the next year assumes; `reason` why nothing is judged."""

    campaign_id: CampaignId
    year: int
    note: str
    reason: str
    rows: tuple[NearRow, ...]

    @property
    def counts(self) -> tuple[int, int]:
        """How many people, how many units."""
        people = {row.subject for row in self.rows if not row.is_unit}
        return len(people), len({row.subject for row in self.rows if row.is_unit})


@dataclass(frozen=True, slots=True)
class _Subject:
    is_unit: bool
    id: int
    code: str
    name: str
    name_sort: str
    unit: str


def near_misses(campaign_id: CampaignId, progress: Progress = SILENT) -> NearList:
    """Everyone who counts in the year and every collective, higher awards alone, the highest award first."""
    with read():
        desk = _Desk(campaign_id)
        found = [*desk.people(progress), *desk.units()]
    found.sort(key=lambda one: (-rank(one[1]), one[0].is_unit, one[0].name_sort))
    rows = tuple(desk.row(number, *one) for number, one in enumerate(found, 1))
    later = desk.next_law.pack
    note = wording.projection(desk.year, desk.law.regime, None if later is None else later.id)
    reason = "" if desk.law.frame is not None else desk.law.reason
    return NearList(campaign_id, desk.year, note, reason, rows)


_Found = tuple[_Subject, TitleKey, NearMiss, tuple[int, ...]]


class _Desk:
    """What is read once."""

    def __init__(self, campaign_id: CampaignId) -> None:
        self._facts = YearFacts(campaign_id)
        season = self._facts.year
        self.year = season.year
        decided_on = season.decision_on or season.last_day
        self.law = law(self.year, decided_on)
        self.next_law: Law = law(self.year + 1, _year_later(decided_on), is_provisional=True)
        self._names = {key: kind.name for key, kind in titles.kinds().items()}
        self._shorts = {key: kind.short for key, kind in titles.kinds().items()}
        self._registered = {title: self._facts.registered_for(self._names[title]) for title in HOPED}

    def people(self, progress: Progress) -> Iterator[_Found]:
        frame = self.law.frame
        if frame is None:
            return
        known = self._known()
        subjects = self._people()
        wanted = [award for award in frame.rules if award not in COLLECTIVE_TITLES and award not in LOWEST]
        for done, (person, facts) in enumerate(known.items()):
            if done % STEP == 0:
                progress.step(done, len(known))
            for award, miss in self._misses(facts, frame, wanted):
                held = tuple(sorted({one.year for one in facts.held if one.key is award and not one.is_revoked}))
                yield subjects[person], award, miss, held

    def _known(self) -> dict[int, PersonFacts]:
        """Everyone, with what somebody contests and the cases that are open."""
        asks = any(one.frame is not None and one.frame.asks_led_units for one in (self.law, self.next_law))
        found = people_facts(self._facts, with_earlier_years=True, with_led_units=asks)
        season = self._facts.year
        contested, cases = stored(season.id).people, open_on(season.decision_on or season.last_day).people
        for person in found.keys() & (contested.keys() | set(cases)):
            has_case = True if person in cases else None
            objections = contested.get(person, frozenset())
            found[person] = replace(found[person], objections=objections, has_open_case=has_case)
        return found

    def units(self) -> Iterator[_Found]:
        frame = self.law.frame
        if frame is None:
            return
        collectives = {unit.id: unit for unit in self._facts.collectives}
        short = unit_names(ordered_rows())
        held = self._facts.held_by_units.titles
        eligibility = YearEligibility(self._facts, self.law)
        for award in frame.rules:
            if award not in COLLECTIVE_TITLES or award in LOWEST:
                continue
            for unit, judged in eligibility.judged(award).items():
                miss = None if judged.outcome is Outcome.MET else near(judged, _nothing_else, None)
                if miss is not None and unit in collectives and unit not in held.get(award.value, ()):
                    row = collectives[unit]
                    told = _Subject(True, unit, row.code, row.name, text_key(row.name), short.get(UnitId(row.id), ""))
                    yield told, award, miss, ()

    def row(self, number: int, subject: _Subject, award: TitleKey, miss: NearMiss, held: tuple[int, ...]) -> NearRow:
        conditions = [one.finding.condition for one in (*miss.now, *miss.later)]
        return NearRow(
            number, subject.is_unit, subject.id, subject.code, subject.name, subject.name_sort, subject.unit,
            award, self._names[award], self._shorts[award], miss.when,
            wording.lacking(miss.now, self._names), wording.earliest(miss.when, self.year, miss.now),
            self.year + (miss.when is When.NEXT_YEAR), wording.lacking(miss.later, self._names), held,
            wording.is_unchecked(conditions),
        )  # fmt: skip

    def _misses(
        self, facts: PersonFacts, frame: Frame, wanted: list[TitleKey]
    ) -> Iterator[tuple[TitleKey, NearMiss]]:
        given = frozenset(title for title in HOPED if self._is_hoped(title, facts, frame))
        this_year = hoped(facts, self.year, given)
        after = self.next_law.frame
        next_year = Projection(self.year + 1).of(facts, given)
        now = {award.key for award in facts.held if award.year == self.year and not award.is_revoked}
        for award in wanted:
            if award in now:
                continue
            later = None if after is None or award not in after.rules else partial(judge, award, next_year, after)
            miss = near(judge(award, this_year, frame), partial(judge, award, facts, frame), later)
            if miss is not None:
                yield award, miss

    def _is_hoped(self, title: TitleKey, facts: PersonFacts, frame: Frame) -> bool:
        outcome = standing(title, facts, frame)
        is_open = outcome is Outcome.UNKNOWN and int(facts.id) in self._registered[title]
        return outcome is Outcome.MET or is_open

    def _people(self) -> Mapping[int, _Subject]:
        apart = told_apart(self._facts.year.last_day, posts=self._facts.posts)
        short = unit_names(ordered_rows())
        unit_of = self._facts.unit_of
        rows = fetch(Person.select(Person.id, Person.code, Person.full_name, Person.name_sort))
        found = {}
        for person, code, name, sort in rows:
            unit = unit_of.get(person)
            label = f"{name} ({apart[person]})" if person in apart else name
            found[person] = _Subject(False, person, code, label, sort, "" if unit is None else short[unit])
        return found


def _nothing_else() -> Judgement:
    raise AssertionError("a collective whose conditions are not all met lacks something")


def _year_later(day: date) -> date:
    """The same day of the next year; a leap day becomes the day before."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
