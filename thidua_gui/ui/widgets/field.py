"""One labelled field of a form with room for its problem; knows no form."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.widgets.long_words import breakable


class Field(QWidget):
    """Label above, editor, and below it a quiet hint or the error."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self.label = QLabel(label)
        self.label.setProperty("role", "label")
        self.label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        inner = editor.findChild(QLineEdit)
        if inner is not None and not inner.accessibleName():
            inner.setAccessibleName(label)
        self.below = QLabel()
        self.below.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self.below)
        self.setFocusProxy(editor)
        self.set_error("")

    def set_error(self, sentence: str) -> None:
        """Mark the field as wrong and say why; an empty sentence clears it."""
        self.below.setText(breakable(sentence or self._hint))
        self.below.setVisible(bool(sentence or self._hint))
        set_property(self.below, "role", "error" if sentence else "caption")
        set_property(self.editor, "state", "error" if sentence else "")

    def set_hint(self, hint: str) -> None:
        """Another quiet hint; an error is taken away."""
        self._hint = hint
        self.set_error("")

    @property
    def has_error(self) -> bool:
        """The field is marked as wrong."""
        return bool(self.editor.property("state") == "error")


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
