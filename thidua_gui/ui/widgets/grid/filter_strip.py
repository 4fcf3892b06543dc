"""The filter row under the column titles: one field per column, Esc clears it; knows no rows."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QWidget

from thidua_gui.text import grid as wording
from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, Kind

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

PAUSE_MS = 120


class FilterStrip(QWidget):
    """Fields at the places of their columns; what is typed applies after a short pause."""

    def __init__(self, grid: "GridView", header: QHeaderView) -> None:
        super().__init__(header)
        self._grid = grid
        self._header = header
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.apply)
        self.setAccessibleName(wording.FILTER_ROW)

    @property
    def is_waiting(self) -> bool:
        """Something was typed and is not applied yet."""
        return self._pause.isActive()

    def build(self) -> None:
        """Make the fields of the columns this header shows."""
        for field in self.fields.values():
            field.hide()
            field.deleteLater()
        self.fields = {}
        for place, column in enumerate(self._grid.snapshot.columns):
            if column.filter is not FilterKind.NONE and not self._header.isSectionHidden(place):
                self.fields[column.key] = self._field(column)
        self.refresh()
        self.place_editors()

    def refresh(self) -> None:
        """Show the conditions in force and the values present."""
        snapshot = self._grid.snapshot
        for key, field in self.fields.items():
            wanted = snapshot.filters.get(key, "")
            if isinstance(field, QComboBox):
                _offer(field, snapshot.choices_of(key), wanted)
            elif field.text() != wanted and not self._pause.isActive():
                with QSignalBlocker(field):
                    field.setText(wanted)

    def place_editors(self) -> None:
        """Put every field under its title."""
        for place, column in enumerate(self._grid.snapshot.columns):
            field = self.fields.get(column.key)
            if field is None:
                continue
            left = self._header.sectionViewportPosition(place)
            box = QRect(left + 3, 3, self._header.sectionSize(place) - 7, self.height() - 7)
            field.setGeometry(box)
            field.setVisible(box.width() > 0 and not self._header.isSectionHidden(place))
        self.update()

    def apply(self) -> None:
        """Filter by what stands in the fields."""
        self._pause.stop()
        lines = {key: field.text() for key, field in self.fields.items() if isinstance(field, QLineEdit)}
        self._grid.snapshot.set_filters(lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears one field and, when it is empty, returns to the grid; Down and Enter go there too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self._clear(watched)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and isinstance(watched, QLineEdit):
                self.apply()
                self._grid.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground with the columns' lines and a funnel where nothing can be picked."""
        painter = QPainter(self)
        pen, header = self._grid.ink, self._header
        painter.fillRect(self.rect(), pen.colours["surfaceAlt"])
        for place, column in enumerate(self._grid.snapshot.columns):
            if header.isSectionHidden(place):
                continue
            left, width = header.sectionViewportPosition(place), header.sectionSize(place)
            painter.fillRect(left + width - 1, 0, 1, self.height(), pen.colours["border"])
            if column.kind is Kind.PICK:
                pen.icon(painter, "filter", "text2", QRect(left, 0, width - 1, self.height() - 1), 16)
        painter.fillRect(0, self.height() - 1, self.width(), 1, pen.colours["border"])
        painter.end()

    def _field(self, column: Column[Any]) -> QLineEdit | QComboBox:
        field = self._choice(column) if column.filter is FilterKind.CHOICE else self._line(column)
        field.setProperty("kind", "filter")
        field.setAccessibleName(wording.filter_of(column.title.replace("\n", " ")))
        field.installEventFilter(self)
        return field

    def _line(self, column: Column[Any]) -> QLineEdit:
        line = QLineEdit(self)
        line.setClearButtonEnabled(column.width >= 100)
        at_least = column.filter is FilterKind.AT_LEAST
        line.setPlaceholderText(wording.AT_LEAST if at_least else wording.CONTAINS if column.width >= 72 else "")
        line.textChanged.connect(self._typed)
        return line

    def _choice(self, column: Column[Any]) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda place, key=column.key: self._chosen(key, place))
        return box

    def _typed(self) -> None:
        self._pause.start()

    def _chosen(self, key: str, place: int) -> None:
        field = self.fields[key]
        if isinstance(field, QComboBox):
            self._grid.snapshot.set_filter(key, "" if place == 0 else field.itemText(place))

    def _clear(self, field: QObject) -> None:
        if isinstance(field, QLineEdit) and field.text():
            field.clear()
            self.apply()
        elif isinstance(field, QComboBox) and field.currentIndex() > 0:
            field.setCurrentIndex(0)
            field.activated.emit(0)
        else:
            self._grid.setFocus(Qt.FocusReason.TabFocusReason)


def _offer(field: QComboBox, values: list[str], wanted: str) -> None:
    offered = [wording.ALL, *values]
    if [field.itemText(place) for place in range(field.count())] != offered:
        field.clear()
        field.addItems(offered)
    field.setCurrentIndex(offered.index(wanted) if wanted in values else 0)
