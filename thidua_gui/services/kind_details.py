"""One kind of award closely, on a day: its papers by procedure, and the conditions of the law in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.dossiers import DossierItem
from thidua_gui.services import rules, titles
from thidua_gui.services.award_kinds import KindLine, kind_lines, listed_kind
from thidua_gui.services.dossiers import dossier_list, own_list
from thidua_gui.services.rules import Law
from thidua_gui.services.transaction import read
from thidua_gui.text.conditions import needed

TABLES = ("award_kinds", "awards", "award_revocations", "settings")
PROCEDURES = (CommendationKind.MERIT, CommendationKind.IRREGULAR, CommendationKind.MOVEMENT)
"""For which a list of papers is shown."""


@dataclass(frozen=True, slots=True)
class PaperList:
    """Thành phần hồ sơ of one procedure. `is_own`: the school's own list, decided from `since` on (None = since
    ever)."""

    papers: tuple[DossierItem, ...]
    is_own: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """One condition of the law in words; `id` is its name in the pack."""

    id: str
    needed: str
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class KindDetail:
    """What stands beside the list. `pack` is the rule pack that `conditions` are of, None where none judges; `reason`:
    why none does, or that the pack is an earlier one."""

    key: str
    papers: Mapping[CommendationKind, PaperList]
    conditions: tuple[ConditionWords, ...]
    pack: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class KindBook:
    """The list on a day."""

    on: date
    lines: tuple[KindLine, ...]


def kind_book(on: date) -> KindBook:
    """Every kind with its number of awards."""
    return KindBook(on, kind_lines(on))


def kind_detail(key: str, on: date) -> KindDetail:
    """One kind on a day."""
    with read():
        kind = listed_kind(key)
        papers = {basis: _papers(key, basis, on) for basis in PROCEDURES}
        law = rules.law(on.year, on, is_provisional=True)
    found = () if kind.award is None or law.frame is None else law.frame.rules.get(kind.award, ())
    names = {award: named.name for award, named in titles.kinds().items()}
    told = tuple(ConditionWords(one.id, needed(one, names), one.source, one.is_checked) for one in found)
    return KindDetail(key, papers, told, _pack_of(law), law.reason)


def _papers(key: str, basis: CommendationKind, on: date) -> PaperList:
    own = own_list(key, basis, on)
    return PaperList(dossier_list(key, basis, on), own is not None, None if own is None else own.since)


def _pack_of(law: Law) -> str | None:
    return None if law.pack is None or law.frame is None else law.pack.id
