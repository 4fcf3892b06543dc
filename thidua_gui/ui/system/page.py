"""Hệ thống: look, letterhead, backups, where things lie. Writes through services alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.progress import Progress
from thidua_gui.services import data_file, letterhead, restoring
from thidua_gui.services.data_file import Backup
from thidua_gui.services.letterhead import Letterhead, LetterheadChoice
from thidua_gui.text import system as wording
from thidua_gui.ui import messages, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.look_choice import LookChoice
from thidua_gui.ui.page import Page
from thidua_gui.ui.settings import user_folder
from thidua_gui.ui.system.backups_card import BackupsCard
from thidua_gui.ui.system.letterhead_card import LetterheadCard
from thidua_gui.ui.widgets.card import Card
from thidua_gui.version import VERSION


@dataclass(frozen=True, slots=True)
class _Seen:
    choice: LetterheadChoice
    found: Letterhead | None
    backups: tuple[Backup, ...]
    path: Path


class SystemPage(Page):
    """What is set once and looked after now and then."""

    key = "system"
    icon = "settings"
    tables = ("settings", "campaigns", "memberships")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._letterhead = LetterheadCard()
        self._backups = BackupsCard()
        self._path = _fact()
        self._folder = Path()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return wording.SUBTITLE

    def reload(self) -> None:
        campaign_id, year_end = self.context.campaign_id, self.context.clock().date()
        if self.context.campaign is not None:
            year_end = self.context.campaign.last_day

        def work(progress: Progress) -> _Seen:
            found = None if campaign_id is None else _found(campaign_id)
            return _Seen(letterhead.chosen(year_end), found, data_file.backups(), data_file.current().path)

        self.context.jobs.run(work, self._show)

    def _show(self, seen: _Seen) -> None:
        self._letterhead.show_choice(seen.choice, seen.found)
        self._backups.show_backups(seen.backups)
        self._path.setText(str(seen.path))
        self._folder = seen.path.parent / data_file.BACKUP_FOLDER

    def _save_letterhead(self, choice: LetterheadChoice) -> None:
        self.context.jobs.command(
            lambda progress: letterhead.choose(choice), lambda changes: self.context.bus.status.emit(wording.SAVED)
        )

    def _back_up(self) -> None:
        self.context.jobs.run(data_file.back_up_now, self._backed_up, title=wording.BACKING_UP)

    def _backed_up(self, made: Backup) -> None:
        self.context.bus.backed_up.emit(made.at)
        self.reload()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _restore(self, backup: Backup) -> None:
        proposed = self._folder.parent / wording.restored_name(backup.path.stem)
        name, _ = QFileDialog.getSaveFileName(self, wording.RESTORE_TO, str(proposed), wording.FILE_FILTER)
        if name:
            target = Path(name)
            self.context.jobs.run(
                lambda progress: restoring.restore(backup.path, target, progress),
                lambda _: self._offer(target),
                title=wording.RESTORING,
            )

    def _offer(self, target: Path) -> None:
        self.context.bus.status.emit(wording.RESTORED.format(name=target.name))
        words = wording.OPEN_RESTORED.format(name=target.name)
        if messages.confirm(self, wording.OPEN_RESTORED_TITLE, words, wording.OPEN_RESTORED_VERB):
            self.context.bus.open_file.emit(target)

    def _lay_out(self) -> None:
        look = Card(wording.LOOK, "settings")
        look.body.addWidget(LookChoice(self.context.settings))
        about = Card(wording.ABOUT, "info-circle")
        for label, fact in (
            (wording.VERSION.format(version=VERSION), None),
            (wording.DATA_FILE, self._path),
            (wording.USER_FOLDER, _fact(str(user_folder()))),
        ):
            head = QLabel(label)
            head.setProperty("role", "label" if fact is not None else "strong")
            about.body.addWidget(head)
            if fact is not None:
                about.body.addWidget(fact)
        licences = QLabel(wording.LICENCES)
        licences.setProperty("role", "caption")
        licences.setWordWrap(True)
        about.body.addWidget(licences)
        about.body.addStretch(1)
        whole = QWidget()
        whole.setProperty("transparent", True)
        grid = QGridLayout(whole)
        grid.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        grid.setSpacing(theme.px(16))
        grid.addWidget(look, 0, 0)
        grid.addWidget(self._letterhead, 1, 0)
        grid.addWidget(self._backups, 0, 1, 2, 1)
        grid.addWidget(about, 2, 0, 1, 2)
        grid.setRowStretch(3, 1)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(whole)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(area)

    def _connect(self) -> None:
        self._letterhead.saved.connect(self._save_letterhead)
        self._backups.back_up_wanted.connect(self._back_up)
        self._backups.folder_wanted.connect(self._open_folder)
        self._backups.restore_wanted.connect(self._restore)


def _found(campaign_id: CampaignId) -> Letterhead:
    return letterhead.letterhead(campaign_id)


def _fact(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "table")
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
