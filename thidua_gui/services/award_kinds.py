"""Titles and forms as rows: the shipped ones with the school's particulars, and the school's own. Writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Registration
from db.models.council import BallotLine
from db.models.initiatives import InitiativeUse
from db.models.meetings import AgendaItem, Candidate
from db.models.plan import Target
from db.models.proposals import Proposal
from db.models.submissions import UnitVote
from thidua_gui.core.award_kinds import OWN, ListedKind, authority_on
from thidua_gui.core.awards import Authority, AwardKind, Bearer, Level
from thidua_gui.core.errors import UserError
from thidua_gui.core.titles import TitleGroup, TitleKey
from thidua_gui.services import titles
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.text import award_kinds as wording

WRITTEN: tuple[pw.Field[str] | pw.Field[str | None], ...] = (
    Award.title, Registration.title, UnitVote.title, InitiativeUse.title, BallotLine.title, Candidate.title,
    Target.measure_parameter, Target.base_parameter, Proposal.title,
)  # fmt: skip
"""Where the name of a kind stands in somebody's wording."""
KEYED: tuple[pw.Field[str] | pw.Field[str | None], ...] = (Proposal.kind, Proposal.lowered_to, AgendaItem.award_kind)
"""Where its key stands."""


@dataclass(frozen=True, slots=True)
class AwardKindRow:
    """Danh hiệu, hình thức on a day. `award`: the kind of the law, None of the school's own; `shipped`: its
    particulars before any change by the school; `wordings`: further ones that the school added. An authority that the
    school named itself counts as checked; `is_changed`: of a shipped kind, something differs."""

    key: str
    award: TitleKey | None
    name: str
    short: str
    group: TitleGroup
    bearer: Bearer
    level: Level
    authority: str
    authority_source: str
    is_authority_checked: bool
    is_authority_own: bool
    shipped_authority: str
    wordings: tuple[str, ...]
    note: str
    is_used: bool
    is_changed: bool
    shipped: AwardKind | None

    @property
    def is_own(self) -> bool:
        return self.award is None

    @property
    def is_title(self) -> bool:
        return self.group is TitleGroup.TITLE


@dataclass(frozen=True, slots=True)
class KindLine:
    """One line of the list: the kind, and how many awards of it stand in the data file, none of them revoked."""

    row: AwardKindRow
    awards: int


def kinds(on: date) -> tuple[AwardKindRow, ...]:
    """Every kind in rank order, titles first; also the hidden ones."""
    with read():
        return tuple(_row(kind, on) for kind in titles.listed().kinds)


def kind_lines(on: date) -> tuple[KindLine, ...]:
    """The same with their numbers of awards."""
    with read():
        counted = award_counts()
        return tuple(KindLine(row, counted.get(row.key, 0)) for row in kinds(on))


def kind(key: str, on: date) -> AwardKindRow:
    """One; `award_kind_unknown` of a key that nobody knows."""
    with read():
        return _row(listed_kind(key), on)


def kind_of(written: str) -> str | None:
    """The key, shipped or own, of the kind that a wording means."""
    found = titles.kind_of(written)
    return None if found is None else found.key


def listed_kind(key: str) -> ListedKind:
    """One as it stands in the list; `award_kind_unknown` of a key that nobody knows."""
    found = titles.listed().by_key.get(key)
    if found is None:
        raise UserError("award_kind_unknown", key=key)
    return found


def award_counts() -> Mapping[str, int]:
    """How many awards of each kind are not revoked, by key; for use in a read."""
    revoked = AwardRevocation.select(AwardRevocation.award)
    query = Award.select(Award.title, pw.fn.COUNT(Award.id)).where(Award.id.not_in(revoked)).group_by(Award.title)
    found: Counter[str] = Counter()
    for written, number in fetch(query):
        key = kind_of(written)
        if key is not None:
            found[key] += number
    return found


def used_wordings() -> frozenset[str]:
    """Every wording of a title or form that stands anywhere in the data file."""
    return frozenset(_distinct(WRITTEN))


def used_keys() -> frozenset[str]:
    """The keys of own kinds that a proposal or the council names."""
    return frozenset(key for key in _distinct(KEYED) if key.startswith(OWN))


def _distinct(fields: Iterable[pw.Field[str] | pw.Field[str | None]]) -> Iterable[str]:
    for field in fields:
        for (word,) in fetch(field.model.select(field).where(field.is_null(False)).distinct()):
            yield word


def _row(kind: ListedKind, on: date) -> AwardKindRow:
    authorities = () if kind.shipped is None else kind.shipped.authorities
    shipped = authority_on(authorities, on, titles.catalogue().unread_from) or _NOBODY
    held = Authority(on, kind.authority, wording.SCHOOL, is_checked=True) if kind.authority else shipped
    return AwardKindRow(
        kind.key, kind.award, kind.name, kind.short, kind.group, kind.bearer, kind.level, held.name, held.source,
        held.is_checked, bool(kind.authority), shipped.name, kind.wordings, kind.note, kind.is_used, kind.is_changed,
        kind.shipped,
    )  # fmt: skip


_NOBODY = Authority(date.min, "", "", is_checked=True)
