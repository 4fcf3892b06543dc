"""Kết quả của tập thể: what each unit and the school registered, scored, was rated and proposed. Writes nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.models.organisation import Unit
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.registering import Side
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.core.year_comparison import Compared
from thidua_gui.services import registrations, unit_votes
from thidua_gui.services.campaigns import CampaignState, campaign
from thidua_gui.services.headship import unit_heads
from thidua_gui.services.last_year import last_year, stage_compared
from thidua_gui.services.rating_list import decisions
from thidua_gui.services.rating_list import proposals as rating_proposals
from thidua_gui.services.scoring import Board, ScoreRow, StageView, board, stage_total
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_votes import VoteView
from thidua_gui.text.units import LEADERSHIP


@dataclass(frozen=True, slots=True)
class CollectiveRow:
    """One unit of the year. `totals` lack a stage that is not complete; `proposals` = how many it proposes, `votes` =
    what was voted on the unit itself."""

    id: int
    name: str
    short: str
    head: str
    registered: tuple[str, ...]
    totals: Mapping[StageKey, Points]
    whole: Compared | None
    proposed: Rating | None
    rating: Rating | None
    is_stale: bool
    proposals: int
    votes: tuple[VoteView, ...]
    is_school: bool


@dataclass(frozen=True, slots=True)
class SchoolGroup:
    """A group of the school's own sheet, or a criterion that is in none."""

    number: str
    content: str
    compared: Compared


@dataclass(frozen=True, slots=True)
class Collectives:
    """The units in their order without the leadership, and the school itself with the parts of its sheet."""

    campaign_id: CampaignId
    year: int
    is_closed: bool
    rows: tuple[CollectiveRow, ...]
    school: CollectiveRow | None
    school_groups: tuple[SchoolGroup, ...] = ()


def collectives(campaign_id: CampaignId) -> Collectives:
    """The whole year, in a constant number of queries."""
    with read():
        season = campaign(campaign_id)
        reader = _Reader(campaign_id, season.last_day)
        kinds = {row.id: row.kind for row in Unit.select(Unit.id, Unit.kind)}
        listed = [reader.row(row) for row in reader.registered]
    units = tuple(row for row in listed if not row.is_school and kinds.get(row.id) != LEADERSHIP)
    school = next((row for row in listed if row.is_school), None)
    groups = () if school is None else reader.groups(school.id)
    return Collectives(campaign_id, season.year, season.state is CampaignState.CLOSED, units, school, groups)


class _Reader:
    """Everything of the year read once, and put together unit by unit."""

    def __init__(self, campaign_id: CampaignId, last_day: date) -> None:
        self._heads = unit_heads(last_day)
        self.registered = registrations.board(campaign_id, Side.UNITS).rows
        self._board: Board = board(campaign_id, SheetSubject.UNIT)
        self._scored: dict[int, ScoreRow] = {int(row.id): row for row in self._board.rows}
        self._sheets = {sheet.id: sheet for sheet in self._board.sheets}
        self._last = last_year(campaign_id)
        self._decided = decisions(campaign_id, SheetSubject.UNIT)
        self._proposed = rating_proposals(campaign_id, SheetSubject.UNIT)
        votes = unit_votes.votes(campaign_id)
        self._proposals = Counter(int(vote.voting_unit_id) for vote in votes)
        self._votes: dict[int, list[VoteView]] = defaultdict(list)
        for vote in votes:
            if vote.unit_id is not None:
                self._votes[int(vote.unit_id)].append(vote)

    def row(self, unit: registrations.Row) -> CollectiveRow:
        scored, decided = self._scored.get(unit.id), self._decided.get(unit.id)
        return CollectiveRow(
            unit.id, unit.name, unit.unit, "" if scored is None else scored.post,
            tuple(line.title for line in unit.lines), self._totals(scored), self._whole(scored),
            self._proposed.get(unit.id), None if decided is None else decided.rating,
            decided is not None and decided.is_stale, self._proposals[unit.id],
            tuple(self._votes.get(unit.id, ())), unit.is_school,
        )  # fmt: skip

    def _totals(self, row: ScoreRow | None) -> Mapping[StageKey, Points]:
        if row is None:
            return {}
        found = ((stage.key, stage_total(self._board, row, stage.id)) for stage in self._board.stages)
        return {key: points for key, points in found if points is not None}

    def groups(self, unit_id: int) -> tuple[SchoolGroup, ...]:
        """The top lines of one unit's sheet beside last year's."""
        row = self._scored.get(unit_id)
        sheet = None if row is None or row.sheet_id is None else self._sheets.get(row.sheet_id)
        if row is None or sheet is None or not self._board.stages:
            return ()
        lines = self._last.compared(self._sheets, row, self._stage(row))
        tops = [criterion for criterion in sheet.criteria if criterion.parent_id is None]
        return tuple(SchoolGroup(top.number, top.content, lines[top.id]) for top in tops)

    def _whole(self, row: ScoreRow | None) -> Compared | None:
        """The latest stage that is complete, beside last year's."""
        if row is None or not self._board.stages:
            return None
        return self._last.whole(self._sheets, row, self._stage(row))

    def _stage(self, row: ScoreRow) -> StageView:
        """The latest that is complete, else the first."""
        done = [stage for stage in self._board.stages if stage_total(self._board, row, stage.id) is not None]
        return stage_compared(self._board.stages, done[-1] if done else self._board.stages[0], row)
