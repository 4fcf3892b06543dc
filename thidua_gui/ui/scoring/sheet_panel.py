"""Beside a person's sheet: the criterion under the cursor in full, its evidence and comments. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, StageKey
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.scoring import Comment, Draft
from thidua_gui.text import score_sheet as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.evidence_box import EvidenceBox
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import line


class SheetPanel(QFrame):
    """What the clerk reads while typing; files may be dropped anywhere on it."""

    print_wanted = Signal()
    comment_written = Signal(str)
    comment_removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._number = _label("accentStrong")
        self._content = _label("strong")
        self._problem = Banner()
        self.evidence = EvidenceBox()
        self._heading = _label("label")
        self._heading.setText(wording.COMMENTS)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(10))
        self._editor = QPlainTextEdit()
        self._editor.setPlaceholderText(wording.WRITE_COMMENT)
        self._editor.setAccessibleName(wording.WRITE_COMMENT)
        self._editor.setFixedHeight(theme.px(72))
        self._editor.setTabChangesFocus(True)
        self._editor.setAcceptDrops(False)
        self._save = push(wording.SAVE_COMMENT, "check")
        self.print = push(wording.PRINT, "printer")
        self.print.setToolTip(wording.PRINT_TIP)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def show_criterion(self, criterion: Criterion | None, maximum: Points | None, draft: Draft | None) -> None:
        """The criterion in words; a refused text says why."""
        if criterion is None or maximum is None:
            self._number.setText(wording.WHOLE_SHEET)
            self._content.setText("")
        else:
            self._number.setText(wording.criterion_heading(criterion.number, maximum))
            self._content.setText(criterion.content)
        if draft is not None and criterion is not None:
            why = wording.problem(draft.problem, criterion.maximum, criterion.step)
            self._problem.say("er", f"{draft.text}: {why}")
        else:
            self._problem.silence()

    def show_comments(self, comments: Sequence[tuple[Comment, StageKey]], *, is_editable: bool) -> None:
        """The comments of this criterion, the oldest first."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for comment, stage in comments:
            self._list.addWidget(self._comment(comment, stage, is_editable))
        if not comments:
            none = _label("muted")
            none.setText(wording.NO_COMMENTS)
            self._list.addWidget(none)
        self._editor.setVisible(is_editable)
        self._save.setVisible(is_editable)

    def clear_editor(self) -> None:
        """After the comment was saved."""
        self._editor.clear()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.evidence.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.evidence.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.evidence.dropEvent(event)

    def _comment(self, comment: Comment, stage: StageKey, is_editable: bool) -> QWidget:
        row = QWidget()
        head = QHBoxLayout()
        who = _label("tableStrong")
        who.setText(wording.comment_head(comment.author or "", stage))
        when = _label("caption")
        when.setText(date_text(comment.written_at.date()))
        head.addWidget(who, 1)
        head.addWidget(when)
        if is_editable:
            remove = icon_button("trash", wording.REMOVE_COMMENT)
            remove.clicked.connect(lambda: self.comment_removed.emit(comment.id))
            head.addWidget(remove)
        text = _label("table")
        text.setText(comment.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addWidget(text)
        return row

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        top.setSpacing(theme.px(6))
        for widget in (self._number, self._content, self._problem):
            top.addWidget(widget)
        holder = QWidget()
        holder.setProperty("transparent", True)
        self._list.setContentsMargins(0, 0, 0, 0)
        scrolled = QVBoxLayout(holder)
        scrolled.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(8))
        scrolled.setSpacing(theme.px(10))
        for part in (self.evidence, line(), self._heading):
            scrolled.addWidget(part)
        scrolled.addLayout(self._list)
        scrolled.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        bottom.setSpacing(theme.px(8))
        bottom.addWidget(self._editor)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self._save, 3)
        buttons.addWidget(self.print, 2)
        bottom.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(line())
        whole.addWidget(area, 1)
        whole.addLayout(bottom)

    def _connect(self) -> None:
        self._save.clicked.connect(lambda: self.comment_written.emit(self._editor.toPlainText()))
        self.print.clicked.connect(self.print_wanted)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
