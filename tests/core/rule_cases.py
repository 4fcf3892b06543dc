"""Reads the cases of tests/rules: a person or unit, a day, and what the law of that day says of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.eligibility_facts import (
    DisciplineFact,
    EarlierUse,
    Frame,
    HeldAward,
    InitiativeFact,
    LedUnit,
    Member,
    MoveFact,
    Outcome,
    PersonFacts,
    StudyFact,
    UnitFacts,
)
from thidua_gui.core.ids import InitiativeId, PersonId, UnitId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.rulepack import Pack, choose, in_order
from thidua_gui.core.rulepack_reading import parse
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey

RULES = Path(__file__).parents[1] / "rules"
PACKS = Path(__file__).parents[2] / "resources" / "rules"
SINGLE_USE = date(2023, 9, 5)
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One case as it is written."""

    name: str
    award: TitleKey
    frame: Frame
    subject: PersonFacts | UnitFacts
    outcome: Outcome
    not_met: tuple[str, ...]
    unknown: tuple[str, ...]


@cache
def packs() -> tuple[Pack, ...]:
    return in_order([parse(path.read_text(encoding="utf-8")) for path in sorted(PACKS.glob("*.toml"))])


def frame(decided_on: date, year: int | None = None) -> Frame:
    """The law of the day, single use of initiatives included."""
    pack = choose(packs(), decided_on)
    assert pack is not None
    return Frame(year or decided_on.year, decided_on, pack.rules(decided_on), SINGLE_USE)


def cases() -> Iterator[Case]:
    for path in sorted(RULES.glob("*.toml")):
        for table in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []):
            yield _case(path.stem, table)


def _case(file: str, table: Table) -> Case:
    known = {"name", "award", "decided_on", "year", "person", "unit", "outcome", "not_met", "unknown"}
    assert table.keys() <= known, table
    judged = frame(table["decided_on"], table.get("year"))
    subject = unit(table["unit"]) if "unit" in table else person(table.get("person", {}), judged.year)
    return Case(
        f"{file}: {table['name']}", TitleKey(table["award"]), judged, subject, Outcome(table["outcome"]),
        tuple(table.get("not_met", ())), tuple(table.get("unknown", ())),
    )  # fmt: skip


def person(table: Table, year: int) -> PersonFacts:
    """Somebody for whom all is well but for what is said."""
    rating = table.get("rating", "good")
    ratings = {int(past): Rating(one) for past, one in table.get("ratings", {}).items()}
    return PersonFacts(
        PersonId(1),
        ratings | ({year: Rating(rating)} if rating else {}),
        table.get("registered", True),
        table.get("joined_on", date(2000, 1, 1)) or None,
        tuple(_discipline(one) for one in table.get("disciplines", ())),
        tuple(_held(one) for one in table.get("held", ())),
        tuple(_initiative(one, year) for one in table.get("initiatives", ())),
        tuple(StudyFact(one["from"], one["until"], one.get("fair")) for one in table.get("studies", ())),
        tuple(MoveFact(one.get("secondment", False), one.get("on"), one["place"]) for one in table.get("moves", ())),
        tuple(LedUnit(one["name"], Rating(one["rating"]) if one["rating"] else None) for one in table.get("leads", ())),
        table.get("open_case"),
        frozenset(table.get("objections", ())),
    )


def unit(table: Table) -> UnitFacts:
    """A collective of so many members of each sort; without more they are rated good and hold no title."""
    members = [member for one in table["members"] for member in [_member(one)] * one.get("count", 1)]
    return UnitFacts(
        UnitId(1), Rating(table["rating"]) if table["rating"] else None, tuple(members), table.get("open_case"),
        frozenset(table.get("objections", ())),
    )  # fmt: skip


def _member(table: Table) -> Member:
    rating = table.get("rating", "good")
    standing = {
        TitleKey.ADVANCED_LABOURER: Outcome(table.get("labourer", "not_met")),
        TitleKey.GRASSROOTS_FIGHTER: Outcome(table.get("fighter", "not_met")),
    }
    level = table.get("discipline")
    noted = () if level is None else (DisciplineFact(DisciplineLevel(level)),)
    return Member(PersonId(1), Rating(rating) if rating else None, standing, noted)


def _held(table: Table) -> HeldAward:
    return HeldAward(TitleKey(table["title"]), table["year"], table.get("revoked", False))


def _discipline(table: Table) -> DisciplineFact:
    level = table.get("level")
    return DisciplineFact(None if level is None else DisciplineLevel(level), table.get("on"))


def _initiative(table: Table, year: int) -> InitiativeFact:
    scope, recognised = table.get("scope", "grassroots"), table.get("recognised", True)
    uses = tuple(
        EarlierUse(TitleKey(use["award"]) if "award" in use else None, use["year"], use["day"])
        for use in table.get("uses", ())
    )
    return InitiativeFact(
        InitiativeId(table["id"]), table.get("year", year), Scope(scope) if scope else None,
        None if recognised == "" else recognised, uses,
    )  # fmt: skip
