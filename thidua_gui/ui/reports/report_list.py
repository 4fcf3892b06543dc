"""The list of reports under their groups. Knows no content."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from thidua_gui.text import reports as wording
from thidua_gui.ui import icons, theme

_REPORT_ROLE = Qt.ItemDataRole.UserRole


class Report(StrEnum):
    """The reports of this version."""

    SCORES = "score-summary"
    SHEETS = "score-sheets"
    TARGETS = "target-report"

    @property
    def label(self) -> str:
        """Its name on screen and in the print queue."""
        return _TITLES[self]


_TITLES = {
    Report.SCORES: wording.SCORE_SUMMARY,
    Report.SHEETS: wording.SCORE_SHEETS,
    Report.TARGETS: wording.TARGET_REPORT,
}
_GROUPS = ((wording.GROUP_SCORES, (Report.SCORES, Report.SHEETS)), (wording.GROUP_TARGETS, (Report.TARGETS,)))


class ReportList(QTreeView):
    """One report is always chosen."""

    chosen = Signal(object)
    """Report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._items: dict[Report, QStandardItem] = {}
        for group, reports in _GROUPS:
            head = QStandardItem(group)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(theme.font("tableStrong"))
            head.setSizeHint(QSize(0, theme.row_height(spare=18)))
            for report in reports:
                item = QStandardItem(icons.icon("file-type-pdf"), report.label)
                item.setData(report, _REPORT_ROLE)
                item.setEditable(False)
                item.setSizeHint(QSize(0, theme.row_height(spare=18)))
                head.appendRow(item)
                self._items[report] = item
            self._model.appendRow(head)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(theme.px(12))
        self.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setProperty("bare", True)
        self.setAccessibleName(wording.LIST)
        self.expandAll()
        self.choose(Report.SCORES)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())

    def current(self) -> Report:
        """The chosen report."""
        report = self.currentIndex().data(_REPORT_ROLE)
        return Report(report) if report is not None else Report.SCORES

    def choose(self, report: Report) -> None:
        """Choose a report."""
        self.setCurrentIndex(self._items[report].index())

    def _tell(self) -> None:
        if self.currentIndex().data(_REPORT_ROLE) is not None:
            self.chosen.emit(self.current())
