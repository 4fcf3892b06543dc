"""What the books of a year share: its sheets, stages, titles, deadlines, and which data file it is. Writes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.models.history import Operation
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.ratings import Rating, Threshold
from thidua_gui.core.registering import Side
from thidua_gui.core.scoring import Sheet, SheetSubject
from thidua_gui.core.sheet_rules import Serving
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.vietnamese import fold
from thidua_gui.services import school, titles
from thidua_gui.services.campaigns import CampaignSummary, campaign, milestones
from thidua_gui.services.registration_rules import offered
from thidua_gui.services.scoring import StageView, stages_of, thresholds_of
from thidua_gui.services.serving import serving
from thidua_gui.services.sheet_rows import current_sheets
from thidua_gui.text import names


@dataclass(frozen=True, slots=True)
class Season:
    """Read once for any number of books. `due` goes by milestone."""

    year: CampaignSummary
    school: str
    school_id: str
    people_sheets: tuple[Sheet, ...]
    unit_sheets: tuple[Sheet, ...]
    serving: Serving
    stages: tuple[StageView, ...]
    thresholds: tuple[Threshold, ...]
    due: Mapping[MilestoneKind, date | None]
    titles: Mapping[Side, tuple[str, ...]]

    @property
    def id(self) -> CampaignId:
        return self.year.id

    @property
    def last_day(self) -> date:
        return self.year.last_day


def season(campaign_id: CampaignId) -> Season:
    """For use inside a read or write."""
    return Season(
        campaign(campaign_id),
        school.name(),
        file_id(),
        current_sheets(campaign_id, SheetSubject.PERSON),
        current_sheets(campaign_id, SheetSubject.UNIT),
        serving(campaign_id),
        stages_of(campaign_id),
        thresholds_of(campaign_id),
        {MilestoneKind(mark.kind): mark.due_on for mark in milestones(campaign_id) if mark.kind in _KINDS},
        {side: offered(side) for side in Side},
    )


def file_id() -> str:
    """Tells this data file from others: its first step stays the same whatever is done or undone later."""
    first = Operation.select().order_by(Operation.id).first()
    told = "" if first is None else f"{first.at.isoformat()}|{first.user}|{first.title}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def title_spellings() -> dict[str, str]:
    """Folded short names and full names of every title and form, with the full name."""
    return {fold(word): kind.name for kind in titles.listed().kinds for word in (kind.short, kind.name)}


def rating_spellings() -> dict[str, str]:
    """Folded short names of ratings, with the full word."""
    short = ((rating, words[rating]) for words in (names.RATING_SHORT, names.RATING_CODE) for rating in Rating)
    return {fold(word): names.RATINGS[rating] for rating, word in short}


_KINDS = frozenset(kind.value for kind in MilestoneKind)
