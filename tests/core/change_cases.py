"""Reads the cases of tests/rules/changes: one subject, and what the law says of it on both sides of each change."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from tests.core.rule_cases import RULES, SINGLE_USE, packs, person, unit
from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility import judge
from thidua_gui.core.eligibility_facts import Frame, Outcome, PersonFacts, UnitFacts
from thidua_gui.core.eligibility_units import judge_unit
from thidua_gui.core.rulepack import DAY, choose
from thidua_gui.core.titles import TitleKey

FOLDER = RULES / "changes"
CHANGES = tuple((earlier, later.from_on) for earlier, later in pairwise(packs()))
"""The pack that ends, and the first day of the next."""


@dataclass(frozen=True, slots=True)
class Case:
    """A subject as it is written; `kind` None = about the single use of initiatives. `not_met` by pack, or before and
    from the day of single use."""

    award: TitleKey
    kind: Kind | None
    is_unit: bool
    told: Mapping[str, Any]
    not_met: Mapping[str, tuple[str, ...]]

    def __str__(self) -> str:
        return f"{self.award.value} {self.kind.value if self.kind else 'single use'}"

    def judged(self, decided_on: date, year: int, received_on: date | None = None) -> tuple[str, ...] | None:
        """The conditions not met by the law of the day; None where that law is not read yet."""
        pack = choose(packs(), decided_on, received_on)
        assert pack is not None
        if not pack.is_enabled:
            return None
        law = Frame(year, decided_on, pack.rules(decided_on), SINGLE_USE)
        subject = self._subject(year)
        judgement = (
            judge(self.award, subject, law) if isinstance(subject, PersonFacts)
            else judge_unit(self.award, subject, law)
        )  # fmt: skip
        assert (judgement.outcome is Outcome.MET) is not bool(judgement.not_met)
        return judgement.not_met

    def _subject(self, year: int) -> PersonFacts | UnitFacts:
        told = _dated(self.told, year)
        return unit(told) if self.is_unit else person(told, year)


def cases() -> list[Case]:
    return [case for path in sorted(FOLDER.glob("*.toml")) for case in _cases(tomllib.loads(path.read_text("utf-8")))]


def _cases(document: Mapping[str, Any]) -> Iterator[Case]:
    well = document["well"]
    for table in document["case"]:
        told, is_unit = table.get("unit") or table["person"], "unit" in table
        not_met = {pack: tuple(table[pack]) for pack in "ABC"}
        yield Case(TitleKey(table["award"]), Kind(table["kind"]), is_unit, well[table["award"]] | told, not_met)
    for table in document.get("single_use", ()):
        told = well[table["award"]] | table["person"]
        not_met = {"before": tuple(table["before"]), "from": tuple(table["from"])}
        yield Case(TitleKey(table["award"]), None, False, told, not_met)


def wells() -> list[Case]:
    """Those for whom all is well."""
    found = [tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    return [
        Case(TitleKey(award), None, "members" in told, told, {})
        for document in found
        for award, told in document["well"].items()
    ]


def _dated(value: Any, year: int, key: str = "") -> Any:
    """The years and days that are told from the year that is judged."""
    if isinstance(value, Mapping):
        return {
            str(year + int(name)) if key == "ratings" else name: _dated(one, year, name) for name, one in value.items()
        }
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_dated(one, year, key) for one in value]
    if key == "year":
        return year + value
    if isinstance(value, str) and "/" in value:
        since, day = value.split("/")
        return date.fromisoformat(f"{year + int(since)}-{day}")
    return value


def eve(day: date) -> date:
    return day - DAY
