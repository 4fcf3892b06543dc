"""Phát động: each unit's day, number of people, note and minutes. Writes through its service."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.services import launches
from thidua_gui.services.evidence import MEDIA_TYPES
from thidua_gui.services.launch_rules import DAY
from thidua_gui.services.launches import LaunchBoard, LaunchRow
from thidua_gui.services.registration_entry import Written
from thidua_gui.services.typed_drafts import TypedCell
from thidua_gui.text import evidence as evidence_wording
from thidua_gui.text import launches as wording
from thidua_gui.text import registration as shared
from thidua_gui.ui import printing
from thidua_gui.ui.opened_files import OpenedFiles
from thidua_gui.ui.registration.dialogs import LaunchAllDialog
from thidua_gui.ui.registration.entry_pane import LATE, MISSING, NAMED, WRONG, EntryPane, Tally
from thidua_gui.ui.registration.launch_columns import FROZEN, columns
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.grid.columns import Column, Look

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context


class LaunchPane(EntryPane[LaunchRow]):
    """Every unit but the school itself."""

    key = "launch"
    day_column = DAY
    frozen = FROZEN
    what = shared.UNITS_NOUN
    list_title = wording.LIST
    missing_word = wording.NOT_LAUNCHED
    late_word = wording.LATE_FILTER

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.add_button = push(wording.SET_ALL, "calendar", "primary")
        self.attach_button = push(wording.ATTACH, "paperclip")
        self.look_button = icon_button("eye", wording.LOOK, bordered=True)
        self.detach_button = icon_button("trash", wording.DETACH, bordered=True)
        self.opened = OpenedFiles(context.settings.folder)
        super().__init__(context, parent)
        self.empty.say(*wording.EMPTY)
        self.model.set_row_look(lambda row: Look.PLAIN if row.must else Look.MUTED)
        self.add_button.clicked.connect(self.add_new)
        self.attach_button.clicked.connect(self._ask_file)
        self.look_button.clicked.connect(self.open_minutes)
        self.detach_button.clicked.connect(self._detach)
        self.grid.opened.connect(lambda _: self.open_minutes())
        self.empty.acted.connect(lambda: self.context.bus.navigate.emit("units", None))
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.opened.clean)

    def columns_for(self, year: int) -> Sequence[Column[LaunchRow]]:
        return columns(year, lambda: self.is_open)

    def load(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is not None:
            self.context.jobs.run(lambda _: launches.board(campaign_id), self._show)

    def write(self, campaign_id: CampaignId, cells: Sequence[TypedCell]) -> tuple[Written, Sequence[LaunchRow]]:
        written = launches.write_cells(campaign_id, cells)
        return written, launches.board(campaign_id).rows

    def counted(self) -> Tally:
        rows = self.model.rows
        owing = [row for row in rows if _owes(row)]
        of = sum(row.must for row in rows)
        names = [row.short for row in owing[:NAMED]]
        line = wording.missing(names, len(owing)) if owing else wording.all_launched(of)
        return Tally(
            of - len(owing), of, sum(row.is_late for row in rows), sum(bool(row.drafts) for row in rows),
            sum(len(row.drafts) for row in rows), line, wording.due(rows[0].due_on if rows else None),
        )  # fmt: skip

    def state_of(self, row: LaunchRow) -> frozenset[str]:
        states = ((MISSING, _owes(row)), (LATE, row.is_late), (WRONG, bool(row.drafts)))
        return frozenset(state for state, holds in states if holds)

    def problem_of(self, row: LaunchRow) -> str:
        return " ".join((f"{row.short}:", *(draft.problem for draft in row.drafts.values()))) if row.drafts else ""

    def subtitle(self) -> str:
        return "" if self.tally is None else shared.launch_subtitle(self.context.year, self.tally.done, self.tally.of)

    def tools(self) -> Sequence[QWidget]:
        return (self.attach_button, self.look_button, self.detach_button)

    def refresh_tools(self) -> None:
        row = self.current
        held = row is not None and row.minutes is not None
        launched = row is not None and row.launched_on is not None
        self.add_button.setEnabled(self.is_open and bool(self.model.rows))
        self.attach_button.setEnabled(self.is_open and launched)
        self.attach_button.setText(wording.REPLACE_FILE if held else wording.ATTACH)
        self.attach_button.setToolTip("" if launched else wording.DAY_FIRST)
        self.look_button.setEnabled(held)
        self.detach_button.setEnabled(self.is_open and held)

    def add_new(self) -> None:
        """One day for all."""
        campaign_id = self.context.campaign_id
        if self.is_open and campaign_id is not None:
            units = [row.id for row in self.model.rows if row.must]
            LaunchAllDialog(self.context, self, campaign_id, units).open()

    def attach(self, file: Path) -> None:
        """Keep a file as the minutes of the current unit's launch."""
        row, campaign_id = self.current, self.context.campaign_id
        if row is not None and campaign_id is not None:
            self.context.jobs.command(
                lambda _: launches.attach_minutes(campaign_id, row.id, file), None, self.refuse,
                title=evidence_wording.READING,
            )  # fmt: skip

    def open_minutes(self) -> None:
        """A read-only copy of the minutes, in the program that the system has for them."""
        row = self.current
        held = None if row is None else row.minutes
        if held is None:
            return
        opened = self.opened

        def copy() -> Path:
            file = launches.minutes_file(held.attachment_id)
            return opened.put(f"{held.attachment_id}", file.name, file.content)

        self.context.jobs.run(lambda _: copy(), self._open_path, self.refuse, title=evidence_wording.OPENING)

    def _open_path(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.refuse(UserError("evidence_not_opened", name=path.name))

    def _ask_file(self) -> None:
        patterns = " ".join(f"*{ending}" for ending in MEDIA_TYPES)
        chosen, _ = QFileDialog.getOpenFileName(
            self, wording.CHOOSE, str(printing.last_folder(self.context)),
            evidence_wording.FILES.format(patterns=patterns),
        )  # fmt: skip
        if chosen:
            printing.remember_folder(self.context, Path(chosen).parent)
            self.attach(Path(chosen))

    def _detach(self) -> None:
        row, campaign_id = self.current, self.context.campaign_id
        if row is not None and campaign_id is not None:
            self.context.jobs.command(
                lambda _: launches.detach_minutes(campaign_id, row.id),
                lambda _: self.context.bus.status.emit(wording.detached(row.name)), self.refuse,
            )  # fmt: skip

    def _show(self, board: LaunchBoard) -> None:
        self.show_rows(board.rows, is_closed=board.is_closed, year=board.year)


def _owes(row: LaunchRow) -> bool:
    return row.must and row.launched_on is None
