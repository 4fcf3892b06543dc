"""Which proposals ask for what was granted already, is pending twice, or comes again too soon. Refuses nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from db.models.awards import Award, AwardRevocation
from db.models.proposals import Proposal
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.commendations import AT_ONCE
from thidua_gui.core.conditions import Condition, Kind
from thidua_gui.core.proposals import OPEN, State
from thidua_gui.core.titles import TitleGroup
from thidua_gui.services.proposal_kinds import key_of
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.rules import Law
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import proposals as wording

Subject = tuple[int | None, int | None]
_RUNS = frozenset({Kind.TITLE_RUN, Kind.RATING_RUN})


@dataclass(frozen=True, slots=True)
class Granted:
    """An award of that kind which stands."""

    id: int
    year: int
    title: str
    number: str | None
    decided_on: date | None


class Told:
    """Says of a proposal of one kind why it is one too many, "" if it is not."""

    def __init__(self, kind: ListedKind, year: int, period: int) -> None:
        self._kind, self._year, self._period = kind, year, period
        self._granted = _granted(kind, year, year - max(period - 1, 0))
        self._pending = Counter[Subject]()

    def count(self, pending: Iterable[Subject]) -> None:
        self._pending.update(pending)

    def __call__(self, person: int | None, unit: int | None, award: int | None, state: State) -> str:
        if state not in OPEN:
            return ""
        others = [one for one in self._granted.get((person, unit), ()) if one.id != award]
        now = next((one for one in others if one.year == self._year), None)
        if now is not None:
            return wording.held(now.title, now.year, now.number, now.decided_on)
        if self._pending[person, unit] > 1:
            return wording.pending(self._kind.name, self._pending[person, unit])
        before = sorted({one.year for one in others if 0 < self._year - one.year < self._period})
        return wording.again(self._kind.name, before, self._period) if before else ""


def told(facts: YearFacts, kind: ListedKind, law: Law) -> Told:
    """For one kind of a year; inside a read."""
    found = Told(kind, facts.year.year, _period(kind, law))
    mine = (Proposal.campaign == facts.year.id) & (Proposal.kind == kind.key) & Proposal.state.in_(_OPEN_KEYS)
    short = Proposal.basis.in_([basis.value for basis in AT_ONCE])
    found.count(fetch(Proposal.select(Proposal.person, Proposal.unit).where(mine & ~short)))
    return found


_OPEN_KEYS = [state.value for state in OPEN]


def _granted(kind: ListedKind, year: int, first: int) -> Mapping[Subject, list[Granted]]:
    """What stands of the kind in those years; what was given by the short way is none of merit."""
    told_in = fetch(Award.select(Award.title).where(Award.year.between(first, year)).distinct())
    wordings = [title for (title,) in told_in if key_of(title) == kind.key]
    revoked = AwardRevocation.select(AwardRevocation.award)
    fields = (
        Award.id, Award.person, Award.unit, Award.year, Award.title, Award.decision_number, Award.decided_on,
    )  # fmt: skip
    short = Award.kind.is_null(False) & Award.kind.in_([basis.value for basis in AT_ONCE])
    mine = Award.year.between(first, year) & Award.title.in_(wordings)
    query = Award.select(*fields).where(mine & Award.id.not_in(revoked) & ~short)
    found: dict[Subject, list[Granted]] = defaultdict(list)
    for award, person, unit, of_year, title, number, decided_on in fetch(query):
        if (person is None) != (unit is None):
            found[person, unit].append(Granted(award, of_year, title, number, day(decided_on)))
    return found


def _period(kind: ListedKind, law: Law) -> int:
    """How many years the law counts for a form: the next one begins after the last. Titles of a year have none."""
    if law.frame is None or kind.award is None or kind.group is TitleGroup.TITLE:
        return 0
    return max((_years(one) for one in law.frame.rules.get(kind.award, ())), default=0)


def _years(condition: Condition) -> int:
    """Of a choice the shortest way."""
    if condition.kind is Kind.ANY:
        return min((_years(part) for part in condition.parts), default=0)
    return condition.asked.years if condition.kind in _RUNS else 0
