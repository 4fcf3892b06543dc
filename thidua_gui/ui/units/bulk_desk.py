"""What can be done with checked units at once: launch, kind, close, print, Excel. Writes nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.services import units_bulk
from thidua_gui.services.organisation import day_for
from thidua_gui.services.organisation_year import ChildRow
from thidua_gui.text import bulk as wording
from thidua_gui.text import units as unit_wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.bulk_dialog import BulkDialog, picked_as_shown
from thidua_gui.ui.forms.choices import editable_choice
from thidua_gui.ui.units.unit_view import UnitView
from thidua_gui.ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from thidua_gui.services.bulk import Done
    from thidua_gui.services.list_documents import ShownList


class _UnitsDialog(BulkDialog):
    def __init__(
        self, context: Context, parent: QWidget, rows: Sequence[ChildRow], what: str, verb: str, text: str
    ) -> None:
        title = wording.dialog_title(what, len(rows), wording.UNITS_NOUN)
        names = wording.which([row.name for row in rows])
        super().__init__(context, parent, title, verb, text=f"{names}.\n{text}" if text else f"{names}.")
        self.units: list[UnitId] = [row.id for row in rows]


class LaunchDialog(_UnitsDialog):
    """Ngày phát động of many units."""

    def __init__(self, context: Context, parent: QWidget, rows: Sequence[ChildRow], campaign_id: CampaignId) -> None:
        super().__init__(context, parent, rows, wording.LAUNCH, wording.SAVE, wording.LAUNCH_TEXT)
        self._campaign_id = campaign_id
        self.launched_on = DateField()
        self.replace = QCheckBox(wording.LAUNCH_REPLACE)
        self.add_field("launched_on", wording.LAUNCH, self.launched_on)
        self.add_widget(self.replace)
        self.launched_on.setFocus()

    def work(self) -> Callable[[], Done]:
        units, campaign_id, on = self.units, self._campaign_id, self.launched_on.day()
        replace = self.replace.isChecked()
        return lambda: units_bulk.record_launch(campaign_id, units, on, replace=replace)


class KindDialog(_UnitsDialog):
    """Đặt loại of many units."""

    def __init__(self, context: Context, parent: QWidget, rows: Sequence[ChildRow]) -> None:
        super().__init__(context, parent, rows, wording.KIND, wording.SAVE, "")
        self.kind = editable_choice(unit_wording.KINDS, None)
        self.add_field("kind", wording.KIND_FIELD, self.kind)
        self.kind.setFocus()

    def work(self) -> Callable[[], Done]:
        units, kind = self.units, self.kind.currentText()
        return lambda: units_bulk.set_kind(units, kind)


class CloseManyDialog(_UnitsDialog):
    """Đóng of many units."""

    def __init__(self, context: Context, parent: QWidget, rows: Sequence[ChildRow], on: date) -> None:
        super().__init__(context, parent, rows, wording.CLOSE_VERB, wording.CLOSE_VERB, wording.CLOSE_TEXT)
        self.closed_on = DateField(on)
        self.add_field("closed_on", wording.CLOSED_ON, self.closed_on)
        self.closed_on.setFocus()
        self.closed_on.selectAll()

    def work(self) -> Callable[[], Done]:
        units, on = self.units, self.closed_on.day()
        return lambda: units_bulk.close(units, on)


class UnitsBulk(QObject):
    """Wires the bulk bar under the units below the chosen one."""

    def __init__(self, context: Context, window: QWidget, view: UnitView) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._view = view
        view.launch.clicked.connect(self.open_launch)
        view.excel.clicked.connect(lambda: list_output.save_excel(self._window, self._context, self._shown()))
        view.print.clicked.connect(lambda: list_output.preview(self._window, self._context, self._shown()))
        view.bulk_more.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """What is done less often."""
        menu = self.menu()
        menu.popup(self._view.bulk_more.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))

    def menu(self) -> QMenu:
        """Đặt loại, đóng."""
        menu = QMenu(self._window)
        menu.addAction(wording.KIND).triggered.connect(self.open_kind)
        menu.addSeparator()
        menu.addAction(wording.CLOSE).triggered.connect(self.open_close)
        return menu

    def open_launch(self) -> None:
        """Ngày phát động."""
        rows, campaign_id = self._rows(), self._context.campaign_id
        if rows and campaign_id is not None:
            LaunchDialog(self._context, self._window, rows, campaign_id).open()

    def open_kind(self) -> None:
        """Đặt loại."""
        rows = self._rows()
        if rows:
            KindDialog(self._context, self._window, rows).open()

    def open_close(self) -> None:
        """Đóng đơn vị."""
        rows = self._rows()
        if rows:
            CloseManyDialog(self._context, self._window, rows, self._on()).open()

    def _on(self) -> date:
        return day_for(self._context.year, self._context.clock().date())

    def _rows(self) -> list[ChildRow]:
        return picked_as_shown(self._view.children_model)

    def _shown(self) -> ShownList:
        """The checked units as they stand on screen; the unit they belong to stands under the title."""
        seen = self._view.seen
        above = () if seen is None or seen.facts.is_root else (seen.facts.name,)
        return list_output.shown_list(self._view.child_grid, self._rows(), wording.UNITS, above, self._on())
