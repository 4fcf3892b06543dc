"""Whether a person meets the conditions of an award: pure functions of frozen facts. Knows no rows and no wording.

Leaves are nowhere subtracted: maternity, study and certified injuries are working time, and leave of forty days or more
is no bar (Decree 91/2017 dropped it).
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta

from thidua_gui.core.conditions import ATTESTED, Condition, Kind
from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.eligibility_facts import (
    NO_FACTS,
    DisciplineFact,
    Finding,
    Frame,
    Judgement,
    Outcome,
    PersonFacts,
    StudyFact,
    UnitFacts,
    Used,
    all_of,
    any_of,
    reached,
    said,
)
from thidua_gui.core.eligibility_leaders import led, led_used
from thidua_gui.core.ratings import Rating, at_least
from thidua_gui.core.runs import Run, longer, run_to
from thidua_gui.core.titles import INDIVIDUAL_TITLES, TitleKey
from thidua_gui.core.usable_initiatives import enough, usable, used_before

Judged = tuple[Outcome, Used]
Answer = Callable[[int], bool | None]
DAY = timedelta(days=1)
NO_INITIATIVES = Used(number=0)
NO_YEARS: AbstractSet[int] = frozenset()
BY_TITLES = frozenset({Kind.MEETS, Kind.TITLE_RUN, Kind.TITLE_COUNT})
_ABOVE = {title: frozenset(INDIVIDUAL_TITLES[place + 1 :]) for place, title in enumerate(INDIVIDUAL_TITLES)}


def judge(award: TitleKey, person: PersonFacts, frame: Frame) -> Judgement:
    """Every condition that the frame's rules set for the award."""
    findings = tuple(_finding(condition, person, frame) for condition in frame.rules[award])
    return Judgement(award, all_of(finding.outcome for finding in findings), findings)


def outcome_of(award: TitleKey, person: PersonFacts, frame: Frame) -> Outcome:
    """What `judge` says on the whole, for many people at once: nothing is asked after the first condition not met, and
    the frame remembers it, for one award asks for another."""
    found = frame.known.get((award, id(person)))
    if found is None:
        outcome = all_of(_outcome(condition, person, frame) for condition in frame.rules[award])
        found = frame.known[award, id(person)] = (person, outcome)
    return found[1]


def quick(frame: Frame, *, with_attested: bool) -> Frame:
    """The same frame for `outcome_of`, which says the same sooner: the conditions that cost little are asked first,
    and those that nobody contests are left out where the caller knows that nobody does."""
    rules = {
        award: tuple(sorted(_asked(conditions, with_attested=with_attested), key=_costs))
        for award, conditions in frame.rules.items()
    }
    return replace(frame, rules=rules)


def _asked(conditions: Iterable[Condition], *, with_attested: bool) -> list[Condition]:
    return [condition for condition in conditions if with_attested or condition.kind not in ATTESTED]


def _costs(condition: Condition) -> int:
    return 2 if condition.asked.beside is not None else condition.kind in BY_TITLES


def standing(title: TitleKey, person: PersonFacts, frame: Frame) -> Outcome:
    """Whether the title of this year is held, or its conditions are met; one that was revoked stands no more."""
    for award in person.held:
        if award.year == frame.year:
            return _given(title, person, frame)
    return outcome_of(title, person, frame)


def _given(title: TitleKey, person: PersonFacts, frame: Frame) -> Outcome:
    """The same of somebody who was given something this year."""
    if frame.year in years_held(title, person):
        return Outcome.MET
    return Outcome.NOT_MET if frame.year in years_revoked(title, person) else outcome_of(title, person, frame)


def years_held(title: TitleKey, person: PersonFacts) -> AbstractSet[int]:
    """The years of which the title stands; a higher one of the same year stands for it unless itself was revoked."""
    if not person.held:
        return NO_YEARS
    above = _ABOVE.get(title, ())
    own = {year for key, year, is_revoked in person.held if key is title and not is_revoked}
    higher = {year for key, year, is_revoked in person.held if not is_revoked and key in above}
    return own | (higher - years_revoked(title, person)) if higher else own


def years_revoked(title: TitleKey, person: PersonFacts) -> AbstractSet[int]:
    """The years of which the title was revoked and not given again."""
    revoked = {year for key, year, is_revoked in person.held if is_revoked and key is title}
    return revoked - {award.year for award in person.held if award.key is title and not award.is_revoked}


def with_higher(keys: Iterable[TitleKey]) -> AbstractSet[TitleKey]:
    """These, and each title that stands for one of them."""
    listed = frozenset(keys)
    return listed.union(*(_ABOVE.get(key, ()) for key in listed))


def full_months(first: date, end: date) -> int:
    """Whole months from the first day to `end`, which is not part of them: 2 March to 1 January makes nine."""
    return (end.year - first.year) * 12 + end.month - first.month - (end.day < first.day)


def _finding(condition: Condition, person: PersonFacts, frame: Frame) -> Finding:
    if condition.kind is Kind.ANY:
        parts = tuple(_finding(part, person, frame) for part in condition.parts)
        return Finding(condition, any_of(part.outcome for part in parts), NO_FACTS, parts)
    if condition.kind in ATTESTED:
        return Finding(condition, *attested(condition, person, frame))
    used = _USED.get(condition.kind, _nothing)(condition, person, frame)
    return Finding(condition, _KINDS[condition.kind](condition, person, frame), used)


def _outcome(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    if condition.kind is Kind.ANY:
        return any_of(_outcome(part, person, frame) for part in condition.parts)
    if condition.kind in ATTESTED:
        return said(not is_contested(condition, person))
    return _KINDS[condition.kind](condition, person, frame)


def attested(condition: Condition, subject: PersonFacts | UnitFacts, frame: Frame) -> Judged:
    """What the unit's proposal says: met, unless somebody objects or an open case is known."""
    moves = subject.moves if condition.kind is Kind.REMARK and isinstance(subject, PersonFacts) else ()
    asked = tuple(move for move in moves if move.is_secondment or _is_long_before(move.from_on, condition, frame))
    return said(not is_contested(condition, subject)), Used(moves=asked)


def is_contested(condition: Condition, subject: PersonFacts | UnitFacts) -> bool:
    """Whether somebody objects, or a case is known to be open."""
    return condition.id in subject.objections or (condition.kind is Kind.OPEN_CASE and bool(subject.has_open_case))


def _is_long_before(moved_on: date | None, condition: Condition, frame: Frame) -> bool:
    """Whether somebody who moved on that day had been at the old unit for most of the year before."""
    return moved_on is None or full_months(date(frame.year, 1, 1), moved_on) >= condition.asked.months


def _rating(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    rating = person.ratings.get(frame.year)
    return said(None if rating is None else at_least(rating, condition.asked.rating))


def _rating_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    return Used(rating=person.ratings.get(frame.year))


def _registered(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    return said(person.is_registered)


def _discipline(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    return disciplined(condition.asked.level, person.disciplines, frame.year)[1]


def _discipline_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    return Used(disciplines=disciplined(condition.asked.level, person.disciplines, frame.year)[0])


def disciplined(
    level: DisciplineLevel, noted: tuple[DisciplineFact, ...], year: int
) -> tuple[tuple[DisciplineFact, ...], Outcome]:
    """The disciplines of the year, and whether none of them is of that level or more severe."""
    own = tuple(one for one in noted if one.decided_on is None or one.decided_on.year == year)
    clear = (said(None if one.level is None else one.level.order < level.order) for one in own)
    return own, all_of(clear)


def _months_in_year(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    months = _months(person, frame)
    return said(None if months is None else months >= condition.asked.at_least)


def _months_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    months = _months(person, frame)
    return NO_FACTS if months is None else Used(day=person.joined_on, number=min(months, 12))


def _months(person: PersonFacts, frame: Frame) -> int | None:
    """From the first day of work to the end of the year."""
    return None if person.joined_on is None else full_months(person.joined_on, date(frame.year + 1, 1, 1))


def _long_study(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    return any_of(said(study.is_fair) for study in _long_studies(condition, person, frame))


def _long_study_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    return Used(number=len(_long_studies(condition, person, frame)))


def _long_studies(condition: Condition, person: PersonFacts, frame: Frame) -> list[StudyFact]:
    """Only a study that touches the year and is long enough; of several the best counts."""
    return [
        study
        for study in person.studies
        if study.from_on.year <= frame.year <= study.until_on.year
        and full_months(study.from_on, study.until_on + DAY) >= condition.asked.months
    ]


def _meets(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    return standing(condition.asked.title, person, frame)


def _title_run(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    run = _titles_to(condition.asked.title, person, frame, is_granted_only=condition.asked.granted_only)
    return reached(run.surely, run.at_best, condition.asked.years)


def _title_run_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    title = condition.asked.title
    run = _titles_to(title, person, frame, is_granted_only=condition.asked.granted_only)
    return Used(years=run.years, revoked=tuple(sorted(years_revoked(title, person))))


def _titles_to(title: TitleKey, person: PersonFacts, frame: Frame, *, is_granted_only: bool = False) -> Run:
    """The run of years of a title up to this year; of titles granted only it may end in the year before."""
    held = years_held(title, person)
    if is_granted_only:
        return run_to(frame.year if frame.year in held else frame.year - 1, lambda year: year in held)
    now = _yes(standing(title, person, frame))
    return run_to(frame.year, lambda year: now if year == frame.year else year in held)


def _title_count(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    return _reached(condition, person, frame, _titled(condition, person, frame))


def _title_count_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    return _counted(condition, person, frame, _titled(condition, person, frame))


def _titled(condition: Condition, person: PersonFacts, frame: Frame) -> Answer:
    held = years_held(condition.asked.title, person)
    now = _yes(standing(condition.asked.title, person, frame))
    return lambda year: now if year == frame.year else year in held


def _rating_run(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    run = _after(condition.asked.after, person, frame, _rated(condition.asked.rating, person))
    return reached(run.surely, run.at_best, condition.asked.years)


def _rating_run_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    run = _after(condition.asked.after, person, frame, _rated(condition.asked.rating, person))
    return Used(years=run.years, rating=person.ratings.get(frame.year))


def _rating_count(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    return _reached(condition, person, frame, _rated(condition.asked.rating, person))


def _rating_count_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    return _counted(condition, person, frame, _rated(condition.asked.rating, person))


def _rated(floor: Rating, person: PersonFacts) -> Answer:
    """Nobody was rated before joining."""
    first = 0 if person.joined_on is None else person.joined_on.year

    def answer(year: int) -> bool | None:
        rating = person.ratings.get(year)
        if year < first:
            return False
        return None if rating is None else at_least(rating, floor)

    return answer


def _reached(condition: Condition, person: PersonFacts, frame: Frame, answer: Answer) -> Outcome:
    period = _period(condition, person, frame)
    surely = sum(answer(year) is True for year in period.years)
    at_best = sum(answer(year) is not False for year in period.years_at_best)
    return reached(surely, at_best, condition.asked.at_least)


def _counted(condition: Condition, person: PersonFacts, frame: Frame, answer: Answer) -> Used:
    surely = tuple(year for year in _period(condition, person, frame).years if answer(year))
    return Used(years=surely, number=len(surely))


def _period(condition: Condition, person: PersonFacts, frame: Frame) -> Run:
    """The years in which something is counted; this year alone if no run is asked for."""
    asked, found = condition.asked, None
    if asked.run_rating is not None:
        found = _after(asked.after, person, frame, _rated(asked.run_rating, person))
    if asked.run_title is not None:
        titled = _titles_to(asked.run_title, person, frame)
        found = titled if found is None else longer(found, titled)
    return found or Run(frame.year, 1, 1)


def _after(form: TitleKey | None, person: PersonFacts, frame: Frame, answer: Answer) -> Run:
    """The run of years after the one in which the form was first given; no run without it."""
    if form is None:
        return run_to(frame.year, answer)
    first = min(years_held(form, person), default=frame.year)
    return run_to(frame.year, lambda year: answer(year) if year > first else False)


def _held_before(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    return said(any(year < frame.year for year in years_held(condition.asked.title, person)))


def _held_before_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    held = years_held(condition.asked.title, person)
    return Used(years=tuple(sorted(year for year in held if year < frame.year)))


def _initiatives(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    if not person.initiatives:
        return Outcome.NOT_MET
    period, asked = _period(condition, person, frame), condition.asked
    needed, surely = asked.at_least, usable(condition, person, frame, period.years)
    if len(surely) >= needed and asked.beside is None:
        return Outcome.MET
    at_best = surely | usable(condition, person, frame, period.years_at_best, is_hopeful=True)
    found = reached(len(surely), len(at_best), needed)
    beside = None if found is Outcome.NOT_MET else _beside(asked.beside, person, frame)
    if beside is None:
        return found
    other, is_certain = beside
    sure_others = usable(other, person, frame, (frame.year,))
    if enough(surely, sure_others, needed):
        return Outcome.MET
    others = sure_others | usable(other, person, frame, (frame.year,), is_hopeful=True)
    return Outcome.NOT_MET if is_certain and not enough(at_best, others, needed) else Outcome.UNKNOWN


def _initiatives_used(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    if not person.initiatives:
        return NO_INITIATIVES
    years = _period(condition, person, frame).years
    surely = tuple(sorted(usable(condition, person, frame, years)))
    beside = _beside(condition.asked.beside, person, frame)
    return Used(
        number=len(surely), initiatives=surely, used_before=used_before(condition, person, frame, years),
        beside=None if beside is None else beside[0].award,
    )  # fmt: skip


def _beside(title: TitleKey | None, person: PersonFacts, frame: Frame) -> tuple[Condition, bool] | None:
    """What the other title of this year asks of an initiative, if it rests on one that may not be used again, and
    whether it is certain that it does."""
    since = frame.single_use_since
    if title is None or since is None or frame.decided_on < since:
        return None
    without = outcome_of(title, replace(person, initiatives=()), frame)
    if without is Outcome.MET or outcome_of(title, person, frame) is Outcome.NOT_MET:
        return None
    every = (part for condition in frame.rules[title] for part in (condition, *condition.parts))
    asked = next((part for part in every if part.kind is Kind.INITIATIVES), None)
    return None if asked is None else (asked, without is Outcome.NOT_MET)


def _nothing(condition: Condition, person: PersonFacts, frame: Frame) -> Used:
    return NO_FACTS


def _yes(outcome: Outcome) -> bool | None:
    return None if outcome is Outcome.UNKNOWN else outcome is Outcome.MET


_KINDS: Mapping[Kind, Callable[[Condition, PersonFacts, Frame], Outcome]] = {
    Kind.RATING: _rating, Kind.REGISTERED: _registered, Kind.DISCIPLINE: _discipline,
    Kind.MONTHS_IN_YEAR: _months_in_year, Kind.LONG_STUDY: _long_study, Kind.MEETS: _meets,
    Kind.INITIATIVES: _initiatives, Kind.TITLE_RUN: _title_run, Kind.TITLE_COUNT: _title_count,
    Kind.RATING_RUN: _rating_run, Kind.RATING_COUNT: _rating_count, Kind.HELD_BEFORE: _held_before,
    Kind.LED_UNIT: led,
}  # fmt: skip
_USED: Mapping[Kind, Callable[[Condition, PersonFacts, Frame], Used]] = {
    Kind.RATING: _rating_used, Kind.DISCIPLINE: _discipline_used, Kind.MONTHS_IN_YEAR: _months_used,
    Kind.LONG_STUDY: _long_study_used, Kind.INITIATIVES: _initiatives_used, Kind.TITLE_RUN: _title_run_used,
    Kind.TITLE_COUNT: _title_count_used, Kind.RATING_RUN: _rating_run_used, Kind.RATING_COUNT: _rating_count_used,
    Kind.HELD_BEFORE: _held_before_used, Kind.LED_UNIT: led_used,
}  # fmt: skip
"""What a kind that asks for facts was judged by."""
