"""Shows the pages of a PDF as pictures of the very bytes that will be printed; knows no document."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.progress import Progress
from thidua_gui.text import pdf_view as wording
from thidua_gui.ui import theme
from thidua_gui.ui.jobs import Jobs
from thidua_gui.ui.widgets.buttons import icon_button, push

_GAP = 14
_KEPT = 12
_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_DPI = 96.0
_PER_MM = _DPI / 25.4


@dataclass(frozen=True, slots=True)
class _Picture:
    """A page drawn at a resolution; `serial` tells which PDF it belongs to."""

    serial: int
    page: int
    dpi: float
    image: QImage


class PdfView(QWidget):
    """Pages under one another with a bar for page and zoom; drawing happens in the render pool."""

    page_changed = Signal(int)
    """Index of the page in the middle of the view, from 0."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = _Pages(jobs, self)
        self._previous = icon_button("chevron-left", wording.PREVIOUS, bordered=True)
        self._next = icon_button("chevron-right", wording.NEXT, bordered=True)
        self._place = QLabel()
        self._place.setProperty("role", "table")
        self._smaller = icon_button("zoom-out", wording.SMALLER, bordered=True)
        self._larger = icon_button("zoom-in", wording.LARGER, bordered=True)
        self._fit = push(wording.FIT, kind="flat")
        self._lay_out()
        self._connect()
        self._show_place()

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show these pages; None shows nothing."""
        self._pages.show_pdf(pdf)
        self._show_place()

    def go_to_page(self, page: int) -> None:
        """Bring a page to the top of the view."""
        self._pages.go_to(page)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages.sizes)

    @property
    def page(self) -> int:
        """Index of the page on view."""
        return self._pages.current()

    def _show_place(self) -> None:
        count = self.page_count
        page = self._pages.current()
        self._previous.setEnabled(page > 0)
        self._next.setEnabled(page + 1 < count)
        for button in (self._smaller, self._larger, self._fit):
            button.setEnabled(bool(count))
        self._say_place(page, count, is_short=False)
        if self._bar.sizeHint().width() > self.width():
            self._say_place(page, count, is_short=True)

    def _say_place(self, page: int, count: int, *, is_short: bool) -> None:
        """Words give way before a button of the bar is cut."""
        place = wording.place_short if is_short else wording.place
        fit = wording.FIT_SHORT if is_short else wording.FIT
        self._place.setText(place(page + 1, count) if count else "")
        self._place.setAccessibleName(wording.place(page + 1, count) if count else "")
        self._fit.setText(fit if self._pages.zoom is None else wording.percent(self._pages.zoom))
        self._fit.setAccessibleName(wording.FIT)
        side = theme.px(8 if is_short else 16)
        self._row.setContentsMargins(side, theme.px(6), side, theme.px(6))
        self._row.setSpacing(theme.px(2 if is_short else 6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other words."""
        super().resizeEvent(event)
        self._show_place()

    def _lay_out(self) -> None:
        bar = self._bar = QFrame()
        bar.setProperty("toolbar", True)
        bar.setMinimumWidth(1)
        row = self._row = QHBoxLayout(bar)
        for widget in (self._previous, self._place, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self._smaller, self._fit, self._larger):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._previous.clicked.connect(lambda: self._pages.go_to(self._pages.current() - 1))
        self._next.clicked.connect(lambda: self._pages.go_to(self._pages.current() + 1))
        self._smaller.clicked.connect(lambda: self._pages.step_zoom(-1))
        self._larger.clicked.connect(lambda: self._pages.step_zoom(1))
        self._fit.clicked.connect(lambda: self._pages.set_zoom(None))
        self._pages.moved.connect(self._on_moved)

    def _on_moved(self) -> None:
        self._show_place()
        self.page_changed.emit(self._pages.current())


class _Pages(QAbstractScrollArea):
    """The desk with the sheets on it."""

    moved = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.zoom: float | None = None
        self._jobs = jobs
        self._pdf: bytes | None = None
        self._serial = 0
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._asked: set[tuple[int, float]] = set()
        self._ask_soon = QTimer(self, singleShot=True, interval=60)
        self._ask_soon.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(wording.PAGES)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pdf(self, pdf: bytes | None) -> None:
        from thidua_gui.documents import raster

        place = self.current()
        self._serial += 1
        self._pdf = pdf
        self._kept.clear()
        self._asked.clear()
        self.sizes = () if pdf is None else tuple((size.width, size.height) for size in raster.page_sizes(pdf))
        self._arrange()
        self.go_to(min(place, max(0, len(self.sizes) - 1)))
        self._ask()
        self.viewport().update()

    def current(self) -> int:
        """The page that covers the middle of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for page, box in enumerate(self._boxes()):
            if middle <= box.bottom() + _GAP:
                return page
        return max(0, len(self.sizes) - 1)

    def go_to(self, page: int) -> None:
        boxes = self._boxes()
        if 0 <= page < len(boxes):
            self.verticalScrollBar().setValue(boxes[page].top() - _GAP)
            self.moved.emit()

    def step_zoom(self, step: int) -> None:
        now = self._scale()
        larger = [zoom for zoom in _ZOOMS if zoom > now * 1.02]
        smaller = [zoom for zoom in _ZOOMS if zoom < now * 0.98]
        wanted = (larger[:1] if step > 0 else smaller[-1:]) or [now]
        self.set_zoom(wanted[0])

    def set_zoom(self, zoom: float | None) -> None:
        """A factor, or None: each page fits the view."""
        page = self.current()
        self.zoom = zoom
        self._arrange()
        self.go_to(page)
        self._ask()
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        page = self.current()
        self._arrange()
        self.go_to(page)
        self._ask_soon.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self.go_to(self.current() + 1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.go_to(self.current() - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), theme.colour("band"))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page, box in enumerate(self._boxes()):
            placed = box.translated(-offset)
            if placed.intersects(self.viewport().rect()):
                self._paint_page(painter, page, placed)

    def _paint_page(self, painter: QPainter, page: int, box: QRect) -> None:
        image = self._kept.get((page, self._dpi())) or self._any_image(page)
        if image is None:
            painter.fillRect(box, Qt.GlobalColor.white)
        else:
            painter.drawImage(box, image)
        painter.setPen(theme.colour("borderStrong"))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))

    def _any_image(self, page: int) -> QImage | None:
        """A picture of another size stands in until the right one is there."""
        return next((image for (at, _), image in self._kept.items() if at == page), None)

    def _scale(self) -> float:
        """Logical pixels per 1/96 inch."""
        if self.zoom is not None or not self.sizes:
            return self.zoom or 1.0
        width, height = self.sizes[0]
        room = QSize(self.viewport().width() - 2 * _GAP, self.viewport().height() - 2 * _GAP)
        fits = min(room.width() / width, room.height() / height) / _PER_MM
        return max(0.1, fits)

    def _dpi(self) -> float:
        return round(self._scale() * _DPI * self.devicePixelRatioF(), 2)

    def _boxes(self) -> list[QRect]:
        factor = self._scale() * _PER_MM
        widest = max((width for width, _ in self.sizes), default=0) * factor
        room = max(widest + 2 * _GAP, float(self.viewport().width()))
        boxes, top = [], _GAP
        for width, height in self.sizes:
            box = QRect(round((room - width * factor) / 2), top, round(width * factor), round(height * factor))
            boxes.append(box)
            top = box.bottom() + 1 + _GAP
        spare = self.viewport().height() - top
        if len(boxes) == 1 and spare > 0:
            boxes[0].translate(0, spare // 2)
        return boxes

    def _arrange(self) -> None:
        boxes = self._boxes()
        height = boxes[-1].bottom() + _GAP if boxes else 0
        width = max((box.right() for box in boxes), default=0) + _GAP
        self.verticalScrollBar().setRange(0, max(0, height - self.viewport().height()))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(theme.px(32))
        self.horizontalScrollBar().setRange(0, max(0, width - self.viewport().width()))
        self.horizontalScrollBar().setPageStep(self.viewport().width())

    def _scrolled(self) -> None:
        self.viewport().update()
        self._ask_soon.start()
        self.moved.emit()

    def _ask(self) -> None:
        """Order pictures of the pages on view that are not there yet."""
        pdf, serial, dpi = self._pdf, self._serial, self._dpi()
        if pdf is None:
            return
        top = self.verticalScrollBar().value()
        view = QRect(0, top - 200, 1 << 20, self.viewport().height() + 400)
        for page, box in enumerate(self._boxes()):
            key = (page, dpi)
            if box.intersects(view) and key not in self._kept and key not in self._asked:
                self._asked.add(key)
                self._order(pdf, serial, page, dpi)

    def _order(self, pdf: bytes, serial: int, page: int, dpi: float) -> None:
        def draw(progress: Progress) -> _Picture:
            from thidua_gui.documents import raster

            drawn = raster.page_bitmap(pdf, page, dpi)
            image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
            return _Picture(serial, page, dpi, image)

        self._jobs.render(draw, self._take)

    def _take(self, picture: _Picture) -> None:
        if picture.serial != self._serial:
            return
        self._asked.discard((picture.page, picture.dpi))
        self._kept[picture.page, picture.dpi] = picture.image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.viewport().update()
