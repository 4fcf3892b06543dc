"""The papers of a proposal: the shipped list of the day, or the one that the school decided in its place."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.dossiers import DossierBook, DossierItem, parse_book
from thidua_gui.core.errors import UserError
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import settings
from thidua_gui.services.award_kinds import listed_kind
from thidua_gui.services.transaction import read, write
from thidua_gui.text import dossiers as wording

_OWN = "dossier"
_SHIPPED_AGAIN = ""
"""The stored value of a list that was reset."""


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """One paper as the school writes it."""

    name: str
    is_required: bool = True
    note: str = ""


def dossier_list(kind: str, basis: str, on: date) -> tuple[DossierItem, ...]:
    """The papers in order for a kind of award (its key) and what it is given for (a `CommendationKind`), on a day."""
    given_for = CommendationKind(basis)
    with read():
        own = _own(kind, given_for, on)
        return own or shipped_list(kind, given_for.value, on)


def shipped_list(kind: str, basis: str, on: date) -> tuple[DossierItem, ...]:
    """The list before any change by the school; for a kind of the school's own that of its group."""
    with read():
        return _book().papers(kind, _group(kind), CommendationKind(basis), on)


def is_own_list(kind: str, basis: str, on: date) -> bool:
    """Whether the school's own list stands that day."""
    return bool(_own(kind, CommendationKind(basis), on))


def set_dossier_list(
    kind: str, basis: str, papers: Sequence[PaperDraft], valid_from: date | None = None
) -> Changes:  # fmt: skip
    """Decide the school's own list from that day on (None = since ever)."""
    given_for = CommendationKind(basis)
    with write(wording.step_set(given_for)) as operation:
        settings.store(_key(kind, given_for), _written(papers), valid_from)
    return operation.changes


def reset_dossier_list(kind: str, basis: str, valid_from: date | None = None) -> Changes:
    """From that day on the shipped list again."""
    given_for = CommendationKind(basis)
    with write(wording.step_reset(given_for)) as operation:
        settings.store(_key(kind, given_for), _SHIPPED_AGAIN, valid_from)
    return operation.changes


def _own(kind: str, basis: CommendationKind, on: date) -> tuple[DossierItem, ...]:
    stored = settings.get(_key(kind, basis), _SHIPPED_AGAIN, on)
    papers = json.loads(stored) if stored else []
    return tuple(
        DossierItem(paper["name"], paper["required"], paper["note"], wording.SCHOOL, is_checked=True)
        for paper in papers
    )


def _written(papers: Sequence[PaperDraft]) -> str:
    """The JSON of the list; UserError of an empty list, a paper without a name or twice."""
    tidied = [PaperDraft(tidy(one.name), one.is_required, tidy(one.note)) for one in papers]
    if not tidied:
        raise UserError("dossier_empty")
    seen: set[str] = set()
    for place, paper in enumerate(tidied, start=1):
        if not paper.name:
            raise UserError("dossier_paper_unnamed", field="name", place=place)
        if fold(paper.name) in seen:
            raise UserError("dossier_paper_twice", field="name", name=paper.name)
        seen.add(fold(paper.name))
    return json.dumps(
        [{"name": one.name, "required": one.is_required, "note": one.note} for one in tidied], ensure_ascii=False
    )


def _key(kind: str, basis: CommendationKind) -> str:
    return f"{_OWN}.{kind}.{basis.value}"


def _group(kind: str) -> TitleGroup:
    return listed_kind(kind).group


@cache
def _book() -> DossierBook:
    return parse_book(tomllib.loads(resources.text("dossiers.toml")))
