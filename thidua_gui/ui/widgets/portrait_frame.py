"""A small picture of a person, or the sign of one where no picture is stored; knows no page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from thidua_gui.ui import icons, theme

WIDTH, HEIGHT = 40, 48


class PortraitFrame(QWidget):
    """Only looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setFixedSize(QSize(theme.px(WIDTH), theme.px(HEIGHT)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.theme_switch().changed.connect(self.update)

    def show_picture(self, content: bytes | None) -> None:
        """None shows the sign."""
        self._picture = QPixmap()
        if content is not None:
            self._picture.loadFromData(content)
        self.update()

    @property
    def has_picture(self) -> bool:
        """A portrait is on show."""
        return not self._picture.isNull()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.fillPath(shape, theme.colour("surface"))
        if self.has_picture:
            painter.save()
            painter.setClipPath(shape)
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawPixmap(left, top, size.width(), size.height(), self._picture)
            painter.restore()
        else:
            icons.paint(painter, "user", "text2", self.rect(), 22)
        painter.setPen(theme.colour("border"))
        painter.drawPath(shape)
