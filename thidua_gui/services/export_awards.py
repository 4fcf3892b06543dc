"""Reads awards of a year, and the movements they were given by, for its workbook. Judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import peewee as pw

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Campaign
from db.models.movements import Movement, MovementUnit
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.movements import MovementKind
from thidua_gui.core.workbook.movement_rows import MovementRow, OutsideAwardRow
from thidua_gui.core.workbook.rows import AwardRow
from thidua_gui.services.export_people import Listed

_Told = tuple[Any, ...]


def award_rows(campaign: Campaign, people: Listed) -> tuple[AwardRow, ...]:
    """What the people and units of the year had before it, and what its own workbook or a hand added of the year."""
    had = (Award.year < campaign.year) | _of_year(campaign)
    names, revoked, numbers = _movement_names(campaign), _revocations(), _revocation_numbers()
    return tuple(
        AwardRow(
            people.subject(row), row.post_then, row.unit_then, row.year, row.title, row.decision_number,
            row.decided_on, row.authority, *revoked.get(row.id, (None, None)), *_commended(row, names, numbers),
        )
        for row in Award.select().where(had).order_by(Award.position, Award.id)
        if people.names(row)
    )  # fmt: skip


def outside_rows(campaign: Campaign) -> tuple[OutsideAwardRow, ...]:
    """What others than the school's people and units were given in the year."""
    names, revoked, numbers = _movement_names(campaign), _revocations(), _revocation_numbers()
    others = Award.person.is_null() & Award.unit.is_null() & Award.name_then.is_null(False)
    return tuple(
        OutsideAwardRow(
            row.name_then or "", row.year, row.title, row.post_then, row.unit_then, row.decision_number, row.decided_on,
            row.authority, *revoked.get(row.id, (None, None)), *_commended(row, names, numbers),
        )
        for row in Award.select().where(others & _of_year(campaign)).order_by(Award.position, Award.id)
    )  # fmt: skip


def movement_rows(campaign: Campaign, people: Listed) -> tuple[MovementRow, ...]:
    """In the order in which they were added."""
    found = list(Movement.select().where(Movement.campaign == campaign.id).order_by(Movement.position, Movement.id))
    units: dict[int, list[str]] = defaultdict(list)
    links = MovementUnit.select().where(MovementUnit.movement.in_([row.id for row in found]))
    for link in links.order_by(MovementUnit.id):
        units[link.movement_id].append(people.unit_codes[link.unit_id])
    return tuple(
        MovementRow(
            row.name, MovementKind(row.kind), row.starts_on, row.ends_on, row.theme, row.plan_number,
            row.plan_issued_on, tuple(units[row.id]) or None, row.closed_on, row.summary,
        )
        for row in found
    )  # fmt: skip


def _of_year(campaign: Campaign) -> pw.Expression:
    by_hand = Award.campaign.is_null() & (Award.year == campaign.year)
    mine: pw.Expression = (Award.campaign == campaign.id) | by_hand
    return mine


def _movement_names(campaign: Campaign) -> Mapping[int, str]:
    """Those of other years are told by their own workbooks."""
    return {row.id: row.name for row in Movement.select().where(Movement.campaign == campaign.id)}


def _revocations() -> Mapping[int, _Told]:
    return {row.award_id: (row.revoked_on, row.reason) for row in AwardRevocation.select()}


def _revocation_numbers() -> Mapping[int, str | None]:
    return {row.award_id: row.decision_number for row in AwardRevocation.select()}


def _commended(row: Any, names: Mapping[int, str], numbers: Mapping[int, str | None]) -> _Told:
    """For what it was given, and the decision that took it back."""
    kind = None if row.kind is None else CommendationKind(row.kind)
    return kind, row.achievement, names.get(row.movement_id), numbers.get(row.id)
