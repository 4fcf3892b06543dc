"""Sắp đủ điều kiện: who lacks little for a higher award, this year and the next; judged in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.near_misses import When
from thidua_gui.core.vietnamese import text_key
from thidua_gui.services import near_misses
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.near_misses import NearList, NearRow
from thidua_gui.text import award_cards as card_wording
from thidua_gui.text import awards as award_wording
from thidua_gui.text import near_misses as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.awards.desk import AwardsDesk
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.list_foot import BulkBar, CountLine
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone, pick_column
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

TABLES = (
    "awards", "award_revocations", "people", "memberships", "units", "ratings", "scores", "registrations",
    "initiatives", "initiative_authors", "initiative_uses", "disciplines", "personnel_changes", "campaigns", "settings",
    "objections", "open_cases",
)  # fmt: skip
"""What the judging reads."""
CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE


class NearPane(QWidget):
    """A grid with the law it was judged by above it."""

    loaded = Signal()
    bearer_changed = Signal()

    def __init__(self, context: Context, desk: AwardsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self.seen: NearList | None = None
        self._is_asked = False
        self.model: SnapshotModel[NearRow] = SnapshotModel(_columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.TITLE)
        self.banner = Banner()
        self.again = push(wording.AGAIN, "refresh")
        self.view_button = icon_button("columns", award_wording.COLUMNS, bordered=True)
        self.print_cards = push(card_wording.PRINT_MANY, "printer")
        self.bulk = BulkBar([self.print_cards])
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setProperty("role", "table")
        self.count = CountLine()
        self.none = EmptyState("award", wording.NONE, wording.NONE_WHY, wording.AGAIN)
        self.no_year = EmptyState("award", wording.NO_YEAR, wording.NO_YEAR_WHY)
        self._lay_out()
        self._connect()

    def show_year(self) -> None:
        """Judge when nothing is there for the year on screen; the page calls it on every visit of this view."""
        campaign_id = self._context.campaign_id
        if campaign_id is None:
            self.seen = None
            self._stack.setCurrentWidget(self.no_year)
        elif self.seen is None or self.seen.campaign_id != campaign_id:
            self.judge()

    def judge(self) -> None:
        """Everyone anew."""
        campaign_id = self._context.campaign_id
        if campaign_id is None or self._is_asked:
            return
        self._is_asked = True
        self._context.jobs.run(
            lambda progress: near_misses.near_misses(campaign_id, progress), self._show,
            self._refuse, title=wording.JUDGING,
        )  # fmt: skip

    def mark_stale(self) -> None:
        """Something changed that was judged: said, not judged again by itself."""
        if self.seen is not None:
            self.banner.say("wa", wording.STALE, wording.AGAIN)

    def bearer(self) -> Bearer | None:
        """Whose card stands beside the list."""
        row = self._current()
        return None if row is None else Bearer(row.is_unit, row.subject)

    def _current(self) -> NearRow | None:
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def export(self) -> None:
        list_output.save_excel(self, self._context, self._shown())

    def print(self) -> None:
        list_output.preview(self, self._context, self._shown())

    def _show(self, found: NearList) -> None:
        self._end()
        self.seen = found
        self.model.set_rows(found.rows)
        if found.reason:
            self.banner.say("wa", found.reason)
        else:
            self.banner.say("in", found.note)
        self._stack.setCurrentWidget(self._page if found.rows or found.reason else self.none)
        if self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)
        self._show_state()
        self.loaded.emit()

    def _refuse(self, problem: Problem) -> None:
        self._end()
        self.banner.say("er", sentence(problem))

    def _end(self) -> None:
        self._is_asked = False

    def _on_cancelled(self) -> None:
        if self._is_asked:
            self._end()
            self.banner.say("wa", wording.CANCELLED, wording.AGAIN)

    def _show_state(self) -> None:
        found, of = self.model.counts
        self.count.show_state(wording.shown(found, of), "", self.model.filtered)
        self.no_hit.setVisible(found == 0 and of > 0)
        self._on_row()

    def _on_row(self) -> None:
        """All that is missing in full, since the cell is narrow."""
        row = self._current()
        self.detail.setVisible(row is not None)
        if row is not None:
            self.detail.setText(wording.detail(row.award_name, row.lacking, row.after_that, row.unchecked))
        self.bearer_changed.emit()

    def _show_picked(self) -> None:
        count = len(self.model.picked)
        self.bulk.show_count(count)
        if count:
            self.print_cards.setText(card_wording.chosen(len(self._picked())))

    def _picked(self) -> tuple[Bearer, ...]:
        rows = [row for row in self.model.shown_rows if row.id in self.model.picked]
        return tuple(dict.fromkeys(Bearer(row.is_unit, row.subject) for row in rows))

    def _open_view_menu(self) -> None:
        list_output.open_list_menu(self.grid, self.view_button, self.export, self.print)

    def _shown(self) -> ShownList:
        year = self._context.year if self.seen is None else self.seen.year
        on = self._context.clock().date()
        subject = wording.list_subject(year)
        return list_output.shown_list(self.grid, self.model.shown_rows, wording.TITLE, subject, on, ("code", "after"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(self.banner, 1)
        top.addWidget(self.again)
        top.addWidget(self.view_button)
        frame = QFrame()
        frame.setProperty("gridFrame", True)
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.setSpacing(0)
        framed.addWidget(self.grid, 1)
        framed.addWidget(self.bulk)
        self._page = QWidget()
        whole = QVBoxLayout(self._page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(10))
        whole.addLayout(top)
        whole.addWidget(frame, 1)
        whole.addWidget(self.detail)
        whole.addWidget(self.count)
        self._stack = QStackedLayout(self)
        for part in (self._page, self.none, self.no_year):
            self._stack.addWidget(part)
        self.no_hit = EmptyState(
            "list-search", wording.NO_HIT, "", award_wording.CLEAR_FILTER, self.grid.viewport()
        )
        over = QVBoxLayout(self.grid.viewport())
        over.addWidget(self.no_hit)
        self.no_hit.hide()

    def _connect(self) -> None:
        for act in (self.again.clicked, self.none.acted, self.banner.acted):
            act.connect(self.judge)
        self.view_button.clicked.connect(self._open_view_menu)
        self.model.shown_changed.connect(self._show_state)
        self.model.picked_changed.connect(self._show_picked)
        self.grid.current_row_changed.connect(lambda row: self._on_row())
        self.grid.layout_changed.connect(lambda text: self._context.settings.put_text("awards/near", text))
        self.print_cards.clicked.connect(lambda: self._desk.print(self._picked()))
        self.bulk.unchecked.connect(lambda: self.model.pick(self.model.picked, False))
        self.count.cleared.connect(self.model.clear_filters)
        self.no_hit.acted.connect(self.model.clear_filters)
        self._context.jobs.cancelled.connect(lambda job: self._on_cancelled())
        saved = self._context.settings.text("awards/near")
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))


def _columns() -> tuple[Column[NearRow], ...]:
    return (
        pick_column(),
        Column(key="code", title=wording.CODE, text=lambda row: row.code, width=68, filter=CONTAINS, look=Look.MUTED,
               hidden=True),
        Column(
            key="name", title=wording.NAME, text=lambda row: row.name, width=150, filter=CONTAINS, look=Look.STRONG,
            sort_key=lambda row: row.name_sort, tooltip=lambda row: row.name,
        ),
        Column(
            key="unit", title=wording.UNIT, text=lambda row: row.unit, width=112, filter=CHOICE,
            sort_key=lambda row: text_key(row.unit), tooltip=lambda row: row.unit,
        ),
        Column(
            key="award", title=wording.AWARD, text=lambda row: row.award_short, width=96, filter=CHOICE,
            sort_key=lambda row: -row.award_rank, tooltip=lambda row: row.award_name,
        ),
        Column(
            key="lacking", title=wording.LACKING, text=lambda row: row.lacking, width=190, stretch=True,
            filter=CONTAINS, tooltip=_why,
        ),
        Column(
            key="earliest", title=wording.EARLIEST, width=168, kind=Kind.BADGE, filter=CHOICE, chip=_earliest,
            sort_key=lambda row: (row.earliest_year, row.earliest),
        ),
        Column(
            key="after", title=wording.AFTER_THAT, text=lambda row: row.after_that, width=230, filter=CONTAINS,
            tooltip=lambda row: row.after_that, hidden=True,
        ),
        Column(
            key="held", title=wording.HELD_BEFORE, text=lambda row: wording.held_in(row.held), width=110, hidden=True,
        ),
    )  # fmt: skip


def _earliest(row: NearRow) -> Chip:
    return Chip(row.earliest, Tone.GOLD if row.when is When.THIS_YEAR else Tone.INFO)


def _why(row: NearRow) -> str:
    return wording.detail(row.award_name, row.lacking, row.after_that, row.unchecked)
