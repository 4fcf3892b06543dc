"""The buttons for checked people and the dialogs behind them. Shows no list; writes nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from thidua_gui.core.ids import PersonId
from thidua_gui.services import organisation, people_bulk, people_edit
from thidua_gui.services.award_cards import Bearer
from thidua_gui.services.people import PersonRow
from thidua_gui.services.people_edit import Suggestions
from thidua_gui.text import award_cards as card_wording
from thidua_gui.text import bulk as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.card_output import print_cards
from thidua_gui.ui.forms.pick_field import PickItem
from thidua_gui.ui.people.bulk_dialogs import (
    BulkLeaveDialog,
    BulkTransferDialog,
    GroupDialog,
    PostDialog,
    RegisterDialog,
)
from thidua_gui.ui.people.people_model import named
from thidua_gui.ui.widgets.buttons import icon_button, push

Rows = Callable[[], Sequence[PersonRow]]


class BulkDesk(QObject):
    """`register` and `more` stand in the bulk bar; `rows` tells whom they are about when they are pressed."""

    def __init__(self, context: Context, window: QWidget, rows: Rows) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._rows = rows
        self.register = push(wording.REGISTER, "flag-2")
        self.more = icon_button("dots-vertical", wording.MORE, bordered=True)
        self.register.clicked.connect(self.open_register)
        self.more.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """What is done less often."""
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))

    def menu(self) -> QMenu:
        """Chuyển đơn vị, ghi chức vụ, xếp nhóm, nghỉ việc, in phiếu thành tích."""
        menu = QMenu(self._window)
        menu.addAction(wording.TRANSFER).triggered.connect(self.open_transfer)
        menu.addAction(wording.POST).triggered.connect(self.open_post)
        menu.addAction(wording.GROUP).triggered.connect(self.open_group)
        menu.addSeparator()
        menu.addAction(wording.LEAVE).triggered.connect(self.open_leave)
        menu.addSeparator()
        menu.addAction(card_wording.PRINT).triggered.connect(self.print_cards)
        return menu

    def open_register(self) -> None:
        """Đăng ký danh hiệu."""
        campaign, people = self._context.campaign, self._chosen()
        if campaign is None or not people:
            return
        today = self._context.clock().date()
        on = today if today.year == campaign.year else None
        RegisterDialog(
            self._context, self._window, people, campaign.id, people_bulk.offered_titles(), on
        ).open()  # fmt: skip

    def open_transfer(self) -> None:
        """Chuyển đơn vị."""
        rows = self._rows()
        units = list(dict.fromkeys(row.unit_name for row in rows if row.unit_name))
        post = rows[0].post if len(rows) == 1 else None
        people = self._chosen()
        today = self._context.clock().date()

        def show(offered: tuple[tuple[PickItem, ...], Suggestions]) -> None:
            BulkTransferDialog(
                self._context, self._window, people, units, offered[0], offered[1].posts, post
            ).open()  # fmt: skip

        if people:
            self._context.jobs.run(lambda _: (_units(today), people_edit.suggestions()), show)

    def open_post(self) -> None:
        """Ghi chức vụ."""
        people = self._chosen()
        self._with_suggestions(lambda used: PostDialog(self._context, self._window, people, used.posts).open())

    def open_group(self) -> None:
        """Xếp nhóm."""
        people = self._chosen()
        self._with_suggestions(lambda used: GroupDialog(self._context, self._window, people, used.staff_groups).open())

    def print_cards(self) -> None:
        """In phiếu thành tích."""
        bearers = [Bearer(False, int(row.id)) for row in self._rows()]
        if bearers:
            print_cards(self._window, self._context, bearers)

    def open_leave(self) -> None:
        """Nghỉ việc."""
        people = self._chosen()
        if people:
            BulkLeaveDialog(self._context, self._window, people, self._context.clock().date()).open()

    def _with_suggestions(self, show: Callable[[Suggestions], None]) -> None:
        if self._rows():
            self._context.jobs.run(lambda _: people_edit.suggestions(), show)

    def _chosen(self) -> list[tuple[PersonId, str]]:
        return [(row.id, named(row)) for row in self._rows()]


def _units(on: date) -> tuple[PickItem, ...]:
    return tuple(
        PickItem(row.id, row.name, row.code, max(row.depth - 1, 0)) for row in organisation.units(on) if not row.is_root
    )
