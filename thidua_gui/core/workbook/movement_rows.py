"""Rows of a year workbook about movements beside the yearly one, and awards to others. Knows no cells, no wording."""

from dataclasses import dataclass
from datetime import date

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.movements import MovementKind


@dataclass(frozen=True, slots=True)
class MovementRow:
    """Phong trào khác; `units` None = the whole school."""

    name: str
    kind: MovementKind
    starts_on: date | None = None
    ends_on: date | None = None
    theme: str | None = None
    plan_number: str | None = None
    plan_issued_on: date | None = None
    units: tuple[str, ...] | None = None
    closed_on: date | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class OutsideAwardRow:
    """Khen thưởng ngoài trường: to somebody who is neither a person nor a unit of the school."""

    name_then: str
    year: int
    title: str
    post_then: str | None = None
    unit_then: str | None = None
    decision_number: str | None = None
    decided_on: date | None = None
    authority: str | None = None
    revoked_on: date | None = None
    revocation_reason: str | None = None
    kind: CommendationKind | None = None
    achievement: str | None = None
    movement: str | None = None
    revocation_number: str | None = None
