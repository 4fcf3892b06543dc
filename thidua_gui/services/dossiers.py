"""The papers of a proposal: the shipped list of the day, or the one that the school decided in its place."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from db.models.settings import Setting
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


@dataclass(frozen=True, slots=True)
class OwnList:
    """The school's own list and the day from which it stands (None = since ever)."""

    papers: tuple[DossierItem, ...]
    since: date | None


def dossier_list(kind: str, basis: str, on: date) -> tuple[DossierItem, ...]:
    """The papers in order for a kind of award (its key) and what it is given for (a `CommendationKind`), on a day."""
    given_for = CommendationKind(basis)
    with read():
        own = own_list(kind, given_for.value, on)
        return shipped_list(kind, given_for.value, on) if own is None else own.papers


def shipped_list(kind: str, basis: str, on: date) -> tuple[DossierItem, ...]:
    """The list before any change by the school; for a kind of the school's own that of its group."""
    with read():
        return _book().papers(kind, _group(kind), CommendationKind(basis), on)


def own_list(kind: str, basis: str, on: date) -> OwnList | None:
    """The list that the school decided in place of the shipped one, if it stands that day."""
    with read():
        applies = Setting.valid_from.is_null() | (Setting.valid_from <= on)
        mine = (Setting.key == _key(kind, CommendationKind(basis))) & applies
        row = Setting.select().where(mine).order_by(Setting.valid_from.desc(nulls="LAST")).first()
    stored = _SHIPPED_AGAIN if row is None else json.loads(row.value)
    if row is None or stored == _SHIPPED_AGAIN:
        return None
    papers = (
        DossierItem(one["name"], one["required"], one["note"], wording.SCHOOL, is_checked=True)
        for one in json.loads(stored)
    )
    return OwnList(tuple(papers), row.valid_from)


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


def forget_lists(kind: str) -> None:
    """The school's lists of a kind that goes, inside the write that removes it: its key may be given again."""
    Setting.delete().where(Setting.key.startswith(f"{_OWN}.{kind}.")).execute()


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
