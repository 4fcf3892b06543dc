"""A dialog in the program's own look: heading, body, one verb and Cancel; knows no page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.long_words import breakable

_FRAME = 40
"""Height of a window's own frame and title, as far as it is not known before it is shown."""


class Dialog(QDialog):
    """Put widgets into `body`; override `submit` to check before it closes."""

    def __init__(
        self, parent: QWidget | None, title: str, verb: str, *, text: str = "", danger: bool = False, cancel: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.heading = QLabel(title)
        self.heading.setProperty("role", "section")
        self.heading.setWordWrap(True)
        self.text = QLabel(breakable(text))
        self.text.setWordWrap(True)
        self.text.setProperty("role", "muted")
        self.text.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self.primary = push(verb, kind="danger" if danger else "primary")
        self.secondary = push(cancel or shell.CANCEL)
        self._lay_out()
        self._connect()
        (self.secondary if danger else self.primary).setDefault(True)

    def submit(self) -> None:
        """The verb was pressed."""
        self.accept()

    def show_error(self, sentence: str) -> None:
        """Say why it cannot be done; an empty sentence takes the words away."""
        self.error.setText(breakable(sentence))
        self.error.setVisible(bool(sentence))

    def add_button(self, button: QPushButton) -> None:
        """A third button at the left."""
        self._footer.insertWidget(0, button)

    def fill_with_body(self) -> None:
        """All spare room is the body's: for previews and lists."""
        self._content.setStretchFactor(self.body, 1)
        self._content.setStretch(self._content.count() - 1, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt keeps new windows to two thirds of a small screen and forgets that words wrap; ours must not be cut."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.size().expandedTo(layout.minimumSize()))
            self.grow()

    def grow(self) -> None:
        """Words that were added need room; the dialog neither gets smaller under the hand nor leaves the screen."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        screen = self.screen().availableGeometry()
        room = screen.height() - max(_FRAME, self.frameGeometry().height() - self.height())
        wanted = max(self.height(), layout.totalHeightForWidth(self.width()))
        self.resize(self.width(), min(wanted, room))
        below = self.frameGeometry().bottom() - screen.bottom()
        if self.isVisible() and below > 0:
            self.move(self.x(), max(screen.top(), self.y() - below))

    def _lay_out(self) -> None:
        self._content = content = QVBoxLayout()
        content.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        content.setSpacing(theme.px(12))
        content.addWidget(self.heading)
        content.addWidget(self.text)
        content.addLayout(self.body)
        content.addWidget(self.error)
        content.addStretch(1)
        bar = QFrame()
        bar.setProperty("footer", True)
        self._footer = QHBoxLayout(bar)
        self._footer.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        self._footer.addStretch(1)
        self._footer.addWidget(self.secondary)
        self._footer.addWidget(self.primary)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(content, 1)
        whole.addWidget(bar)
        self.setMinimumWidth(theme.px(440))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)

    def _connect(self) -> None:
        self.primary.clicked.connect(self.submit)
        self.secondary.clicked.connect(self.reject)
