"""Whether a person meets the conditions of an award: pure functions of frozen facts. Knows no rows and no wording.

Leaves are nowhere subtracted: maternity, study and certified injuries are working time, and leave of forty days or more
is no bar (Decree 91/2017 dropped it).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce

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
    UnitFacts,
    Used,
    all_of,
    any_of,
    reached,
    said,
)
from thidua_gui.core.ratings import Rating, at_least
from thidua_gui.core.runs import Run, longer, run_to
from thidua_gui.core.titles import INDIVIDUAL_TITLES, TitleKey
from thidua_gui.core.usable_initiatives import enough, usable, used_before

Judged = tuple[Outcome, Used]
Answer = Callable[[int], bool | None]
DAY = timedelta(days=1)
NO_INITIATIVES = Used(number=0)
BY_TITLES = frozenset({Kind.MEETS, Kind.TITLE_RUN, Kind.TITLE_COUNT})


def judge(award: TitleKey, person: PersonFacts, frame: Frame) -> Judgement:
    """Every condition that the frame's rules set for the award."""
    findings = tuple(_finding(condition, person, frame) for condition in frame.rules[award])
    return Judgement(award, all_of(finding.outcome for finding in findings), findings)


def outcome_of(award: TitleKey, person: PersonFacts, frame: Frame) -> Outcome:
    """What `judge` says on the whole, for many people at once: nothing is asked after the first condition not met."""
    return all_of(_outcome(condition, person, frame) for condition in frame.rules[award])


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


def _costs(condition: Condition) -> bool:
    return condition.kind in BY_TITLES


def standing(title: TitleKey, person: PersonFacts, frame: Frame) -> Outcome:
    """Whether the title of this year is held, or its conditions are met; one that was revoked stands no more."""
    if person.held:
        if frame.year in years_held(title, person):
            return Outcome.MET
        if frame.year in years_revoked(title, person):
            return Outcome.NOT_MET
    return outcome_of(title, person, frame)


def years_held(title: TitleKey, person: PersonFacts) -> set[int]:
    """The years of which the title stands; a higher one of the same year stands for it unless itself was revoked."""
    own = {award.year for award in person.held if award.key is title and not award.is_revoked}
    higher = {award.year for award in person.held if _is_above(award.key, title) and not award.is_revoked}
    return own | (higher - years_revoked(title, person))


def years_revoked(title: TitleKey, person: PersonFacts) -> set[int]:
    """The years of which the title was revoked and not given again."""
    own = [award for award in person.held if award.key is title]
    return {award.year for award in own if award.is_revoked} - {award.year for award in own if not award.is_revoked}


def full_months(first: date, end: date) -> int:
    """Whole months from the first day to `end`, which is not part of them: 2 March to 1 January makes nine."""
    return (end.year - first.year) * 12 + end.month - first.month - (end.day < first.day)


def _is_above(key: TitleKey, title: TitleKey) -> bool:
    ladder = INDIVIDUAL_TITLES
    return key in ladder and title in ladder and ladder.index(key) > ladder.index(title)


def _finding(condition: Condition, person: PersonFacts, frame: Frame) -> Finding:
    if condition.kind is Kind.ANY:
        parts = tuple(_finding(part, person, frame) for part in condition.parts)
        return Finding(condition, any_of(part.outcome for part in parts), NO_FACTS, parts)
    if condition.kind in ATTESTED:
        return Finding(condition, *attested(condition, person, frame))
    return Finding(condition, *_KINDS[condition.kind](condition, person, frame))


def _outcome(condition: Condition, person: PersonFacts, frame: Frame) -> Outcome:
    if condition.kind is Kind.ANY:
        return any_of(_outcome(part, person, frame) for part in condition.parts)
    if condition.kind in ATTESTED:
        return said(not is_contested(condition, person))
    return _KINDS[condition.kind](condition, person, frame)[0]


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


def _rating(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    rating = person.ratings.get(frame.year)
    return said(None if rating is None else at_least(rating, condition.asked.rating)), Used(rating=rating)


def _registered(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    return said(person.is_registered), NO_FACTS


def _discipline(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    counted, outcome = disciplined(condition.asked.level, person.disciplines, frame.year)
    return outcome, Used(disciplines=counted)


def disciplined(
    level: DisciplineLevel, noted: tuple[DisciplineFact, ...], year: int
) -> tuple[tuple[DisciplineFact, ...], Outcome]:
    """The disciplines of the year, and whether none of them is of that level or more severe."""
    own = tuple(one for one in noted if one.decided_on is None or one.decided_on.year == year)
    clear = (said(None if one.level is None else one.level.order < level.order) for one in own)
    return own, all_of(clear)


def _months_in_year(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    if person.joined_on is None:
        return Outcome.UNKNOWN, NO_FACTS
    months = full_months(person.joined_on, date(frame.year + 1, 1, 1))
    return said(months >= condition.asked.at_least), Used(day=person.joined_on, number=min(months, 12))


def _long_study(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    """Only a study that touches the year and is long enough; of several the best."""
    long = [
        study
        for study in person.studies
        if study.from_on.year <= frame.year <= study.until_on.year
        and full_months(study.from_on, study.until_on + DAY) >= condition.asked.months
    ]
    return any_of(said(study.is_fair) for study in long), Used(number=len(long))


def _meets(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    return standing(condition.asked.title, person, frame), NO_FACTS


def _title_run(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    asked = condition.asked
    run = _titles_to(asked.title, person, frame, is_granted_only=asked.granted_only)
    revoked = tuple(sorted(years_revoked(asked.title, person)))
    return reached(run.surely, run.at_best, asked.years), Used(years=run.years, revoked=revoked)


def _titles_to(title: TitleKey, person: PersonFacts, frame: Frame, *, is_granted_only: bool = False) -> Run:
    """The run of years of a title up to this year; of titles granted only it may end in the year before."""
    held = years_held(title, person)
    if is_granted_only:
        return run_to(frame.year if frame.year in held else frame.year - 1, lambda year: year in held)
    now = _yes(standing(title, person, frame))
    return run_to(frame.year, lambda year: now if year == frame.year else year in held)


def _title_count(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    period, held = _period(condition, person, frame), years_held(condition.asked.title, person)
    now = _yes(standing(condition.asked.title, person, frame))
    return _counted(condition, period, lambda year: now if year == frame.year else year in held)


def _rating_run(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    asked = condition.asked
    run = _after(asked.after, person, frame, lambda year: _rated(year, asked.rating, person))
    return reached(run.surely, run.at_best, asked.years), Used(years=run.years, rating=person.ratings.get(frame.year))


def _rating_count(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    period = _period(condition, person, frame)
    return _counted(condition, period, lambda year: _rated(year, condition.asked.rating, person))


def _rated(year: int, floor: Rating, person: PersonFacts) -> bool | None:
    if person.joined_on is not None and year < person.joined_on.year:
        return False
    rating = person.ratings.get(year)
    return None if rating is None else at_least(rating, floor)


def _counted(condition: Condition, period: Run, answer: Answer) -> Judged:
    surely = tuple(year for year in period.years if answer(year))
    at_best = sum(answer(year) is not False for year in period.years_at_best)
    return reached(len(surely), at_best, condition.asked.at_least), Used(years=surely, number=len(surely))


def _period(condition: Condition, person: PersonFacts, frame: Frame) -> Run:
    """The years in which something is counted; this year alone if no run is asked for."""
    asked, runs = condition.asked, list[Run]()
    floor, title = asked.run_rating, asked.run_title
    if floor is not None:
        runs.append(_after(asked.after, person, frame, lambda year: _rated(year, floor, person)))
    if title is not None:
        runs.append(_titles_to(title, person, frame))
    return reduce(longer, runs) if runs else Run(frame.year, 1, 1)


def _after(form: TitleKey | None, person: PersonFacts, frame: Frame, answer: Answer) -> Run:
    """The run of years after the one in which the form was first given; no run without it."""
    if form is None:
        return run_to(frame.year, answer)
    first = min(years_held(form, person), default=frame.year)
    return run_to(frame.year, lambda year: answer(year) if year > first else False)


def _held_before(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    years = tuple(sorted(year for year in years_held(condition.asked.title, person) if year < frame.year))
    return said(bool(years)), Used(years=years)


def _initiatives(condition: Condition, person: PersonFacts, frame: Frame) -> Judged:
    if not person.initiatives:
        return Outcome.NOT_MET, NO_INITIATIVES
    period, needed = _period(condition, person, frame), condition.asked.at_least
    surely = usable(condition, person, frame, period.years)
    at_best = surely | usable(condition, person, frame, period.years_at_best, is_hopeful=True)
    beside = _beside(condition.asked.beside, person, frame)
    spent = used_before(condition, person, frame, period.years)
    used = Used(number=len(surely), initiatives=tuple(sorted(surely)), used_before=spent)
    if beside is None:
        return reached(len(surely), len(at_best), needed), used
    other, is_certain = beside
    used = used._replace(beside=other.award)
    sure_others = usable(other, person, frame, (frame.year,))
    if enough(surely, sure_others, needed):
        return Outcome.MET, used
    if not is_certain:
        return reached(0, len(at_best), needed), used
    others = sure_others | usable(other, person, frame, (frame.year,), is_hopeful=True)
    return Outcome.UNKNOWN if enough(at_best, others, needed) else Outcome.NOT_MET, used


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


def _yes(outcome: Outcome) -> bool | None:
    return None if outcome is Outcome.UNKNOWN else outcome is Outcome.MET


_KINDS: Mapping[Kind, Callable[[Condition, PersonFacts, Frame], Judged]] = {
    Kind.RATING: _rating,
    Kind.REGISTERED: _registered,
    Kind.DISCIPLINE: _discipline,
    Kind.MONTHS_IN_YEAR: _months_in_year,
    Kind.LONG_STUDY: _long_study,
    Kind.MEETS: _meets,
    Kind.INITIATIVES: _initiatives,
    Kind.TITLE_RUN: _title_run,
    Kind.TITLE_COUNT: _title_count,
    Kind.RATING_RUN: _rating_run,
    Kind.RATING_COUNT: _rating_count,
    Kind.HELD_BEFORE: _held_before,
}
