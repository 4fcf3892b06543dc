"""What the overview opens to be read: the people behind a target. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_gui.services.target_facts import TargetLine, TargetSubject
from thidua_gui.text import overview as wording
from thidua_gui.ui import icons, theme
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.empty_state import EmptyState

Index = QModelIndex | QPersistentModelIndex
_SIGN = {True: ("circle-check", "success"), False: ("alert-circle", "error"), None: ("clock", "text2")}


class SubjectsDialog(Dialog):
    """Who meets a target and who does not; those who lack it stand first."""

    person_wanted = Signal(object)
    """PersonId to be shown on the people's page."""

    def __init__(
        self, target: TargetLine, subjects: Sequence[TargetSubject], parent: QWidget | None = None
    ) -> None:
        title = f"{target.code}. {target.content}"
        super().__init__(parent, title, wording.CLOSE, text=wording.target_summary(target.bound, target.counted))
        self.secondary.hide()
        self._view = QListView()
        self._view.setModel(_SubjectsModel(subjects, self))
        self._view.setItemDelegate(_SubjectDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setAccessibleName(title)
        self._view.activated.connect(self._open)
        self._view.setVisible(bool(subjects))
        self.body.addWidget(self._view, 1)
        if not subjects:
            self.body.addWidget(EmptyState("clock", wording.NO_SUBJECTS, wording.NO_SUBJECTS_WHY), 1)
        self.resize(theme.px(560), theme.px(560))

    def _open(self, index: QModelIndex) -> None:
        subject = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(subject, TargetSubject) and subject.person_id is not None:
            self.accept()
            self.person_wanted.emit(subject.person_id)


class _SubjectsModel(QAbstractListModel):
    def __init__(self, subjects: Sequence[TargetSubject], parent: QWidget) -> None:
        super().__init__(parent)
        self._subjects = tuple(subjects)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._subjects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        subject = self._subjects[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return subject
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return wording.subject_spoken(subject.name, subject.unit_name, subject.met)
        return None


class _SubjectDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(240), theme.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        subject = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(subject, TargetSubject):
            return
        box = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.colour("selection" if chosen else "surface"))
        icon, role = _SIGN[subject.met]
        icons.paint(painter, icon, role, QRect(box.left() + theme.px(8), box.top(), theme.px(20), box.height()), 16)
        middle = box.left() + theme.px(36) + round((box.width() - theme.px(44)) * 0.5)
        name = QRect(box.left() + theme.px(36), box.top(), middle - box.left() - theme.px(44), box.height())
        unit = QRect(middle, box.top(), box.right() - middle - theme.px(8), box.height())
        for text, place, colour in ((subject.name, name, "text"), (subject.unit_name, unit, "text2")):
            painter.setFont(theme.font("table"))
            painter.setPen(theme.colour(colour))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
