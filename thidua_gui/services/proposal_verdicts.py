"""The verdict on each proposal by the law of its own receipt, or as it stood when the council was given it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from db.models.initiatives import Initiative
from thidua_gui.core.eligibility_facts import Judgement, Outcome
from thidua_gui.core.ids import InitiativeId, ProposalId
from thidua_gui.core.rulepack import choose
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import titles
from thidua_gui.services.eligibility_year import YearEligibility
from thidua_gui.services.proposal_views import DossierLine
from thidua_gui.services.rows import fetch
from thidua_gui.services.rules import Law, law, shelf
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import conditions as wording

NAMES = {key: kind.name for key, kind in titles.kinds().items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose verdict is wanted, by the day the dossier was received."""

    proposal: ProposalId
    subject: int
    received_on: date | None


@dataclass(frozen=True, slots=True)
class ProposalVerdict:
    """`judgement` None: nothing can be said, or nothing is asked; `law` tells why."""

    law: Law
    judgement: Judgement | None


class Judge:
    """The verdicts of one year, inside one read; laws and facts are read once however many proposals there are."""

    def __init__(self, facts: YearFacts, *, is_provisional: bool = False) -> None:
        self._facts = facts
        self._is_provisional = is_provisional
        self._by_pack: dict[str | None, YearEligibility] = {}
        self._by_day: dict[date | None, YearEligibility] = {}
        self._packs = shelf().packs

    @property
    def law(self) -> Law:
        """That of the decision's day."""
        return self._eligibility(None).law

    @property
    def eligibility(self) -> YearEligibility:
        """Everyone by the law of the decision's day, or by the provisional one."""
        return self._eligibility(None)

    def everyone(self, award: TitleKey) -> Mapping[int, Judgement]:
        """Everyone who counts, or every unit, by the law of the decision's day."""
        return self._eligibility(None).judged(award)

    def verdicts(self, award: TitleKey, asked: Iterable[Asked]) -> dict[ProposalId, ProposalVerdict]:
        groups: dict[date | None, list[Asked]] = defaultdict(list)
        for one in asked:
            groups[one.received_on].append(one)
        by_law: dict[int, tuple[YearEligibility, list[Asked]]] = {}
        for received_on, group in groups.items():
            eligibility = self._eligibility(received_on)
            by_law.setdefault(id(eligibility), (eligibility, []))[1].extend(group)
        found: dict[ProposalId, ProposalVerdict] = {}
        for eligibility, group in by_law.values():
            judged = eligibility.judged(award, list(dict.fromkeys(one.subject for one in group)))
            for one in group:
                found[one.proposal] = ProposalVerdict(eligibility.law, judged.get(one.subject))
        return found

    def _eligibility(self, received_on: date | None) -> YearEligibility:
        if received_on not in self._by_day:
            year = self._facts.year
            decided_on = year.decision_on or year.last_day
            chosen = choose(self._packs, decided_on, received_on)
            name = None if chosen is None else chosen.id
            if name not in self._by_pack:
                of_day = law(year.year, decided_on, received_on, is_provisional=self._is_provisional)
                shared = self._facts.eligibility
                self._by_pack[name] = shared if shared.law == of_day else YearEligibility(self._facts, of_day)
            self._by_day[received_on] = self._by_pack[name]
        return self._by_day[received_on]


def initiative_names(*judgements: Judgement) -> dict[InitiativeId, str]:
    """Code and name of each initiative that the judgements rest on, by one query."""
    findings = [part for said in judgements for one in said.findings for part in (one, *one.parts)]
    wanted = {one for finding in findings for one in finding.used.initiatives}
    if not wanted:
        return {}
    rows = fetch(Initiative.select(Initiative.id, Initiative.code, Initiative.name).where(Initiative.id.in_(wanted)))
    return {InitiativeId(row): wording.initiative(code, name) for row, code, name in rows}


def lines_of(
    judgement: Judgement, initiatives: wording.InitiativeNames = wording.NO_NAMES
) -> tuple[DossierLine, ...]:  # fmt: skip
    """Every condition in words."""
    return tuple(
        DossierLine(
            one.condition.id, one.outcome, wording.needed(one.condition, NAMES), wording.had(one, NAMES, initiatives),
            one.condition.source, one.is_checked, one.condition.is_attested,
        )
        for one in judgement.findings
    )  # fmt: skip


def frozen(judgement: Judgement, initiatives: wording.InitiativeNames = wording.NO_NAMES) -> str:
    """The findings as they are kept with the proposal, in words: a later program must not read them otherwise."""
    lines = lines_of(judgement, initiatives)
    return json.dumps([_written(line) for line in lines], ensure_ascii=False)


def thawed(findings: str | None) -> tuple[DossierLine, ...]:
    """The lines of kept findings."""
    return tuple(_line(one) for one in json.loads(findings or "[]"))


def outcomes_of(findings: str | None) -> list[Outcome]:
    """Only how each condition of kept findings came out."""
    return [Outcome(one["outcome"]) for one in json.loads(findings or "[]")]


def _written(line: DossierLine) -> dict[str, object]:
    return {
        "condition": line.condition, "outcome": line.outcome.value, "needed": line.needed, "had": line.had,
        "source": line.source, "checked": line.is_checked, "attested": line.is_attested,
    }  # fmt: skip


def _line(one: Mapping[str, object]) -> DossierLine:
    return DossierLine(
        str(one["condition"]), Outcome(str(one["outcome"])), str(one["needed"]), str(one["had"]), str(one["source"]),
        bool(one["checked"]), bool(one["attested"]),
    )  # fmt: skip
