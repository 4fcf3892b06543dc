"""One paragraph of the plan, or a new one; tells what was typed and writes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from thidua_gui.core.ids import PlanItemId
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.services.plan import PlanLine, PlanView
from thidua_gui.services.plan_edit import ItemDraft
from thidua_gui.text import plan as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.unit_picks import UnitPicks
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.field import Field

QUIET = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The keyboard leaves for a moment only."""


class ParagraphEditor(QWidget):
    """Kept when it is left; Ctrl+Enter keeps it and begins the next."""

    edited = Signal(object, object)
    """PlanItemId and ItemDraft."""
    added = Signal(object, object, str, bool)
    """Section, PlanItemId after which (None: at the end), words, whether another paragraph is to follow."""
    next_wanted = Signal()
    given_up = Signal()
    """Esc in a new paragraph without words."""
    schedule_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: PlanView | None = None
        self._line: PlanLine | None = None
        self._new: tuple[PlanSection, PlanItemId | None] | None = None
        self._sent = ""
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.heading.setWordWrap(True)
        self.text = _Text()
        self.number = QLineEdit()
        self.units = UnitPicks()
        self.carrier = QLineEdit()
        self.targets = QLabel()
        self.targets.setProperty("role", "muted")
        self.targets.setWordWrap(True)
        self.schedule = push(wording.OPEN_SCHEDULE, "calendar-event")
        self.fields = {
            "text": Field(wording.TEXT, self.text, wording.TEXT_HINT),
            "number": Field(wording.MARK, self.number, wording.MARK_HINT),
            "units": Field(wording.UNITS, self.units, wording.UNITS_HINT),
            "carrier": Field(wording.CARRIER, self.carrier),
        }
        self._lay_out()
        self._connect()

    def show_line(self, view: PlanView, line: PlanLine) -> None:
        """Another paragraph, or the newest values of this one; what is being typed is left alone."""
        same = self._line is not None and self._line.id == line.id and line.id is not None
        self._view, self._line, self._new = view, line, None
        is_own, editable = line.id is not None, line.id is not None and not view.is_closed
        self.heading.setText(wording.paragraph_heading(_title(view, line.section), line.mark))
        if not (same and (self.text.hasFocus() or self.fields["text"].has_error)):
            self.text.setPlainText(line.text)
        if not (same and (self.number.hasFocus() or self.fields["number"].has_error)):
            self.number.setText(line.number or "")
        if not (same and self.carrier.hasFocus()):
            self.carrier.setText(line.carrier or "")
        self.number.setPlaceholderText(line.mark or wording.NO_MARK)
        self.units.show_units(view.units, line.units, editable=editable)
        for name in ("number", "units", "carrier"):
            self.fields[name].setVisible(is_own)
        self.fields["text"].set_hint(wording.TEXT_HINT if is_own else wording.FROM_SCHEDULE)
        self.schedule.setVisible(not is_own)
        self.targets.setText(wording.from_here(line.targets))
        self.targets.setVisible(bool(line.targets))
        for editor in (self.text, self.number, self.carrier):
            editor.setReadOnly(not editable)
        if not same:
            self.clear_errors()

    def begin(self, view: PlanView, section: PlanSection, after: PlanLine | None) -> None:
        """A new paragraph after that one, or at the end of the section."""
        self._view, self._line = view, None
        self._new = (section, None if after is None else after.id)
        self._sent = ""
        self.heading.setText(wording.new_heading(_title(view, section)))
        self.text.setPlainText("")
        self.text.setReadOnly(view.is_closed)
        self.fields["text"].set_hint(wording.TEXT_HINT)
        for name in ("number", "units", "carrier"):
            self.fields[name].hide()
        self.targets.hide()
        self.schedule.hide()
        self.clear_errors()

    def is_new(self) -> bool:
        """A paragraph that is not in the plan yet."""
        return self._new is not None

    def show_error(self, field: str, sentence: str) -> bool:
        """Say what is wrong beside its field; False when there is no such field."""
        if field not in self.fields:
            return False
        self.fields[field].set_error(sentence)
        return True

    def not_kept(self) -> None:
        """What was sent was refused; it may be sent again."""
        self._sent = ""

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for field in self.fields.values():
            if field.has_error:
                field.set_error("")

    def commit(self, *, go_on: bool = False) -> None:
        """Keep what was typed, if it is anything new."""
        if self._view is None or self._view.is_closed:
            return
        if self._new is not None:
            words = self.text.toPlainText()
            if words.strip() and words != self._sent:  # on its way already: the keyboard may leave before it is kept
                self._sent = words
                self.added.emit(*self._new, words, go_on)
            return
        line = self._line
        if line is None or line.id is None:
            return
        draft = ItemDraft(self.text.toPlainText(), self.number.text(), self.carrier.text(), self.units.units())
        if draft != ItemDraft(line.text, line.number or "", line.carrier or "", line.units):
            self.edited.emit(line.id, draft)
        if go_on:
            self.next_wanted.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.heading)
        column.addWidget(self.fields["text"])
        column.addWidget(self.schedule, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.targets)
        for name in ("number", "units", "carrier"):
            column.addWidget(self.fields[name])
        column.addStretch(1)
        self.number.setMaximumWidth(theme.px(160))

    def _connect(self) -> None:
        self.text.left.connect(self.commit)
        self.text.entered.connect(lambda: self.commit(go_on=True))
        self.text.escaped.connect(self._give_up)
        self.number.editingFinished.connect(self.commit)
        self.carrier.editingFinished.connect(self.commit)
        self.units.changed.connect(self.commit)
        self.schedule.clicked.connect(self.schedule_wanted)

    def _give_up(self) -> None:
        if self._new is not None and not self.text.toPlainText().strip():
            self.given_up.emit()


class _Text(QPlainTextEdit):
    """Tab leads on; pasted text comes without its looks."""

    left = Signal()
    entered = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(theme.row_height("body", 6) * 5)
        self.setFixedHeight(theme.row_height("body", 6) * 9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in QUIET:
            self.left.emit()


def _title(view: PlanView, section: PlanSection) -> str:
    return next(part.title for part in view.parts if part.section is section)
