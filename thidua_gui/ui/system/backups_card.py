"""The list of backups with their state. Shows and asks; services.data_file makes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from thidua_gui.services.data_file import Backup
from thidua_gui.text import system as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Chip, Column, Kind, Tone
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    backup: Backup


class BackupsCard(Card):
    """Newest first; a failed copy is shown as failed, never as a backup."""

    back_up_wanted = Signal()
    folder_wanted = Signal()
    restore_wanted = Signal(object)
    """Backup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.BACKUPS, "database", parent=parent)
        self._rows: tuple[_Row, ...] = ()
        self._model: SnapshotModel[_Row] = SnapshotModel(_columns())
        self._grid = GridView(self._model)
        self._grid.setAccessibleName(wording.BACKUPS)
        self._grid.setMinimumHeight(theme.px(200))
        self._empty = EmptyState("database", wording.NO_BACKUP, wording.NO_BACKUP_WHY)
        self._now = push(wording.BACK_UP, "device-floppy", "primary")
        self._folder = push(wording.OPEN_FOLDER, "folder-open")
        self._restore = push(wording.RESTORE, "history")
        why = QLabel(wording.BACKUPS_WHY)
        why.setProperty("role", "muted")
        why.setWordWrap(True)
        foot = QHBoxLayout()
        for button in (self._restore, self._folder):
            foot.addWidget(button)
        foot.addStretch(1)
        self._restore.setToolTip(wording.RESTORE_TIP)
        self.add_to_heading(self._now)
        self.body.addWidget(why)
        self._panel = GridPanel(self._grid)
        self.body.addWidget(self._panel, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(foot)
        self._now.clicked.connect(self.back_up_wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self._restore.clicked.connect(self._ask_restore)
        self._grid.current_row_changed.connect(lambda _: self._enable())

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these, the newest first."""
        newest_first = sorted(backups, key=lambda item: item.at, reverse=True)
        self._rows = tuple(_Row(place, item) for place, item in enumerate(newest_first, start=1))
        self._model.set_rows(self._rows)
        self._panel.setVisible(bool(backups))
        self._empty.setVisible(not backups)
        self._folder.setEnabled(bool(backups))
        if self._rows and self._current() is None:
            self._grid.select_row(self._rows[0].id)
        self._enable()

    def _current(self) -> Backup | None:
        chosen = self._grid.current_row_id
        return next((row.backup for row in self._rows if row.id == chosen), None)

    def _enable(self) -> None:
        backup = self._current()
        self._restore.setEnabled(backup is not None and backup.good)

    def _ask_restore(self) -> None:
        backup = self._current()
        if backup is not None:
            self.restore_wanted.emit(backup)


def _columns() -> list[Column[_Row]]:
    good, bad = Chip(wording.GOOD, Tone.OK, "circle-check"), Chip(wording.BAD, Tone.ERROR, "alert-circle")
    return [
        Column(
            key="at", title=wording.WHEN, kind=Kind.DATE, width=160, stretch=True, sort_key=lambda row: row.backup.at,
            text=lambda row: wording.moment(row.backup.at),
        ),
        Column(
            key="size", title=wording.SIZE, kind=Kind.NUMBER, width=96, sort_key=lambda row: row.backup.size,
            text=lambda row: wording.size(row.backup.size),
        ),
        Column(
            key="good", title=wording.STATE_COLUMN, kind=Kind.CHIP, width=96,
            chip=lambda row: good if row.backup.good else bad,
        ),
    ]  # fmt: skip
