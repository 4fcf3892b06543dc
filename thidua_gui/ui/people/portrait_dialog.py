"""Chooses the part of a picture that becomes the portrait: a 3 × 4 frame, moved and zoomed by mouse or keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from thidua_gui.text import people as wording
from thidua_gui.ui import theme
from thidua_gui.ui.people.crop import Crop, centred
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.dialog import Dialog

_STEP, _LEAP = 0.01, 0.05  # of the frame's width, for an arrow key alone and with Shift
_ZOOM_STEP = 0.05
_STEPS = 100
_DIM = QColor(0, 0, 0, 140)


class CropView(QWidget):
    """Arrows move the frame, + and - change its size, Home puts it back; so do dragging and the wheel."""

    changed = Signal()

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = image
        self.crop: Crop = centred(image.width(), image.height())
        self._grip: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(320), theme.px(320))
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName(wording.CROP_FRAME)
        self.setAccessibleDescription(wording.CROP_KEYS)

    def set_crop(self, crop: Crop) -> None:
        """Another place or size of the frame."""
        self.crop = crop
        self.update()
        self.changed.emit()

    def frame(self) -> QRect:
        """The frame in whole pixels of the picture."""
        crop = self.crop
        return QRect(round(crop.x), round(crop.y), round(crop.width), round(crop.height)).intersected(self.image.rect())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(440), theme.px(400))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = (_LEAP if far else _STEP) * self.crop.width
        moves = {
            Qt.Key.Key_Left: (-step, 0.0), Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step), Qt.Key.Key_Down: (0.0, step),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in moves:
            self.set_crop(self.crop.moved(*moves[key]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_PageUp):
            self.set_crop(self.crop.zoomed(self.crop.zoom + _ZOOM_STEP))
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_PageDown):
            self.set_crop(self.crop.zoomed(self.crop.zoom - _ZOOM_STEP))
        elif key == Qt.Key.Key_Home:
            self.reset()
        else:
            super().keyPressEvent(event)

    def reset(self) -> None:
        """As at the beginning."""
        self.set_crop(centred(self.image.width(), self.image.height()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            way = (event.position() - self._grip) / self._scale()
            self._grip = event.position()
            self.set_crop(self.crop.moved(way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.set_crop(self.crop.zoomed(self.crop.zoom + _ZOOM_STEP * event.angleDelta().y() / 120))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.colour("surfaceAlt"))
        picture, scale = self._picture(), self._scale()
        painter.drawImage(picture, self.image)
        crop = self.crop
        corner = picture.topLeft() + QPointF(crop.x, crop.y) * scale
        frame = QRectF(corner.x(), corner.y(), crop.width * scale, crop.height * scale)
        self._paint_dim(painter, picture, frame)
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor(255, 255, 255, 90), 1))
        for part in (1, 2):
            x, y = frame.left() + frame.width() * part / 3, frame.top() + frame.height() * part / 3
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.setPen(QPen(theme.colour("accentText" if self.hasFocus() else "border"), 2 if self.hasFocus() else 1))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _paint_dim(self, painter: QPainter, picture: QRectF, frame: QRectF) -> None:
        """What is left out is darker."""
        above = QRectF(picture.topLeft(), QPointF(picture.right(), frame.top()))
        under = QRectF(QPointF(picture.left(), frame.bottom()), picture.bottomRight())
        before = QRectF(QPointF(picture.left(), frame.top()), QPointF(frame.left(), frame.bottom()))
        after = QRectF(QPointF(frame.right(), frame.top()), QPointF(picture.right(), frame.bottom()))
        for part in (above, under, before, after):
            painter.fillRect(part, _DIM)

    def _scale(self) -> float:
        """Screen pixels for a pixel of the picture."""
        room = self.rect().adjusted(4, 4, -4, -4)
        return min(room.width() / self.image.width(), room.height() / self.image.height())

    def _picture(self) -> QRectF:
        scale = self._scale()
        width, height = self.image.width() * scale, self.image.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)


class _Result(QWidget):
    """The portrait as it will be."""

    def __init__(self, view: CropView) -> None:
        super().__init__()
        self._view = view
        self.setFixedSize(theme.px(120), theme.px(160))
        self.setAccessibleName(wording.CROP_RESULT)
        view.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.drawImage(self.rect(), self._view.image, self._view.frame())
        painter.setPen(theme.colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PortraitDialog(Dialog):
    """`chosen` gives the frame in pixels of the picture."""

    chosen = Signal(object)
    """QRect."""

    def __init__(self, parent: QWidget, image: QImage, name: str) -> None:
        super().__init__(parent, wording.crop_title(name), wording.CROP_VERB, text=wording.CROP_TEXT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = CropView(image)
        self.result_view = _Result(self.view)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(0, _STEPS)
        self.zoom.setAccessibleName(wording.CROP_ZOOM)
        self.smaller = icon_button("zoom-out", wording.CROP_LARGER_FRAME)
        self.larger = icon_button("zoom-in", wording.CROP_SMALLER_FRAME)
        self.again = push(wording.CROP_RESET, "refresh", "flat")
        self._lay_out_crop()
        self._connect_crop()
        self._show_zoom()
        self.view.setFocus()

    def submit(self) -> None:
        """The frame as it stands."""
        self.chosen.emit(self.view.frame())
        self.accept()

    def _lay_out_crop(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        label = QLabel(wording.CROP_RESULT)
        label.setProperty("role", "label")
        right.addWidget(label)
        right.addWidget(self.result_view)
        right.addStretch(1)
        right.addWidget(self.again)
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(16))
        middle.addWidget(self.view, 1)
        middle.addLayout(right)
        bar = QHBoxLayout()
        for widget in (self.smaller, self.zoom, self.larger):
            bar.addWidget(widget)
        self.body.addLayout(middle, 1)
        self.body.addLayout(bar)
        self.fill_with_body()
        self.resize(theme.px(660), theme.px(600))

    def _connect_crop(self) -> None:
        view = self.view
        self.zoom.valueChanged.connect(lambda value: view.set_crop(view.crop.zoomed(value / _STEPS)))
        self.smaller.clicked.connect(lambda: view.set_crop(view.crop.zoomed(view.crop.zoom - _ZOOM_STEP)))
        self.larger.clicked.connect(lambda: view.set_crop(view.crop.zoomed(view.crop.zoom + _ZOOM_STEP)))
        self.again.clicked.connect(view.reset)
        view.changed.connect(self._show_zoom)

    def _show_zoom(self) -> None:
        self.zoom.blockSignals(True)
        self.zoom.setValue(round(self.view.crop.zoom * _STEPS))
        self.zoom.blockSignals(False)
        self.zoom.setEnabled(self.view.crop.widest > self.view.crop.narrowest)
