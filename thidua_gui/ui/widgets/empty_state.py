"""What stands where there is nothing: what is absent, why, and one thing to do; knows no page."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from thidua_gui.ui import icons, theme
from thidua_gui.ui.widgets.buttons import push


class IconLabel(QWidget):
    """An icon that follows the theme, drawn in the middle of its place."""

    def __init__(self, name: str, role: str = "text2", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._size = size
        self.setFixedSize(theme.px(size) + 2, theme.px(size) + 2)

    def show_icon(self, name: str, role: str) -> None:
        """Draw another icon."""
        self._name = name
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size) + 2, theme.px(self._size) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._name, self._role, QRect(0, 0, self.width(), self.height()), self._size)


class EmptyState(QWidget):
    """Icon 32, title, reason, one button, in the middle of the free space."""

    acted = Signal()

    def __init__(self, icon: str, title: str, text: str = "", verb: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = IconLabel(icon, "text3", 32)
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.text = QLabel()
        self.text.setProperty("role", "muted")
        self.button = push("")
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(6))
        column.addStretch(1)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(theme.px(6))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.button.clicked.connect(self.acted)
        self.say(title, text, verb)

    def say(self, title: str, text: str = "", verb: str = "") -> None:
        """Change the words."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.button.setText(verb)
        self.button.setVisible(bool(verb))
