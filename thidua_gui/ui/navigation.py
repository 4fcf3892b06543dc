"""What the sidebar can show: pages in sections, as a list with its own look; knows no page's inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from thidua_gui.text import shell
from thidua_gui.ui import icons, theme

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context
    from thidua_gui.ui.page import Page

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
KEY_ROLE = Qt.ItemDataRole.UserRole
ICON_ROLE = Qt.ItemDataRole.UserRole + 1
BADGE_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the program before it is made."""

    key: str
    icon: str
    section: str
    make: Callable[[Context], Page]

    @property
    def title(self) -> str:
        """Word in the sidebar."""
        return shell.PAGE_TITLES[self.key]


@dataclass(frozen=True, slots=True)
class NavRow:
    """A page or a heading (key "") of the list."""

    key: str
    text: str
    icon: str = ""


class NavModel(QAbstractListModel):
    """Pages with the headings of their sections; headings cannot be selected."""

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._badges: dict[str, tuple[str, str]] = {}
        self._rows = self._make_rows(None)

    def set_year(self, year: int | None) -> None:
        """The campaign section names its year."""
        self._rows = self._make_rows(year)
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_badge(self, key: str, text: str, kind: str = "nf") -> None:
        """A count at the right of a page; `kind` "count" makes it stand out."""
        self._badges[key] = (text, kind)
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def index_of(self, key: str) -> QModelIndex:
        """Where a page stands."""
        for row, shown in enumerate(self._rows):
            if shown.key == key:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._rows[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text if row.key else None
        if role == KEY_ROLE:
            return row.key
        if role == ICON_ROLE:
            return row.icon
        if role == BADGE_ROLE:
            return self._badges.get(row.key)
        return None

    def _make_rows(self, year: int | None) -> list[NavRow]:
        rows: list[NavRow] = []
        section = "start"
        for entry in self._entries:
            if entry.section != section and entry.section != "start":
                rows.append(NavRow("", shell.section_title(entry.section, year)))
            section = entry.section
            rows.append(NavRow(entry.key, entry.title, entry.icon))
        return rows

_LEAST_ROOM = 6
"""Above and below a row's letters where the window is low."""


class NavDelegate(QStyledItemDelegate):
    """Draws the sidebar's rows, wide or as a rail of icons."""

    is_rail = False
    _is_tight = False
    _row_height: int | None = None

    def fit(self, height: int, model: QAbstractItemModel) -> bool:
        """Lower rows where not all would stand in that height, down to what can still be hit, and then lines in the
        place of headings; True = changed."""
        before = (self._row_height, self._is_tight)
        usual, least = theme.row_height("body", 14), theme.row_height("body", _LEAST_ROOM)
        for self._is_tight in (False, True):
            wanted = self._room_of_a_row(height, model)
            if wanted >= least:
                break
        self._row_height = max(least, min(usual, wanted))
        return before != (self._row_height, self._is_tight)

    def _room_of_a_row(self, height: int, model: QAbstractItemModel) -> int:
        """What the headings leave to each page."""
        option = QStyleOptionViewItem()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        headings = [index for index in indexes if not index.data(KEY_ROLE)]
        beside = sum(self.sizeHint(option, index).height() for index in headings)
        return (height - beside) // max(1, len(indexes) - len(headings))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(KEY_ROLE):
            return QSize(0, self._row_height or theme.row_height("body", 14))
        if self._is_tight:
            return QSize(0, theme.px(4 if self.is_rail else 9))
        if self.is_rail:
            return QSize(0, theme.px(13))
        return QSize(0, theme.px(30) if index.data() else theme.px(21))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box = option.rect
        if not index.data(KEY_ROLE):
            self._paint_heading(painter, box, index)
        else:
            self._paint_page(painter, box, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, index: Index) -> None:
        text = str(index.data())
        if self.is_rail or self._is_tight or not text:
            side = theme.px(12 if self.is_rail else 20)
            painter.fillRect(QRect(side, box.center().y(), box.width() - 2 * side, 1), theme.colour("border"))
            return
        painter.setFont(theme.font("key", weight=600))
        painter.setPen(theme.colour("text2"))
        painter.drawText(
            box.adjusted(theme.px(20), theme.px(4), 0, 0),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            text,
        )

    def _paint_page(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = box.adjusted(theme.px(8), 0, -theme.px(8), 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface" if chosen else "hover"))
            painter.drawRoundedRect(ground, 4, 4)
        if chosen:
            painter.fillRect(QRect(ground.left(), ground.top() + 6, 3, ground.height() - 12), theme.colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("text"))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 4, 4)
        role = "accentText" if chosen else "text2"
        icon_box = box if self.is_rail else QRect(theme.px(18), box.top(), theme.px(22), box.height())
        icons.paint(painter, str(index.data(ICON_ROLE)), role, icon_box, 20 if self.is_rail else 18)
        if not self.is_rail:
            self._paint_words(painter, box, index, chosen)

    def _paint_words(self, painter: QPainter, box: QRect, index: Index, chosen: bool) -> None:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = box.adjusted(theme.px(48), 0, -theme.px(20), 0)
        badge = index.data(BADGE_ROLE)
        if badge:
            words = words.adjusted(0, 0, -self._paint_badge(painter, words, *badge), 0)
        painter.setFont(theme.font("bodyStrong" if chosen else "body"))
        painter.setPen(theme.colour("accentText" if chosen else "text"))
        text = QFontMetrics(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, left, text)

    def _paint_badge(self, painter: QPainter, words: QRect, text: str, kind: str) -> int:
        painter.setFont(theme.font("captionStrong", numeric=True))
        width = QFontMetrics(painter.font()).horizontalAdvance(text) + theme.px(12)
        height = theme.px(18)
        box = QRect(words.right() - width, words.center().y() - height // 2, width, height)
        strong = kind == "count"
        painter.setPen(theme.colour("accent" if strong else "border"))
        painter.setBrush(theme.colour("accent" if strong else "surfaceAlt"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour("onAccent" if strong else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return width + theme.px(8)
