"""Hệ thống: look, letterhead, backups, where things lie. Writes through services alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

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
from thidua_gui.ui.widgets.beside import Beside
from thidua_gui.ui.widgets.card import Card
from thidua_gui.version import VERSION

_SIDE_BY_SIDE = 900
"""Narrower than this the backups stand below the letterhead."""


@dataclass(frozen=True, slots=True)
class _Seen:
    choice: LetterheadChoice
    otherwise: Letterhead | None
    backups: tuple[Backup, ...]
    path: Path


class SystemPage(Page):
    """What is set once and looked after now and then."""

    key = "system"
    icon = "settings"
    tables = ("settings", "campaigns", "memberships")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._look = LookChoice(context.settings)
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
            found = None if campaign_id is None else letterhead.by_the_rows(campaign_id)
            return _Seen(letterhead.chosen(year_end), found, data_file.backups(), data_file.current().path)

        self.context.jobs.run(work, self._show)

    def _show(self, seen: _Seen) -> None:
        self._letterhead.show_choice(seen.choice, seen.otherwise)
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

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _restore(self, backup: Backup) -> None:
        proposed = self._folder.parent / wording.restored_name(backup.path.stem)
        unasked = QFileDialog.Option.DontConfirmOverwrite
        name, _ = QFileDialog.getSaveFileName(
            self, wording.RESTORE_TO, str(proposed), wording.FILE_FILTER, options=unasked
        )
        if name:
            ending = data_file.EXTENSION
            target = Path(name if name.lower().endswith(ending) else name + ending)
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
        look.body.addWidget(self._look)
        whole = QWidget()
        whole.setProperty("transparent", True)
        column = QVBoxLayout(whole)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(16))
        column.addWidget(look)
        column.addWidget(Beside(self._letterhead, self._backups, least=_SIDE_BY_SIDE))
        column.addWidget(self._about_card())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(whole)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(area)

    def _about_card(self) -> Card:
        about = Card(wording.ABOUT, "info-circle")
        version = QLabel(wording.VERSION.format(version=VERSION))
        version.setProperty("role", "muted")
        about.add_to_heading(version)
        facts = QGridLayout()
        facts.setHorizontalSpacing(theme.px(16))
        facts.setColumnStretch(1, 1)
        for row, (label, fact) in enumerate(
            ((wording.DATA_FILE, self._path), (wording.USER_FOLDER, _fact(str(user_folder()))))
        ):
            head = QLabel(label)
            head.setProperty("role", "label")
            facts.addWidget(head, row, 0)
            facts.addWidget(fact, row, 1)
        about.body.addLayout(facts)
        licences = QLabel(wording.LICENCES)
        licences.setProperty("role", "caption")
        licences.setWordWrap(True)
        about.body.addWidget(licences)
        return about

    def _connect(self) -> None:
        self._letterhead.saved.connect(self._save_letterhead)
        self._backups.back_up_wanted.connect(self._back_up)
        self._backups.folder_wanted.connect(self._open_folder)
        self._backups.restore_wanted.connect(self._restore)
        self.context.bus.backed_up.connect(lambda _: self.refresh())
        theme.theme_switch().changed.connect(self._follow_theme)

    def show_loaded(self) -> None:
        """Backups are files: they may have come or gone since the last visit."""
        self._stale = False
        self.reload()

    def _follow_theme(self) -> None:
        """The theme can also be chosen in the menu."""
        self._look.themes.set_current(theme.theme_switch().choice)


def _fact(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "table")
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
