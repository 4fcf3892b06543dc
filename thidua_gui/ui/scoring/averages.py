"""The row of averages under the score board, kept up to date person by person. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from thidua_gui.core.ids import SubjectId
from thidua_gui.core.points import Points
from thidua_gui.core.running_means import RunningMeans
from thidua_gui.core.scoreboard import Standing
from thidua_gui.core.scoring import StageKey
from thidua_gui.text import score_board as wording
from thidua_gui.ui.scoring.board_rows import BoardRow, Frame
from thidua_gui.ui.scoring.columns import ColumnSet, group_key, item_key, sum_key, total_key
from thidua_gui.ui.widgets.grid.row_order import Summary

_PointsOf = Callable[[BoardRow], Points | None]
DIFFERENCE = "difference"


class BoardAverages:
    """Of the people listed who are complete in the active stage; the others count for nothing."""

    def __init__(self, frame: Frame, columns: ColumnSet, rows: Iterable[BoardRow]) -> None:
        self._subject = frame.subject
        self._points = _points_of(frame, columns)
        self._means = RunningMeans(len(self._points))
        self._listed: set[SubjectId] = set()
        for row in rows:
            self._listed.add(row.id)
            self._put(row)

    def patch(self, rows: Iterable[BoardRow]) -> None:
        """New values of people; who is not listed stays out."""
        for row in rows:
            if row.id in self._listed:
                self._put(row)

    def summary(self) -> Summary:
        """Label and words by column key."""
        values = {key: self._means.mean(place) for place, key in enumerate(self._points)}
        words = {key: wording.NOTHING if points is None else str(points) for key, points in values.items()}
        difference = values[DIFFERENCE]
        if difference is not None:
            words[DIFFERENCE] = wording.signed(difference)
        return Summary(wording.averages(self._means.counted, self._subject), words)

    def _put(self, row: BoardRow) -> None:
        complete = row.line.standing is Standing.COMPLETE and not row.person.is_school
        self._means.put(row.id, [points(row) for points in self._points.values()] if complete else None)


def _points_of(frame: Frame, columns: ColumnSet) -> dict[str, _PointsOf]:
    """Key of each column that has an average → its points."""
    found: dict[str, _PointsOf] = {}
    shown = {column.key for column in columns.columns}
    for place, top in enumerate(frame.tops):
        key = item_key("", top.number)
        if top.is_group:
            key = group_key(top.number) if group_key(top.number) in shown else sum_key(top.number)
        found[key] = _sum_at(place)
    for key in columns.group_of:
        if key in columns.merged and key in shown:
            found[key] = _item(frame, columns, key)
    for stage in frame.stages:
        found[total_key(stage.key)] = _total_of(stage.key)
    found[DIFFERENCE] = lambda row: row.line.difference
    return found


def _sum_at(place: int) -> _PointsOf:
    return lambda row: row.sums[place]


def _total_of(stage: StageKey) -> _PointsOf:
    return lambda row: row.line.points(stage)


def _item(frame: Frame, columns: ColumnSet, key: str) -> _PointsOf:
    def points(row: BoardRow) -> Points | None:
        criterion = columns.criterion(key, row)
        return None if criterion is None else row.points(frame.active, criterion)

    return points
