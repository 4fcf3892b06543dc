"""The card of a person or unit over all years: awards and what they rested on, ratings, initiatives, chains.

Reads that one alone, or many at a time; judges through the core and writes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Campaign
from db.models.organisation import Person, Unit
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.award_chains import chains
from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility import judge, with_higher, years_held, years_revoked
from thidua_gui.core.eligibility_facts import Finding, Frame, Outcome
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import InitiativeId, PersonId, UnitId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.ratings import Rating, at_least
from thidua_gui.core.titles import COLLECTIVE_TITLES, INDIVIDUAL_TITLES, TitleKey, rank
from thidua_gui.core.vietnamese import fold
from thidua_gui.services import awards, titles
from thidua_gui.services.award_records import Noted, Record, records
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.bulk import chunks
from thidua_gui.services.memberships import last_posts, main_posts
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.rules import law
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import ordered_rows
from thidua_gui.text import award_cards as wording
from thidua_gui.text.names import TEACHING_LEVELS


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whose card it is: a person or a unit."""

    is_unit: bool
    id: int


@dataclass(frozen=True, slots=True)
class CardAward:
    """One award and, in words, what it rested on."""

    row: AwardRow
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardYear:
    """What is known of one year; `rating` None = none was decided."""

    year: int
    awards: tuple[CardAward, ...]
    rating: Rating | None = None
    initiatives: tuple[str, ...] = ()
    teaching: tuple[str, ...] = ()
    disciplines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """Phiếu thành tích, the newest year first. `unit` and `post` as today, or the last ones."""

    bearer: Bearer
    code: str
    name: str
    name_sort: str
    post: str
    unit: str
    born_on: date | None
    joined_on: date | None
    chains: tuple[str, ...]
    years: tuple[CardYear, ...]

    @property
    def award_count(self) -> int:
        """Those that stand."""
        return sum(one.row.revocation is None for year in self.years for one in year.awards)


def card(bearer: Bearer, on: date) -> Card:
    """One card; `award_card_gone` when the person or unit is no longer there."""
    found = cards((bearer,), on)
    if not found:
        raise UserError("award_card_gone")
    return found[0]


def cards(bearers: Sequence[Bearer], on: date, progress: Progress = SILENT) -> tuple[Card, ...]:
    """Many cards in the order given; who is gone is left out."""
    wanted = list(dict.fromkeys(bearers))
    found: dict[Bearer, Card] = {}
    with read():
        desk = _Desk(on)
        done = 0
        for is_unit in (False, True):
            for some in chunks([one.id for one in wanted if one.is_unit is is_unit]):
                progress.step(done, len(wanted))
                made = desk.units(some) if is_unit else desk.people(some)
                found |= {one.bearer: one for one in made}
                done += len(some)
    return tuple(found[bearer] for bearer in wanted if bearer in found)


def people_of_unit(unit_id: UnitId, on: date) -> tuple[Bearer, ...]:
    """Everyone whose main post is in the unit that day, in the order of their names."""
    with read():
        held = main_posts(on, within=[unit_id])
        rows = fetch(Person.select(Person.id).where(Person.id.in_(list(held))).order_by(Person.name_sort, Person.id))
    return tuple(Bearer(False, person) for (person,) in rows)


class _Desk:
    """What is read once, whatever the number of cards."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._names = {key: kind.name for key, kind in titles.kinds().items()}
        self._units = {unit.id: unit.name for unit in ordered_rows()}
        self._frames: dict[tuple[int, date], Frame | None] = {}

    def people(self, ids: Sequence[int]) -> list[Card]:
        people = [PersonId(one) for one in ids]
        noted, won = records(people), awards.of_people(people)
        posts = last_posts(self._on, people=people) | main_posts(self._on, people=people)
        fields = Person.id, Person.code, Person.full_name, Person.name_sort, Person.born_on, Person.joined_on
        made = []
        for number, code, name, sort, born_on, joined_on in fetch(Person.select(*fields).where(Person.id.in_(people))):
            person, post = PersonId(number), posts.get(PersonId(number))
            record, rows = noted[person], won.get(person, ())
            made.append(Card(
                Bearer(False, number), code, name, sort, "" if post is None else post.post or "",
                "" if post is None else self._units[post.unit_id], day(born_on), day(joined_on),
                self._person_chains(rows, record), self._years(person, rows, record),
            ))  # fmt: skip
        return made

    def units(self, ids: Sequence[int]) -> list[Card]:
        units = [UnitId(one) for one in ids]
        won = awards.of_units(units)
        query = RatingRow.select(RatingRow.unit, Campaign.year, RatingRow.rating).join(
            Campaign, on=(RatingRow.campaign == Campaign.id)
        )
        ratings: dict[int, dict[int, Rating]] = {}
        for unit, year, rating in fetch(query.where(RatingRow.unit.in_(units))):
            ratings.setdefault(unit, {})[year] = Rating(rating)
        rows = list(Unit.select().where(Unit.id.in_(units)))
        parents = {row.id: self._units.get(UnitId(row.parent_id or 0), "") for row in rows}
        members = _members({row.name for row in rows})
        return [
            Card(
                Bearer(True, row.id), row.code, row.name, "", row.kind or "", parents[row.id], None, None,
                self._unit_chains(won.get(UnitId(row.id), ()), ratings.get(row.id, {})),
                self._unit_years(won.get(UnitId(row.id), ()), ratings.get(row.id, {}), members.get(row.name, {})),
            )
            for row in rows
        ]  # fmt: skip

    def _years(self, person: PersonId, rows: Sequence[AwardRow], record: Record) -> tuple[CardYear, ...]:
        initiatives = _by_year([noted for fact, noted in record.initiatives.values()])
        disciplines = _by_year([noted for _, noted in record.disciplines])
        years = {*record.ratings, *initiatives, *disciplines, *record.teaching, *(row.year for row in rows)}
        return tuple(
            CardYear(
                year,
                tuple(CardAward(row, self._rests_on(person, row, rows, record)) for row in rows if row.year == year),
                record.ratings.get(year), initiatives.get(year, ()),
                tuple(TEACHING_LEVELS[level] for level in record.teaching.get(year, ())), disciplines.get(year, ()),
            )
            for year in sorted(years, reverse=True)
        )  # fmt: skip

    def _unit_years(
        self, rows: Sequence[AwardRow], ratings: Mapping[int, Rating], members: Mapping[int, Counter[TitleKey]]
    ) -> tuple[CardYear, ...]:
        years = sorted({*ratings, *(row.year for row in rows)}, reverse=True)
        return tuple(
            CardYear(
                year,
                tuple(CardAward(row, _of_members(row, members.get(year))) for row in rows if row.year == year),
                ratings.get(year),
            )
            for year in years
        )

    def _rests_on(
        self, person: PersonId, row: AwardRow, rows: Sequence[AwardRow], record: Record
    ) -> tuple[str, ...]:
        """By the law of its decision; an initiative noted as used for this very award stands before what fits."""
        frame = None if row.key is None else self._frame(row)
        spent = record.uses.get(row.id, [])
        if frame is None or row.key is None or row.key not in frame.rules:
            return tuple(_initiatives(spent, record))
        proving = with_higher((row.key,))
        others = [one for one in rows if one.year != row.year or one.key not in proving]
        facts, told = record.facts(person, row.year, others, frame.decided_on), list[str]()
        for finding in judge(row.key, facts, frame).findings:
            for one in finding.parts or (finding,):
                used = spent if spent and one.used.initiatives else one.used.initiatives
                if one.outcome is Outcome.MET or (spent and one.condition.kind is Kind.INITIATIVES):
                    told.append(self._ground(one, others, _initiatives(used, record)))
        return tuple(dict.fromkeys(words for words in told if words))

    def _ground(self, finding: Finding, rows: Sequence[AwardRow], initiatives: Sequence[str]) -> str:
        title, years = finding.condition.asked.title, finding.used.years
        own = {row.year for row in rows if row.key is title and row.revocation is None}
        above = [year for year in years if year not in own]
        return wording.rests_on(finding, self._name(title, rows, years), above, initiatives)

    def _frame(self, row: AwardRow) -> Frame | None:
        decided_on = row.decided_on or date(row.year, 12, 31)
        key = (row.year, decided_on)
        if key not in self._frames:
            self._frames[key] = law(row.year, decided_on).frame
        return self._frames[key]

    def _person_chains(self, rows: Sequence[AwardRow], record: Record) -> tuple[str, ...]:
        facts = record.facts(PersonId(0), self._on.year, rows, self._on)
        known = {*record.ratings, *(row.year for row in rows), *(noted.year for _, noted in record.disciplines)}
        told = []
        for key in sorted(INDIVIDUAL_TITLES, key=rank, reverse=True):
            told += self._chain(key, rows, years_held(key, facts), years_revoked(key, facts), known)
        good = {year for year, rating in record.ratings.items() if at_least(rating, Rating.GOOD)}
        return (*told, *(wording.rated(one) for one in chains(good, (), self._on.year)[:1] if one.length > 1))

    def _unit_chains(self, rows: Sequence[AwardRow], ratings: Mapping[int, Rating]) -> tuple[str, ...]:
        told, known = [], {*ratings, *(row.year for row in rows)}
        for key in sorted(COLLECTIVE_TITLES, key=rank, reverse=True):
            held = {row.year for row in rows if row.key is key and row.revocation is None}
            told += self._chain(key, rows, held, {row.year for row in rows if row.key is key} - held, known)
        return tuple(told)

    def _chain(
        self, key: TitleKey, rows: Sequence[AwardRow], held: AbstractSet[int], revoked: AbstractSet[int],
        known: AbstractSet[int],
    ) -> list[str]:  # fmt: skip
        """The newest run that a decision of the title itself is part of: a higher one alone is told by its own."""
        own = {row.year for row in rows if row.key is key and row.revocation is None}
        for found in chains(held, revoked, self._on.year):
            years = range(found.first, found.last + 1)
            if not own.isdisjoint(years):
                unknown = {one.year for one in (found.before, found.after) if one is not None} - known
                above = [year for year in years if year not in own]
                return [wording.chain(self._name(key, rows, years), found, above, unknown)]
        return [wording.lost(self._names[key], sorted(revoked))] if revoked else []

    def _name(self, key: TitleKey, rows: Sequence[AwardRow], years: Collection[int]) -> str:
        """As the decisions of those years word it; the listed name where they use it, or its short form, or are none.
        """
        kind = titles.kinds()[key]
        listed = {fold(kind.name), fold(kind.short)}
        titles_then = [row.title for row in rows if row.key is key and row.revocation is None and row.year in years]
        words = [kind.name if fold(title) in listed else title for title in titles_then]
        return " / ".join(dict.fromkeys(words)) or kind.name


def _by_year(noted: Sequence[Noted]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for one in noted:
        found.setdefault(one.year, []).append(wording.noted(one.words, one.number, one.day))
    return {year: tuple(words) for year, words in found.items()}


def _initiatives(used: Sequence[InitiativeId], record: Record) -> list[str]:
    return [record.initiatives[one][1].words for one in used if one in record.initiatives]


def _members(names: set[str]) -> dict[str, dict[int, Counter[TitleKey]]]:
    """How many people of the units, named as they were then, hold which title of which year."""
    revoked = AwardRevocation.select(AwardRevocation.award)
    query = Award.select(Award.unit_then, Award.year, Award.title).where(
        Award.person.is_null(False) & Award.unit_then.in_(list(names)) & Award.id.not_in(revoked)
    )
    found: dict[str, dict[int, Counter[TitleKey]]] = {}
    for unit, year, title in fetch(query):
        key = titles.key_of(title)
        if key in INDIVIDUAL_TITLES:
            found.setdefault(unit, {}).setdefault(year, Counter())[key] += 1
    return found


def _of_members(row: AwardRow, counted: Counter[TitleKey] | None) -> tuple[str, ...]:
    if row.key not in COLLECTIVE_TITLES or not counted:
        return ()
    kinds = titles.kinds()
    counts = [wording.of_members(counted[key], kinds[key].short) for key in INDIVIDUAL_TITLES if counted[key]]
    return (wording.members(row.year, counts),)
