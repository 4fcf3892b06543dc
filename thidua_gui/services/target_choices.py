"""What the dialog of a target offers: words in use, units, paragraphs of the plan, other years. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from db.models.awards import Award
from db.models.campaigns import Campaign, Registration
from db.models.organisation import Person, Unit
from db.models.plan import PlanItem, Target
from thidua_gui.core.ids import CampaignId, PlanItemId, UnitId
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.vietnamese import text_key
from thidua_gui.services import titles
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import existing_units, nodes_of, ordered_rows
from thidua_gui.text.people import STAFF_GROUPS

_TARGET_SECTION = "target"


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit of the year's tree with its depth."""

    id: UnitId
    name: str
    code: str
    depth: int


@dataclass(frozen=True, slots=True)
class TargetSource:
    """Another year with targets, and how many of them this year does not have yet."""

    campaign_id: CampaignId
    year: int
    targets: int
    new: int


@dataclass(frozen=True, slots=True)
class TargetChoices:
    """Words are offered, not prescribed: other titles, groups and authorities may be typed."""

    next_code: str
    titles: tuple[str, ...]
    unit_titles: tuple[str, ...]
    authorities: tuple[str, ...]
    staff_groups: tuple[str, ...]
    units: tuple[UnitChoice, ...]
    plan_lines: tuple[tuple[PlanItemId, str], ...]


def choices(campaign_id: CampaignId) -> TargetChoices:
    """For the dialog of one year."""
    with read():
        year = row_of(campaign_id)
        forms = titles.offered(TitleGroup.FORM)
        used = _used(Award.select(Award.title)) + _used(Registration.select(Registration.title))
        own = [word for word in used if titles.kind_of(word) is None]
        return TargetChoices(
            _next_code(campaign_id),
            _merged(titles.offered(TitleGroup.TITLE, is_unit=False), forms, own),
            _merged(titles.offered(TitleGroup.TITLE, is_unit=True), forms, own),
            tuple(sorted(_used(Award.select(Award.authority)), key=text_key)),
            _merged(STAFF_GROUPS, sorted(_used(Person.select(Person.staff_group)), key=text_key)),
            _units(year),
            _plan_lines(campaign_id),
        )


def sources(campaign_id: CampaignId) -> tuple[TargetSource, ...]:
    """The other years that have targets, the newest first."""
    with read():
        taken = {code.casefold() for code in _codes(campaign_id)}
        others = Campaign.select(Campaign.id, Campaign.year).where(Campaign.id != campaign_id)
        found = []
        for row in others.order_by(Campaign.year.desc()):
            codes = _codes(CampaignId(row.id))
            new = sum(code.casefold() not in taken for code in codes)
            found.append(TargetSource(CampaignId(row.id), row.year, len(codes), new))
        return tuple(source for source in found if source.targets)


def _codes(campaign_id: CampaignId) -> list[str]:
    query = Target.select(Target.code).where(Target.campaign == campaign_id)
    return [code for (code,) in fetch(query)]


def _next_code(campaign_id: CampaignId) -> str:
    """One more than the highest number that a code begins with."""
    numbers = [int(digits) for code in _codes(campaign_id) if (digits := _leading_digits(code))]
    return str(max(numbers, default=0) + 1)


def _leading_digits(code: str) -> str:
    return code[: next((place for place, letter in enumerate(code) if not letter.isdecimal()), len(code))]


def _used(query: pw.ModelSelect[Any]) -> list[str]:
    return [word for (word,) in fetch(query.distinct()) if word]


def _merged(*lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for words in lists for word in words))


def _units(year: Campaign) -> tuple[UnitChoice, ...]:
    rows = ordered_rows()
    here = {row.id for row in Unit.select(Unit.id).where(existing_units(date(year.year, 12, 31)))}
    by_id = {row.id: row for row in rows}
    return tuple(
        UnitChoice(UnitId(node.key), by_id[node.key].name, by_id[node.key].code, node.depth)
        for node in nodes_of(rows)
        if node.key in here and not by_id[node.key].is_root
    )


def _plan_lines(campaign_id: CampaignId) -> tuple[tuple[PlanItemId, str], ...]:
    mine = (PlanItem.campaign == campaign_id) & (PlanItem.section == _TARGET_SECTION)
    query = PlanItem.select(PlanItem.id, PlanItem.text).where(mine).order_by(PlanItem.position, PlanItem.id)
    return tuple((PlanItemId(item), text) for item, text in fetch(query))
