"""Units' points beside those of the year before, stage by stage. Writes nothing; core.year_comparison has the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.models.campaigns import Campaign
from thidua_gui.core.ids import CampaignId, CriterionId, SheetId, SubjectId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Sheet, SheetSubject, StageKey
from thidua_gui.core.year_comparison import Compared, compared, compared_totals
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.scoring import Board, ScoreRow, StageView, board
from thidua_gui.services.transaction import read


@dataclass(frozen=True, slots=True)
class LastYear:
    """Năm trước: the units' board of a year ago; `board` None while the data file has no such year."""

    year: int
    board: Board | None
    rows: Mapping[SubjectId, ScoreRow]

    def compared(
        self, sheets: Mapping[SheetId, Sheet], row: ScoreRow, stage: StageView
    ) -> dict[CriterionId | None, Compared]:
        """Each line of a unit's sheet, and the whole (None), beside what the same stage gave a year ago."""
        sheet = None if row.sheet_id is None else sheets.get(row.sheet_id)
        if sheet is None:
            return {}
        then, given = self._earlier(row.id, stage.key)
        return compared(sheet, row.scores[stage.id], then, given)

    def whole(self, sheets: Mapping[SheetId, Sheet], row: ScoreRow, stage: StageView) -> Compared | None:
        """The total alone."""
        sheet = None if row.sheet_id is None else sheets.get(row.sheet_id)
        if sheet is None:
            return None
        return compared_totals(sheet, row.scores[stage.id], *self._earlier(row.id, stage.key))

    def _earlier(self, subject: SubjectId, key: StageKey) -> tuple[Sheet | None, Mapping[CriterionId, Points]]:
        """Last year's sheet of the unit with the scores of a stage; no sheet while nothing was given in it."""
        row = self.rows.get(subject)
        stages = () if self.board is None else self.board.stages
        stage = next((one for one in stages if one.key is key), None)
        if row is None or stage is None or self.board is None or not row.scores[stage.id]:
            return None, {}
        return self.board.sheet(row.sheet_id), row.scores[stage.id]


def stage_compared(stages: Sequence[StageView], active: StageView, row: ScoreRow) -> StageView:
    """The active one; of the school its own, where nobody gave it anything in another."""
    if not row.is_school or row.scores[active.id]:
        return active
    return next((one for one in stages if one.key is StageKey.SELF), active)


def last_year(campaign_id: CampaignId) -> LastYear:
    """What the units of the year were given the year before."""
    with read():
        year = row_of(campaign_id).year - 1
        found = Campaign.get_or_none(Campaign.year == year)
        earlier = None if found is None else board(CampaignId(found.id), SheetSubject.UNIT)
    rows = {} if earlier is None else {row.id: row for row in earlier.rows}
    return LastYear(year, earlier, rows)
