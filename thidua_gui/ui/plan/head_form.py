"""What stands around the plan's text: number, date, place, title, signer, themes. Tells what was typed; writes
nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services.plan import PlanHead, PlanView
from thidua_gui.text import plan as wording
from thidua_gui.text.shell import DATE_WRONG
from thidua_gui.ui import theme
from thidua_gui.ui.forms.choices import editable_choice
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.field import Field

ORDER: tuple[tuple[str, ...], ...] = (
    ("number", "issued_on"),
    ("issued_at",),
    ("title",),
    ("signer_authority", "signer_post"),
    ("signer_name",),
    ("theme",),
    ("school_theme",),
)
WORDS = ("number", "issued_at", "title", "signer_post", "signer_name")


class HeadForm(QWidget):
    """Each field is kept when it is left; what is refused stays typed, with the reason beside it."""

    edited = Signal(object)
    """PlanHead with everything the fields say."""

    def __init__(self) -> None:
        super().__init__()
        self._view: PlanView | None = None
        self._style: HeadingStyle | None = None
        self.words = {name: QLineEdit() for name in WORDS}
        self.issued_on = DateField()
        self.authority = editable_choice((), None)
        self.theme, self.school_theme = _Words(), _Words()
        editors: dict[str, QWidget] = {
            **self.words,
            "issued_on": self.issued_on,
            "signer_authority": self.authority,
            "theme": self.theme,
            "school_theme": self.school_theme,
        }
        self.fields = {name: Field(wording.HEAD_FIELDS[name], editor) for name, editor in editors.items()}
        self.fields["signer_authority"].set_hint(wording.AUTHORITY_HINT)
        self._lay_out()
        self._connect()

    def show_head(self, view: PlanView) -> None:
        """The newest values; what is being typed, or was refused, is left alone."""
        same = self._view is not None and self._view.campaign_id == view.campaign_id and not view.is_closed
        self._view = view
        if same and any(field.has_error for field in self.fields.values()):
            return
        self.clear_errors()
        head, usual = view.head, view.usual
        for name, editor in self.words.items():
            if not (same and editor.hasFocus() and editor.isModified()):
                editor.setText(getattr(head, name) or "")
                editor.setCursorPosition(0)
            editor.setPlaceholderText(getattr(usual, name) or wording.HEAD_EXAMPLES.get(name, ""))
            editor.setReadOnly(view.is_closed)
        self.issued_on.set_day(head.issued_on)
        self._offer_authorities(view)
        for area, text in ((self.theme, head.theme), (self.school_theme, head.school_theme)):
            if not area.hasFocus():
                area.setPlainText(text or "")
            area.setReadOnly(view.is_closed)
        self.issued_on.setReadOnly(view.is_closed)
        self.authority.setEnabled(not view.is_closed)

    def show_error(self, field: str, sentence: str) -> bool:
        """Say what is wrong beside its field; False when there is no such field."""
        if field not in self.fields:
            return False
        self.fields[field].set_error(sentence)
        return True

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for field in self.fields.values():
            if field.has_error:
                field.set_error("")

    def head(self) -> PlanHead:
        """What the fields say now."""
        return PlanHead(
            issued_on=self.issued_on.day(),
            signer_authority=self.authority.currentText() or None,
            theme=self.theme.toPlainText() or None,
            school_theme=self.school_theme.toPlainText() or None,
            **{name: editor.text() or None for name, editor in self.words.items()},
        )

    def _offer_authorities(self, view: PlanView) -> None:
        if self._style is not view.style:
            self._style = view.style
            self.authority.clear()
            self.authority.addItems(["", *wording.AUTHORITIES[view.style]])
        if not self.authority.hasFocus():
            self.authority.setEditText(view.head.signer_authority or "")

    def _commit(self) -> None:
        view = self._view
        if view is None or view.is_closed:
            return
        if not self.issued_on.is_valid():
            self.fields["issued_on"].set_error(DATE_WRONG)
            return
        if _plain(self.head()) != _plain(view.head):
            self.edited.emit(self.head())
        else:
            self.clear_errors()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(12))
        for row, names in enumerate(ORDER):
            for column, name in enumerate(names):
                grid.addWidget(self.fields[name], row, column, 1, 3 - len(names), Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(grid)
        whole.addStretch(1)

    def _connect(self) -> None:
        for editor in (*self.words.values(), self.issued_on):
            editor.editingFinished.connect(self._commit)
        self.issued_on.day_changed.connect(lambda _: self._commit())
        self.authority.activated.connect(lambda _: self._commit())
        line = self.authority.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._commit)
        for area in (self.theme, self.school_theme):
            area.left.connect(self._commit)


class _Words(QPlainTextEdit):
    """Three lines in which Tab leads on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.row_height("body", 4) * 3 + theme.px(10))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _plain(head: PlanHead) -> tuple[object, ...]:
    """Blanks do not count."""
    words = (head.number, head.issued_at, head.title, head.signer_name, head.signer_post, head.signer_authority)
    themes = (head.theme, head.school_theme)
    return (head.issued_on, *(" ".join((text or "").split()) for text in (*words, *themes)))
