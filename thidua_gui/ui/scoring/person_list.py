"""The people of a unit beside the sheet: who is scored, who is not. Holds a snapshot; writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_gui.core.ids import SubjectId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.text import score_sheet as wording
from thidua_gui.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One line: the label tells namesakes apart; `total` of the active stage, None while incomplete."""

    id: SubjectId
    label: str
    total: Points | None
    has_problem: bool


class PersonList(QListView):
    """Up and Down change the person at once."""

    chosen = Signal(object)
    """SubjectId."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _PeopleModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_PersonDelegate(self))
        self.setUniformItemSizes(True)
        self.setProperty("bare", True)
        self.setAccessibleName(wording.PEOPLE[SheetSubject.PERSON])
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_people(self, people: Sequence[ListedPerson], current: SubjectId | None) -> None:
        """Show these, with one of them chosen; tells nobody."""
        with _Silence(self):
            self._model.set_people(people)
            place = next((place for place, person in enumerate(people) if person.id == current), -1)
            self.setCurrentIndex(self._model.index(place) if place >= 0 else QModelIndex())

    def step(self, by: int) -> None:
        """To the next or previous person; stays at the ends."""
        place = max(0, min(self._model.rowCount() - 1, self.currentIndex().row() + by))
        self.setCurrentIndex(self._model.index(place))

    def place(self) -> int:
        """Place of the chosen person, from 0; -1 without one."""
        return self.currentIndex().row()

    def count(self) -> int:
        """How many are listed."""
        return self._model.rowCount()

    def _on_current(self, current: QModelIndex) -> None:
        person = current.data(Qt.ItemDataRole.UserRole)
        if isinstance(person, ListedPerson):
            self.chosen.emit(person.id)


class _Silence:
    """Keeps the list's own signals back while it is filled."""

    def __init__(self, view: PersonList) -> None:
        self._view = view

    def __enter__(self) -> None:
        self._view.blockSignals(True)

    def __exit__(self, *_: object) -> None:
        self._view.blockSignals(False)


class _PeopleModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[ListedPerson, ...] = ()

    def set_people(self, people: Sequence[ListedPerson]) -> None:
        """Only values changed when the same people stand in the same order: then the view keeps its place."""
        same = [person.id for person in people] == [person.id for person in self._people]
        if same:
            self._people = tuple(people)
            self.dataChanged.emit(self.index(0), self.index(len(self._people) - 1))
            return
        self.beginResetModel()
        self._people = tuple(people)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return person
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.person_spoken(person.label, person.total, person.has_problem)
        return person.label if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None


class _PersonDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(160), theme.row_height(spare=18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(person, ListedPerson):
            return
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.colour("selection" if chosen else "surface"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accentText"))
        icon, role = _sign(person)
        icons.paint(painter, icon, role, QRect(box.left() + theme.px(10), box.top(), theme.px(24), box.height()), 16)
        total = wording.NOTHING if person.total is None else str(person.total)
        painter.setFont(theme.font("tableStrong", numeric=True))
        painter.setPen(theme.colour("text" if person.total is not None else "text3"))
        figure = QRect(box.right() - theme.px(62), box.top(), theme.px(50), box.height())
        painter.drawText(figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, total)
        name = QRect(box.left() + theme.px(40), box.top(), figure.left() - box.left() - theme.px(44), box.height())
        painter.setFont(theme.font("tableStrong" if chosen else "table"))
        painter.setPen(theme.colour("text"))
        shown = QFontMetrics(painter.font()).elidedText(person.label, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _sign(person: ListedPerson) -> tuple[str, str]:
    if person.has_problem:
        return "alert-circle", "error"
    return ("circle-check", "success") if person.total is not None else ("clock", "warning")
