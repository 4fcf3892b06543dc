"""Two parts of a page side by side, one above the other where there is no room for both; knows no page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from thidua_gui.ui import theme


class Beside(QWidget):
    """`side` is `side_width` wide (0: half of the room) and goes below `main` when the whole is narrower than `least`.

    Lengths are those of the design at 100 %.
    """

    def __init__(
        self, main: QWidget, side: QWidget, *, least: int, side_width: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._least = least
        self._side_width = side_width
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(16))
        self._row.addWidget(main, 1)
        self._row.addWidget(side, 0 if side_width else 1)
        self._arrange(is_stacked=False)

    @property
    def is_stacked(self) -> bool:
        """One part stands above the other."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider part: the parts can always stand above one another."""
        widths = [item.minimumSize().width() for place in range(2) if (item := self._row.itemAt(place)) is not None]
        if self._side_width and not self.is_stacked:
            widths = widths[:1]
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_stacked = self.width() < theme.px(self._least)
        if is_stacked != self.is_stacked:
            self._arrange(is_stacked=is_stacked)

    def _arrange(self, *, is_stacked: bool) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_stacked else across)
        if self._side_width:
            fixed = theme.px(self._side_width)
            self._side.setMinimumWidth(0 if is_stacked else fixed)
            self._side.setMaximumWidth(_UNBOUND if is_stacked else fixed)
        self.updateGeometry()


_UNBOUND = 16_777_215
"""Qt's own largest width."""
