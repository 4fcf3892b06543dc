"""The views beside the list: who was missed, who registered and is not eligible, what is twice. Asks nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.points import Points
from thidua_gui.core.quotas import Proposed, QuotaScope, QuotaStanding
from thidua_gui.services.proposal_views import Duplicate, Missed
from thidua_gui.services.proposals_edit import Nominee
from thidua_gui.text import grid as grid_wording
from thidua_gui.text import proposals_page as wording
from thidua_gui.text import proposals_quota as quota_wording
from thidua_gui.ui import theme
from thidua_gui.ui.proposals.faces import outcome_chip
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, Kind, Look
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView


class View(StrEnum):
    """What stands in the place of the list."""

    LISTED = "listed"
    MISSED = "missed"
    NOT_ELIGIBLE = "not_eligible"
    DUPLICATES = "duplicates"


ViewWords = Mapping[View, tuple[str, str]]
"""Of each view its word and tooltip."""

WORDS: ViewWords = {
    View.LISTED: (wording.LISTED, ""),
    View.MISSED: (wording.MISSED, wording.MISSED_TIP),
    View.NOT_ELIGIBLE: (wording.NOT_ELIGIBLE, wording.NOT_ELIGIBLE_TIP),
    View.DUPLICATES: (wording.DUPLICATES, wording.DUPLICATES_TIP),
}
SHORT_WORDS: ViewWords = {
    View.LISTED: WORDS[View.LISTED],
    View.MISSED: (wording.MISSED_SHORT, wording.MISSED_TIP),
    View.NOT_ELIGIBLE: (wording.NOT_ELIGIBLE_SHORT, wording.NOT_ELIGIBLE_TIP),
    View.DUPLICATES: WORDS[View.DUPLICATES],
}
"""Where there is little room."""
_EMPTY = {
    View.MISSED: (wording.MISSED_EMPTY, wording.MISSED_EMPTY_WHY),
    View.NOT_ELIGIBLE: (wording.NOT_ELIGIBLE_EMPTY, wording.NOT_ELIGIBLE_EMPTY_WHY),
    View.DUPLICATES: (wording.DUPLICATES_EMPTY, wording.DUPLICATES_EMPTY_WHY),
}


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One person, unit or proposal of these views. `proposal`: what it leads to, `nominee`: who may be proposed."""

    id: int
    name: str
    name_sort: str
    unit_name: str
    title: str
    total: Points | None
    conditions: str
    outcome: Outcome | None
    is_registered: bool
    why: str
    kind: str = ""
    proposal: int | None = None
    nominee: Nominee | None = None


def missed_lines(found: Sequence[Missed]) -> list[FoundLine]:
    """In the order that they came in."""
    return [
        FoundLine(
            place, one.name, one.name_sort, one.unit_name, "", one.total, f"{one.met}/{one.of}", one.outcome,
            one.is_registered, "; ".join(one.lacking), nominee=Nominee(one.person_id, one.unit_id),
        )
        for place, one in enumerate(found)
    ]  # fmt: skip


def duplicate_lines(found: Sequence[Duplicate]) -> list[FoundLine]:
    return [
        FoundLine(
            place, one.name, one.name, one.unit_name, one.title, None, "", None, False, one.why, one.kind,
            int(one.proposal_id),
        )
        for place, one in enumerate(found)
    ]  # fmt: skip


class FoundPane(QWidget):
    """`propose_wanted` carries the nominees of the selected lines, `open_wanted` kind and id of a proposal."""

    propose_wanted = Signal(object)
    open_wanted = Signal(str, int)

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.can_write = False
        self._quota: QuotaStanding | None = None
        self._of_units = False
        self.model: SnapshotModel[FoundLine] = SnapshotModel(_columns(view, of_units=False))
        self.grid = GridView(self.model, frozen=1)
        self.grid.setAccessibleName(WORDS[view][1])
        self.grid.show_filter_row(False)
        self.panel = GridPanel(self.grid)
        self.hint = ElidedLabel(wording.FOUND_HINT)
        self.hint.setProperty("role", "muted")
        self.act = push(_verb(view), "plus" if view is View.MISSED else "")
        self.empty = EmptyState("circle-check", *_EMPTY[view])
        self._lay_out()
        self.act.clicked.connect(self.act_on_selected)
        self.grid.opened.connect(lambda _: self.act_on_selected())
        self.grid.selectionModel().selectionChanged.connect(self._show_count)

    def show_lines(
        self, lines: Sequence[FoundLine], quota: QuotaStanding | None, *, of_units: bool, can_write: bool
    ) -> None:
        """Another snapshot; `quota` tells what it would be with those who are selected."""
        self.can_write, self._quota, self._of_units = can_write, quota, of_units
        columns = _columns(self.view, of_units=of_units)
        if [column.key for column in columns] != [column.key for column in self.model.columns]:
            self.model.set_columns(columns)
        self.model.set_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        if lines and self.grid.current_row_id is None:
            self.grid.select_row(lines[0].id, "name")
        self._show_count()

    def selected(self) -> list[FoundLine]:
        """The lines in the selection, top to bottom."""
        rows = (self.model.row_of(row_id) for row_id in self.grid.selected_row_ids())
        return [row for row in rows if row is not None]

    def select_all(self) -> None:
        """Everybody who is shown."""
        self.grid.caret.select_all()

    def act_on_selected(self) -> None:
        """Enter, or the button."""
        lines = self.selected()
        if self.view is View.DUPLICATES:
            if lines and lines[0].proposal is not None:
                self.open_wanted.emit(lines[0].kind, lines[0].proposal)
            return
        nominees = [line.nominee for line in lines if line.nominee is not None]
        if nominees and self.can_write:
            self.propose_wanted.emit(nominees)

    def _show_count(self, *_: object) -> None:
        is_list = self.view is not View.DUPLICATES
        self.act.setText(wording.propose_many(_verb(self.view), len(self.selected())) if is_list else _verb(self.view))
        self.act.setEnabled(bool(self.model.rows) and (self.can_write or not is_list))
        self.hint.setVisible(is_list)
        self.hint.setText(self._what_if() or wording.FOUND_HINT)

    def _what_if(self) -> str:
        """Only a quota of the whole school is told: which unit's places somebody would take is not known here."""
        quota, lines = self._quota, [line for line in self.selected() if line.nominee is not None]
        if quota is None or quota.rule.scope is not QuotaScope.SCHOOL or not lines:
            return ""
        added = [Proposed(subject, None, line.total) for line in lines for subject in _subjects(line)]
        after = quota.what_if(added=added)
        return quota_wording.what_if(quota, after, len(added), is_added=True, of_units=self._of_units)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.panel, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.act)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)


def _subjects(line: FoundLine) -> list[int]:
    return [] if line.nominee is None else [one for one in line.nominee.subject if one is not None]


def _verb(view: View) -> str:
    return {View.MISSED: wording.PROPOSE, View.NOT_ELIGIBLE: wording.PROPOSE_ANYWAY}.get(view, wording.OPEN_PROPOSAL)


def _columns(view: View, *, of_units: bool) -> tuple[Column[FoundLine], ...]:
    contains = FilterKind.CONTAINS
    name = Column[FoundLine](
        key="name", title=wording.UNIT_SUBJECT if of_units else wording.PERSON, text=lambda row: row.name, width=160,
        stretch=view is View.MISSED, look=Look.STRONG, filter=contains, hideable=False, tooltip=lambda row: row.name,
        sort_key=lambda row: row.name_sort,
    )  # fmt: skip
    unit = Column[FoundLine](
        key="unit", title=wording.UNIT, text=lambda row: row.unit_name, width=124, filter=FilterKind.CHOICE,
        stretch=view is View.MISSED,
        tooltip=lambda row: row.unit_name,
    )  # fmt: skip
    why = Column[FoundLine](
        key="why", title=wording.WHY if view is View.DUPLICATES else wording.LACKING, text=lambda row: row.why,
        width=220, stretch=True, filter=contains, tooltip=lambda row: row.why,
    )  # fmt: skip
    if view is View.DUPLICATES:
        title = Column[FoundLine](
            key="title", title=wording.KIND, text=lambda row: row.title, width=170, filter=FilterKind.CHOICE,
            tooltip=lambda row: row.title,
        )  # fmt: skip
        return name, unit, title, why
    middle = (
        Column[FoundLine](
            key="points", title=wording.POINTS, width=60, kind=Kind.NUMBER, look=Look.STRONG,
            text=lambda row: grid_wording.BLANK if row.total is None else str(row.total),
            sort_key=lambda row: None if row.total is None else row.total.hundredths,
        ),
        Column[FoundLine](
            key="conditions", title=wording.CONDITIONS, text=lambda row: row.conditions, width=84, kind=Kind.NUMBER,
        ),
    )  # fmt: skip
    if view is View.MISSED:
        registered = Column[FoundLine](
            key="registered", title=wording.REGISTERED, width=96,
            text=lambda row: wording.IS_REGISTERED if row.is_registered else grid_wording.BLANK,
        )  # fmt: skip
        return (name, *(() if of_units else (unit,)), *middle, registered)
    verdict = Column[FoundLine](
        key="verdict", title=wording.VERDICT, width=124, kind=Kind.CHIP, filter=FilterKind.CHOICE,
        chip=lambda row: None if row.outcome is None else outcome_chip(row.outcome),
    )  # fmt: skip
    return (name, *(() if of_units else (unit,)), *middle, verdict, why)
