"""A date typed the Vietnamese way or picked from a calendar; may be empty; knows no form."""

import re
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from thidua_gui.core.vietnamese import date_text
from thidua_gui.text import shell
from thidua_gui.ui import icons

SEPARATED = re.compile(r"(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4})")
RUN = re.compile(r"(\d{2})(\d{2})(\d{4})")


def read_date(text: str) -> date | None:
    """`2/3/2022`, `02-03-2022`, `02.03.2022` or `02032022`; None if it is no real date."""
    found = SEPARATED.fullmatch(text.strip()) or RUN.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateField(QLineEdit):
    """`day()` is None when empty; `is_valid()` is False while the text is no date."""

    day_changed = Signal(object)

    def __init__(self, day: date | None = None, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(10)
        self._last = day
        self._calendar: QCalendarWidget | None = None
        pick = self.addAction(icons.icon("calendar", "text2", 16), QLineEdit.ActionPosition.TrailingPosition)
        pick.setToolTip(shell.PICK_DATE)
        pick.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._on_finished)
        self.set_day(day)

    def day(self) -> date | None:
        """The day in the field."""
        return read_date(self.text())

    def set_day(self, day: date | None) -> None:
        """Show a day or nothing, telling nobody."""
        self._last = day
        self.setText("" if day is None else date_text(day))

    def is_valid(self) -> bool:
        """Empty or a real date."""
        return not self.text().strip() or self.day() is not None

    def open_calendar(self) -> None:
        """Show the month under the field."""
        if self._calendar is None:
            self._calendar = self._made_calendar()
        shown = self.day()
        if shown:
            self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar.show()

    def _made_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.clicked.connect(self._on_picked)
        calendar.activated.connect(self._on_picked)
        return calendar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _on_picked(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.setText(date_text(date(day.year(), day.month(), day.day())))
        self._tell()

    def _on_finished(self) -> None:
        day = self.day()
        if day is not None:
            self.setText(date_text(day))
        if self.is_valid():
            self._tell()

    def _tell(self) -> None:
        day = self.day()
        if day != self._last:
            self._last = day
            self.day_changed.emit(day)
