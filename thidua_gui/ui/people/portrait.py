"""The portrait in the panel; reading a picture file and cutting a 3 × 4 part of it, at most 600 px high."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from thidua_gui.text import people as wording
from thidua_gui.ui import icons, theme

WIDTH, HEIGHT = 60, 76
TALLEST = 600
LARGEST = 2400
MEDIA_TYPE = "image/jpeg"


def read_picture(path: str) -> QImage | None:
    """The picture turned as the camera says, at most so large as anybody can see; None if it can't be read."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    image = reader.read()
    if image.isNull():
        return None
    if max(image.width(), image.height()) <= LARGEST:
        return image
    size = image.size().scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def cut(image: QImage, frame: QRect) -> bytes:
    """That part of the picture as 3 × 4 in JPEG."""
    part = _on_white(image.copy(frame))
    height = min(part.height(), TALLEST)
    part = part.scaled(
        QSize(max(1, round(height * 3 / 4)), height),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    part.save(buffer, "JPG", 90)  # type: ignore[call-overload]  # the stubs want bytes, Qt takes a name
    return bytes(buffer.data().data())


def _on_white(image: QImage) -> QImage:
    """JPEG knows no transparency."""
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


class Portrait(QAbstractButton):
    """Shows the picture or an outline; a click asks for another one."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setFixedSize(theme.px(WIDTH), theme.px(HEIGHT))
        self.setToolTip(wording.CHOOSE_PORTRAIT)
        self.setAccessibleName(wording.CHOOSE_PORTRAIT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.wanted)
        theme.theme_switch().changed.connect(self.update)

    def show_picture(self, content: bytes | None) -> None:
        """None shows the outline."""
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 4, 4)
        painter.fillPath(shape, theme.colour("hover" if self.underMouse() else "surfaceAlt"))
        if self.has_picture:
            painter.save()
            painter.setClipPath(shape)
            painter.drawPixmap(self.rect(), self._picture)
            painter.restore()
        else:
            icons.paint(painter, "user", "text2", self.rect(), 26)
        pen = painter.pen()
        pen.setColor(theme.colour("text" if self.hasFocus() else "border"))
        pen.setWidthF(2 if self.hasFocus() else 1)
        painter.setPen(pen)
        painter.drawPath(shape)
