"""The list of evidence at one place; its owner adds, opens and removes. Knows no service call."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.services.evidence import EvidenceRow
from thidua_gui.text import evidence as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.empty_state import IconLabel

_ICONS = {
    "file-type-pdf": (".pdf",),
    "photo": (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic"),
    "file-spreadsheet": (".xls", ".xlsx", ".ods", ".csv"),
    "file-zip": (".zip", ".rar", ".7z"),
    "movie": (".mp4", ".mov", ".mp3", ".m4a", ".wav"),
}
_BY_ENDING = {ending: icon for icon, endings in _ICONS.items() for ending in endings}


class EvidenceBox(QWidget):
    """Minh chứng (3) + Thêm tệp; files can be dropped on it, or handed over by the panel that holds it."""

    add_wanted = Signal()
    dropped = Signal(object)
    """Files as a list of paths."""
    open_wanted = Signal(object)
    """EvidenceRow."""
    remove_wanted = Signal(object)
    """EvidenceRow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[EvidenceRow, ...] = ()
        self.is_editable = False
        self._shown: tuple[tuple[EvidenceRow, ...], bool, bool] | None = None
        self._heading = QLabel()
        self._heading.setProperty("role", "label")
        self.add = push(wording.ADD, "plus", "link")
        self.add.setToolTip(wording.ADD_TIP)
        self.banner = Banner(closable=True)
        self._none = QLabel(wording.NONE)
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(4))
        self._lay_out()
        self.add.clicked.connect(self.add_wanted)
        self.setAcceptDrops(True)
        self.show_rows((), is_editable=False)

    def show_rows(self, rows: Sequence[EvidenceRow], *, is_editable: bool, prefix: bool = False) -> None:
        """These files; `prefix` tells of each which criterion it is for."""
        wanted = tuple(rows), is_editable, prefix
        if wanted == self._shown:
            return
        self._shown = wanted
        self.rows, self.is_editable = tuple(rows), is_editable
        self._heading.setText(wording.heading(len(rows)))
        self.add.setVisible(is_editable)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._list.addWidget(self._line(row, prefix=prefix))
        self._none.setVisible(not rows)

    def takes(self, mime: QMimeData) -> bool:
        """Whether something dragged over it are files that may be added now."""
        return self.is_editable and bool(_files(mime))

    def hint(self, on: bool) -> None:
        """Say that files may be dropped, or stop saying it."""
        if on:
            self.banner.say("in", wording.DROP_HERE)
        elif self.banner.label.text() == wording.DROP_HERE:
            self.banner.silence()

    def take(self, mime: QMimeData) -> None:
        """Files were dropped here or on the panel around."""
        self.hint(False)
        self.dropped.emit(_files(mime))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.hint(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hint(False)

    def dropEvent(self, event: QDropEvent) -> None:
        if self.takes(event.mimeData()):
            event.acceptProposedAction()
            self.take(event.mimeData())

    def _line(self, row: EvidenceRow, *, prefix: bool) -> QWidget:
        line = QWidget()
        name = ElidedLabel(row.title)
        name.setProperty("role", "tableStrong")
        below = wording.facts(row.size, row.added_at.date())
        facts = ElidedLabel(wording.on_criterion(row.number, below) if prefix and row.number else below)
        facts.setProperty("role", "caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(facts)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        ending = Path(row.title).suffix.lower()
        layout.addWidget(IconLabel(_BY_ENDING.get(ending, "file-text")))
        layout.addLayout(words, 1)
        look = icon_button("eye", wording.OPEN.format(name=row.title))
        look.clicked.connect(lambda: self.open_wanted.emit(row))
        layout.addWidget(look)
        layout.setSpacing(theme.px(4))
        if self.is_editable:
            remove = icon_button("trash", wording.REMOVE.format(name=row.title))
            remove.clicked.connect(lambda: self.remove_wanted.emit(row))
            layout.addWidget(remove)
        line.setAccessibleName(wording.spoken(row.title, row.size, row.added_at.date()))
        return line

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self._none)
        column.addLayout(self._list)


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
