"""What is known of a person or unit when conditions are judged, and what is said then. Judges nothing itself."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from thidua_gui.core.conditions import Condition
from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.ids import InitiativeId, PersonId, UnitId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey

NOTHING: AbstractSet[str] = frozenset()


class Outcome(StrEnum):
    """Đạt, không đạt, chưa rõ: unknown is not no."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Frame:
    """The year that is judged and the law it is judged by. From `single_use_since` on an initiative supports one award
    only; None = at no time."""

    year: int
    decided_on: date
    rules: Mapping[TitleKey, tuple[Condition, ...]]
    single_use_since: date | None = None
    known: dict[tuple[TitleKey, int], tuple["PersonFacts", Outcome]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was said of whom in this frame, by award and id() of the facts, which are kept so that it stays theirs."""

    @property
    def asks_led_units(self) -> bool:
        """Whether a condition in force asks for the units that somebody leads."""
        return any(one.asks_led_units for conditions in self.rules.values() for one in conditions)


class HeldAward(NamedTuple):
    """An award of a year; of several rows of one award each stands for itself."""

    key: TitleKey
    year: int
    is_revoked: bool = False


@dataclass(frozen=True, slots=True)
class DisciplineFact:
    """A discipline noted in the year; `level` None = words that are no known form, `decided_on` None = not known."""

    level: DisciplineLevel | None
    decided_on: date | None = None


class EarlierUse(NamedTuple):
    """What an initiative was used for by this person; `award` None = words that are no known award."""

    award: TitleKey | None
    year: int
    day: date


class InitiativeFact(NamedTuple):
    """Sáng kiến, đề tài of this person, of the campaign's `year`; None = not decided, or not known how far it reaches.
    Uses for what was revoked are not in it."""

    id: InitiativeId
    year: int
    scope: Scope | None = None
    is_recognised: bool | None = None
    uses: tuple[EarlierUse, ...] = ()


@dataclass(frozen=True, slots=True)
class StudyFact:
    """Cử đi học; `is_fair`: the result is "khá" or better, None = not known."""

    from_on: date
    until_on: date
    is_fair: bool | None = None


@dataclass(frozen=True, slots=True)
class MoveFact:
    """Chuyển đơn vị, biệt phái: `place` is the former unit, or the host, in words."""

    is_secondment: bool
    from_on: date | None
    place: str = ""


class LedUnit(NamedTuple):
    """A unit that this person heads at the end of the year; `rating` None = not rated yet."""

    name: str
    rating: Rating | None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """One person; what is not in it is not known or did not happen. `objections` names attested conditions that
    somebody contested."""

    id: PersonId
    ratings: Mapping[int, Rating] = field(default_factory=dict)
    is_registered: bool = False
    joined_on: date | None = None
    disciplines: tuple[DisciplineFact, ...] = ()
    held: tuple[HeldAward, ...] = ()
    initiatives: tuple[InitiativeFact, ...] = ()
    studies: tuple[StudyFact, ...] = ()
    moves: tuple[MoveFact, ...] = ()
    leads: tuple[LedUnit, ...] = ()
    has_open_case: bool | None = None
    objections: AbstractSet[str] = NOTHING


class Member(NamedTuple):
    """Somebody of a unit, with how they stand to the titles that their unit's conditions count."""

    id: PersonId
    rating: Rating | None
    standing: Mapping[TitleKey, Outcome]
    disciplines: tuple[DisciplineFact, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """One collective, its members being everyone in it or below it at the end of the year."""

    id: UnitId
    rating: Rating | None
    members: tuple[Member, ...]
    has_open_case: bool | None = None
    objections: AbstractSet[str] = NOTHING


class Used(NamedTuple):
    """The facts that a condition was judged by; what it does not ask about stays empty. `number` of `of` surely, of
    `open` more nobody can say. `used_before`: initiatives that would do but supported something else. `beside`: the
    title of this year for which one of them is set aside."""

    rating: Rating | None = None
    day: date | None = None
    number: int | None = None
    of: int | None = None
    open: int = 0
    years: tuple[int, ...] = ()
    revoked: tuple[int, ...] = ()
    disciplines: tuple[DisciplineFact, ...] = ()
    initiatives: tuple[InitiativeId, ...] = ()
    used_before: tuple[InitiativeId, ...] = ()
    beside: TitleKey | None = None
    moves: tuple[MoveFact, ...] = ()
    leads: tuple[LedUnit, ...] = ()


NO_FACTS = Used()


class Finding(NamedTuple):
    """One condition as it was judged; `parts` of an `any`."""

    condition: Condition
    outcome: Outcome
    used: Used = NO_FACTS
    parts: tuple["Finding", ...] = ()

    @property
    def is_checked(self) -> bool:
        """Whether what decided it was read in the text itself: of an `any` that is met one part that is."""
        if not self.condition.is_checked or not self.parts:
            return self.condition.is_checked
        met = [part.condition.is_checked for part in self.parts if part.outcome is Outcome.MET]
        return any(met) if met else all(part.condition.is_checked for part in self.parts)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Every condition of an award, and what they make together."""

    award: TitleKey
    outcome: Outcome
    findings: tuple[Finding, ...]

    @property
    def not_met(self) -> tuple[str, ...]:
        """The ids of the conditions not met, sorted."""
        return self._ids(Outcome.NOT_MET)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The ids of the conditions of which nobody can say it yet, sorted."""
        return self._ids(Outcome.UNKNOWN)

    def _ids(self, outcome: Outcome) -> tuple[str, ...]:
        return tuple(sorted(finding.condition.id for finding in self.findings if finding.outcome is outcome))


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """One condition not met is enough for no, and none is asked after it."""
    found = Outcome.MET
    for outcome in outcomes:
        if outcome is Outcome.NOT_MET:
            return outcome
        if outcome is Outcome.UNKNOWN:
            found = outcome
    return found


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """One condition met is enough for yes, and none is asked after it."""
    found = Outcome.NOT_MET
    for outcome in outcomes:
        if outcome is Outcome.MET:
            return outcome
        if outcome is Outcome.UNKNOWN:
            found = outcome
    return found


def reached(surely: int, at_best: int, needed: int) -> Outcome:
    """A number against what is needed, while some of it is not known yet."""
    if surely >= needed:
        return Outcome.MET
    return Outcome.UNKNOWN if at_best >= needed else Outcome.NOT_MET


def said(answer: bool | None) -> Outcome:
    """Yes, no, or nobody can say."""
    if answer is None:
        return Outcome.UNKNOWN
    return Outcome.MET if answer else Outcome.NOT_MET
