"""A surface with a heading for a part of a page; knows no page."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.widgets.empty_state import IconLabel


class Card(QFrame):
    """Heading row 42 px with icon, title and what `add_to_heading` puts at its right; `body` below."""

    def __init__(
        self,
        title: str = "",
        icon: str = "",
        *,
        margins: tuple[int, int, int, int] = (16, 12, 16, 12),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.title = QLabel(title)
        self.title.setProperty("role", "section")
        heading = QWidget()
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._heading = QHBoxLayout(heading)
        self._heading.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        self._heading.setSpacing(theme.px(10))
        if icon:
            self._heading.addWidget(IconLabel(icon, "accentText", 18))
        self._heading.addWidget(self.title)
        self._heading.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*(theme.px(margin) for margin in margins))
        self.body.setSpacing(theme.px(8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        if title:
            whole.addWidget(heading)
            whole.addWidget(line())
        whole.addLayout(self.body, 1)
        whole.addStretch(0)

    def add_to_heading(self, widget: QWidget) -> None:
        """Put a legend or link at the right of the title."""
        self._heading.addWidget(widget)


def line(*, upright: bool = False, parent: QWidget | None = None) -> QFrame:
    """A hairline in the border's colour."""
    drawn = QFrame(parent)
    drawn.setProperty("line", "v" if upright else "h")
    return drawn
