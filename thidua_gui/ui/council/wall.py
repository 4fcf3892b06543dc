"""What the room sees at this moment: one picture, painted aside and exchanged whole. Knows no screen and no meeting."""

from __future__ import annotations

import traceback
from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPainter

from thidua_gui.core.projection import ProjectionView, WaitingSlide
from thidua_gui.ui.council.slide_pen import palette
from thidua_gui.ui.council.slides import paint_slide

PREVIEW = QSize(1920, 1080)


class Cover(StrEnum):
    """What hides the slide: nothing, a black picture, the waiting slide."""

    NONE = "none"
    BLACK = "black"
    WAITING = "waiting"


class Wall(QObject):
    """Màn chiếu. Only `show_view` brings something new before the room; while `is_frozen` it waits behind the picture
    that stands there. A slide that cannot be painted leaves the room with the waiting slide and tells the operator."""

    changed = Signal()
    failed = Signal(str)
    """The report of a slide that could not be painted, for the operator alone."""
    cut = Signal(tuple)
    """The words that were too long for the slide."""

    def __init__(self, waiting: WaitingSlide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = waiting
        self._view: ProjectionView | None = None
        self._frozen: tuple[ProjectionView | None, Cover] | None = None
        self._size = PREVIEW
        self._images: dict[tuple[int, int], QImage] = {}
        self.cover = Cover.NONE

    @property
    def view(self) -> ProjectionView | None:
        """The slide that the operator has put up, None before the first and after it was taken down."""
        return self._view

    @property
    def is_frozen(self) -> bool:
        return self._frozen is not None

    def set_waiting_slide(self, waiting: WaitingSlide) -> None:
        """The neutral slide of this meeting."""
        if waiting == self._waiting:
            return
        self._waiting = waiting
        self._exchange()

    def show_view(self, view: ProjectionView) -> None:
        """Đưa lên chiếu; the very slide that is up is taken down."""
        self._view = None if view == self._view and self.cover is Cover.NONE else view
        self.cover = Cover.NONE
        self._exchange()

    def take_down(self) -> None:
        """Nothing is up any more, whatever covers or holds the wall."""
        self._view, self._frozen = None, None
        self._exchange()

    def renew(self, view: ProjectionView) -> None:
        """The same slide with newer words, without uncovering anything."""
        self._view = view
        self._exchange()

    def toggle(self, cover: Cover) -> None:
        """Black or waiting slide on, and off again; also through a frozen picture: the room goes dark at once."""
        self.cover = Cover.NONE if self.cover is cover else cover
        if self._frozen is not None:
            self._frozen = (self._frozen[0], self.cover)
        self._exchange()

    def freeze(self, is_frozen: bool) -> None:
        """Giữ hình: the room keeps the picture while the operator goes on."""
        if is_frozen == self.is_frozen:
            return
        self._frozen = (self._view, self.cover) if is_frozen else None
        self._exchange()

    def set_size(self, pixels: QSize) -> None:
        """The device pixels of the room's screen; mirrors show the same picture smaller."""
        if pixels != self._size and not pixels.isEmpty():
            self._size = pixels
            self._exchange()

    @property
    def size(self) -> QSize:
        return self._size

    def picture(self, size: QSize | None = None) -> QImage:
        """What stands on the wall, in the room's own pixels or at another size."""
        wanted = size or self._size
        key = (wanted.width(), wanted.height())
        if key not in self._images:
            self._images[key] = self._painted(wanted)
        return self._images[key]

    def _exchange(self) -> None:
        self._images = {}
        self.picture()
        self.changed.emit()

    def _painted(self, size: QSize) -> QImage:
        view, cover = self._frozen or (self._view, self.cover)
        if cover is Cover.BLACK:
            return _blank(size, "#000000")
        try:
            return self._drawn(self._waiting if view is None or cover is Cover.WAITING else view, size)
        except Exception:  # noqa: BLE001 - the room must never see a slide fail, whatever the reason
            self.failed.emit(traceback.format_exc())
        try:
            return self._drawn(self._waiting, size)
        except Exception:  # noqa: BLE001 - nor the slide that stands in for it
            return _blank(size, palette()["band"].name())

    def _drawn(self, view: ProjectionView, size: QSize) -> QImage:
        image = _blank(size, "#000000")
        painter = QPainter(image)
        try:
            cut = paint_slide(view, painter, size.width(), size.height())
        finally:
            painter.end()
        if cut:
            self.cut.emit(cut)
        return image


def _blank(size: QSize, colour: str) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image
