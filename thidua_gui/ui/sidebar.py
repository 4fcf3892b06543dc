"""The left side of the window: school, year, pages; wide or as a rail of icons; knows no page's inside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QListView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import icons, theme
from thidua_gui.ui.navigation import KEY_ROLE, NavDelegate, NavModel, PageEntry
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.year_switcher import YearSwitcher

WIDTH = 256
RAIL = 56
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SchoolButton(QAbstractButton):
    """Program mark and the school's name; opens the menu of the data file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_rail = False
        self.school = ""
        self.menu: QMenu | None = None
        self.setAccessibleName(shell.SCHOOL_MENU)
        self.setToolTip(shell.SCHOOL_MENU)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(RAIL), theme.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(36)
        left = (self.width() - side) // 2 if self.is_rail else theme.px(16)
        mark = QRect(left, (self.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accentHover" if self.underMouse() else "accent"))
        painter.drawRoundedRect(mark, 6, 6)
        icons.paint(painter, "star-filled", "onAccent", mark, 22)
        if self.hasFocus():
            painter.setPen(theme.colour("text"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(4, 3, -5, -4), 4, 4)
            painter.drawRoundedRect(self.rect().adjusted(5, 4, -6, -5), 4, 4)
        if not self.is_rail:
            self._paint_words(painter, mark.right() + theme.px(11))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        half = self.height() // 2
        room = self.width() - left - theme.px(8)
        rows = (
            (
                "bodyStrong",
                "text",
                shell.PROGRAM,
                QRect(left, 0, room, half + theme.px(2)),
                Qt.AlignmentFlag.AlignBottom,
            ),
            ("caption", "text2", self.school, QRect(left, half + theme.px(1), room, half), Qt.AlignmentFlag.AlignTop),
        )
        for step, role, text, box, upright in rows:
            painter.setFont(theme.font(step))
            painter.setPen(theme.colour(role))
            shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | upright, shown)

    def _open_menu(self) -> None:
        if self.menu is not None:
            self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class RailYear(QAbstractButton):
    """The year in the rail; opens the list of years."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(shell.YEAR_SWITCHER)
        self.setToolTip(shell.YEAR_SWITCHER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(RAIL), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect().adjusted(6, 2, -6, -2), theme.colour("hover"))
        if self.hasFocus():
            painter.setPen(theme.colour("text"))
            painter.drawRect(self.rect().adjusted(6, 2, -7, -3))
        painter.setFont(theme.font("bodyStrong", numeric=True, weight=700))
        painter.setPen(theme.colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class NavList(QListView):
    """Arrow keys move and Enter opens; headings are passed over."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def fit_rows(self) -> None:
        """All pages in sight, if rows can be low enough for that."""
        delegate = self.itemDelegate()
        if isinstance(delegate, NavDelegate) and delegate.fit(self.viewport().height(), self.model()):
            self.scheduleDelayedItemsLayout()


class Sidebar(QFrame):
    """256 px, or a rail of 56 px."""

    opened = Signal(str)
    """Key of the page the user chose."""
    toggled = Signal()
    """The user wants the other width."""

    def __init__(self, entries: Sequence[PageEntry], *, may_add_year: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("sidebar", True)
        self.school = SchoolButton()
        self.years = YearSwitcher(may_add=may_add_year)
        self.rail_year = RailYear()
        self.model = NavModel(entries)
        self.delegate = NavDelegate()
        self.list = NavList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setProperty("bare", True)
        self.list.setProperty("nav", True)
        self.list.setMouseTracking(True)
        self.list.setMinimumWidth(1)
        self.list.setAccessibleName(shell.NAVIGATION)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.fold_button = icon_button("chevron-left", shell.COLLAPSE_SIDEBAR)
        self._lay_out()
        self._connect()
        self.set_rail(False)

    def set_rail(self, is_rail: bool) -> None:
        """Show icons alone, or words too."""
        self.is_rail = is_rail
        self.setFixedWidth(theme.px(RAIL if is_rail else WIDTH))
        self.school.is_rail = self.delegate.is_rail = is_rail
        self.years_holder.setVisible(not is_rail)
        self.rail_year.setVisible(is_rail)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if is_rail else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.list.setVerticalScrollBarPolicy(bar)
        words = shell.EXPAND_SIDEBAR if is_rail else shell.COLLAPSE_SIDEBAR
        self.fold_button.setIcon(icons.icon("chevron-right" if is_rail else "chevron-left"))
        self.fold_button.setToolTip(words)
        self.fold_button.setAccessibleName(words)
        self.list.fit_rows()
        self.list.scheduleDelayedItemsLayout()
        self.update()

    def set_school(self, name: str) -> None:
        """The school's name under the program's."""
        self.school.school = name
        self.school.setToolTip(f"{name}\n{shell.SCHOOL_MENU}" if name else shell.SCHOOL_MENU)
        self.school.update()

    def set_current(self, key: str) -> None:
        """Mark the page on screen."""
        index = self.model.index_of(key)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flags)

    def _lay_out(self) -> None:
        self.years_holder = QWidget()
        held = QVBoxLayout(self.years_holder)
        held.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(4))
        held.addWidget(self.years)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 1, theme.px(6))
        column.setSpacing(theme.px(4))
        column.addWidget(self.school)
        column.addWidget(self.years_holder)
        column.addWidget(self.rail_year)
        column.addWidget(self.list, 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(theme.px(11), 0, theme.px(11), 0)
        self._foot.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._foot)
        QWidget.setTabOrder(self.list, self.fold_button)

    def _connect(self) -> None:
        self.list.clicked.connect(self._on_opened)
        self.list.activated.connect(self._on_opened)
        self.fold_button.clicked.connect(self.toggled)
        self.rail_year.clicked.connect(self._open_years)

    def _on_opened(self, index: QModelIndex) -> None:
        key = index.data(KEY_ROLE)
        if key:
            self.opened.emit(key)

    def _open_years(self) -> None:
        menu = QMenu(self)
        for at in range(self.years.count()):
            action = menu.addAction(self.years.itemText(at))
            action.triggered.connect(lambda _=False, row=at: self._pick_year(row))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.rail_year.mapToGlobal(self.rail_year.rect().topRight()))

    def _pick_year(self, row: int) -> None:
        self.years.setCurrentIndex(row)
        self.years.activated.emit(row)
