"""All awards of all years in one grid, with what can be done to one or to those checked. Writes nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.services import awards
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.awards import AwardRow
from thidua_gui.text import award_cards as card_wording
from thidua_gui.text import awards as wording
from thidua_gui.text import lists as list_wording
from thidua_gui.ui import theme
from thidua_gui.ui.awards.awards_model import columns, look_of
from thidua_gui.ui.awards.desk import AwardsDesk, bearer_of
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.list_foot import BulkBar, CountLine
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList

MANY = 50_000
"""Above so many awards the page starts with the newest year."""


@dataclass(frozen=True, slots=True)
class AwardsSeen:
    """The years there are, the one chosen (None: all) and its awards."""

    years: tuple[tuple[int, int], ...]
    year: int | None
    rows: tuple[AwardRow, ...]


class AllPane(QWidget):
    """Tất cả thành tích."""

    loaded = Signal()
    bearer_changed = Signal()

    def __init__(self, context: Context, desk: AwardsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self.seen: AwardsSeen | None = None
        self._wanted_number = ""
        self.model: SnapshotModel[AwardRow] = SnapshotModel(columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.TITLE)
        self.years = QComboBox()
        self.years.setAccessibleName(wording.YEAR)
        self.correct_button = push(wording.CORRECT, "pencil")
        self.revoke_button = push(wording.REVOKE, "circle-x")
        self.review_button = push(card_wording.NEEDS_REVIEW, "list-check")
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self.print_cards = push(card_wording.PRINT_MANY, "printer")
        self.export_cards = push(list_wording.EXPORT, "file-export")
        self.bulk = BulkBar([self.print_cards, self.export_cards])
        self.count = CountLine()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """The chosen year again; at first all, or the newest of a very long history."""
        on, seen = self._context.clock().date(), self.seen
        chosen = None if seen is None else seen.year
        self._context.jobs.run(lambda _: _read(on, chosen, first=seen is None), self._show)

    def show_decision(self, number: str) -> None:
        """The awards of a decision, of whatever year."""
        self._wanted_number = number
        self._show_wanted()

    def choose_year(self, year: int | None) -> None:
        """None shows all."""
        if self.seen is not None:
            self.seen = AwardsSeen(self.seen.years, year, self.seen.rows)
            self.reload()

    def current(self) -> AwardRow | None:
        """The row that the keyboard is on."""
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def bearer(self) -> Bearer | None:
        """Whose card stands beside the list."""
        row = self.current()
        return None if row is None else bearer_of(row)

    def picked_bearers(self) -> tuple[Bearer, ...]:
        """Of the checked awards, each once, as they stand in the list."""
        rows = [row for row in self.model.shown_rows if row.id in self.model.picked]
        return tuple(dict.fromkeys(bearer for row in rows if (bearer := bearer_of(row)) is not None))

    def export(self) -> None:
        list_output.save_excel(self, self._context, self._shown())

    def print(self) -> None:
        list_output.preview(self, self._context, self._shown())

    def _show(self, seen: AwardsSeen) -> None:
        self.seen = seen
        self._offer_years(seen)
        self.model.set_rows(seen.rows)
        self._show_wanted()
        if self.grid.current_row_id is None and self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)
        self._show_state()
        self.loaded.emit()

    def _offer_years(self, seen: AwardsSeen) -> None:
        self.years.blockSignals(True)
        self.years.clear()
        self.years.addItem(wording.ALL_YEARS, None)
        for year, count in seen.years:
            self.years.addItem(wording.year_with(year, count), year)
        self.years.setCurrentIndex(max(self.years.findData(seen.year), 0))
        self.years.blockSignals(False)

    def _show_wanted(self) -> None:
        if not self._wanted_number or self.seen is None:
            return
        if self.seen.year is not None:
            self.choose_year(None)
            return
        self.model.clear_filters()
        self.model.set_filter("number", self._wanted_number)
        self._wanted_number = ""
        if self.model.shown_rows:
            self.grid.select_row(self.model.shown_rows[0].id)

    def _show_state(self) -> None:
        found, of = self.model.counts
        self.count.show_state(wording.shown(found, of), "", self.model.filtered)
        self.no_hit.setVisible(found == 0 and of > 0)
        self._offer()

    def _offer(self) -> None:
        row = self.current()
        is_ours = row is not None and not row.is_outside
        self.correct_button.setEnabled(is_ours and row is not None and not row.is_issued)
        self.revoke_button.setEnabled(row is not None and row.revocation is None)
        is_revoked = row is not None and row.revocation is not None
        self.revoke_button.setVisible(not is_revoked)
        self.review_button.setVisible(is_revoked)
        self.bearer_changed.emit()

    def _show_picked(self) -> None:
        count = len(self.model.picked)
        self.bulk.show_count(count)
        if count:
            self.print_cards.setText(card_wording.chosen(len(self.picked_bearers())))

    def _do(self, act: str) -> None:
        row = self.current()
        if row is not None:
            {"correct": self._desk.correct, "revoke": self._desk.revoke, "review": self._desk.review}[act](row)

    def _open_view_menu(self) -> None:
        list_output.open_list_menu(self.grid, self.view_button, self.export, self.print)

    def _shown(self) -> ShownList:
        on = self._context.clock().date()
        also = ("code", "decided")
        return list_output.shown_list(self.grid, self.model.shown_rows, list_wording.AWARDS, (), on, also)

    def _lay_out(self) -> None:
        label = QLabel(wording.YEAR)
        label.setProperty("role", "muted")
        label.setBuddy(self.years)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(label)
        top.addWidget(self.years)
        top.addStretch(1)
        for widget in (self.correct_button, self.revoke_button, self.review_button, self.view_button):
            top.addWidget(widget)
        self.years.setMinimumWidth(theme.px(150))
        frame = QFrame()
        frame.setProperty("gridFrame", True)
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.setSpacing(0)
        framed.addWidget(self.grid, 1)
        framed.addWidget(self.bulk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(10))
        whole.addLayout(top)
        whole.addWidget(frame, 1)
        whole.addWidget(self.count)
        self.no_hit = EmptyState("list-search", wording.NO_HIT, "", wording.CLEAR_FILTER, self.grid.viewport())
        over = QVBoxLayout(self.grid.viewport())
        over.addWidget(self.no_hit)
        self.no_hit.hide()

    def _connect(self) -> None:
        self.correct_button.clicked.connect(lambda: self._do("correct"))
        self.revoke_button.clicked.connect(lambda: self._do("revoke"))
        self.review_button.clicked.connect(lambda: self._do("review"))
        self.view_button.clicked.connect(self._open_view_menu)
        self.years.activated.connect(lambda place: self.choose_year(self.years.itemData(place)))
        self.model.set_row_look(look_of)
        self.model.shown_changed.connect(self._show_state)
        self.model.picked_changed.connect(self._show_picked)
        self.grid.current_row_changed.connect(lambda row: self._offer())
        self.grid.layout_changed.connect(lambda text: self._context.settings.put_text("awards/columns", text))
        self.print_cards.clicked.connect(lambda: self._desk.print(self.picked_bearers()))
        self.export_cards.clicked.connect(lambda: self._desk.export(self.picked_bearers()))
        self.bulk.unchecked.connect(lambda: self.model.pick(self.model.picked, False))
        self.count.cleared.connect(self.model.clear_filters)
        self.no_hit.acted.connect(self.model.clear_filters)
        saved = self._context.settings.text("awards/columns")
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))


def _read(on: date, chosen: int | None, *, first: bool) -> AwardsSeen:
    years = awards.years()
    if first and sum(count for _, count in years) > MANY:
        chosen = years[0][0]
    return AwardsSeen(years, chosen, awards.awards(on, chosen))
