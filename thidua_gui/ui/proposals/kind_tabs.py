"""One tab for each title and form, titles apart from forms; those of higher levels in a menu. Asks nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QWidget

from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.awards import Level
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.vietnamese import grouped
from thidua_gui.services.proposal_views import KindTab
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.chip import Chip


class _Bar(QTabBar):
    """Never keeps the page from being narrower: it scrolls."""

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), super().minimumSizeHint().height())


class KindTabs(QWidget):
    """`picked` carries the key of a kind that the user went to."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar()
        self.bar.setAccessibleName(wording.KINDS)
        self.bar.setUsesScrollButtons(True)
        self.bar.setExpanding(False)
        self.bar.setProperty("compact", True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.others = push("", "chevron-down", "link")
        self.others.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._tabs: dict[str, KindTab] = {}
        self._kinds: Mapping[str, ListedKind] = {}
        self._current = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.bar, 1)
        row.addWidget(self.others)
        self.bar.currentChanged.connect(self._on_changed)
        self.others.clicked.connect(self.open_others)

    @property
    def current(self) -> KindTab | None:
        """The kind whose list is shown."""
        return self._tabs.get(self._current)

    @property
    def current_kind(self) -> str:
        """Its key, also of one that is wanted and not there yet."""
        return self._current

    def want(self, kind: str) -> None:
        """The kind to be shown when the tabs are filled next."""
        self._current = kind

    def show_tabs(self, tabs: Sequence[KindTab], kinds: Mapping[str, ListedKind], current: str = "") -> None:
        """Other kinds or counts; the same kind stays current while it is still there, else the first with proposals."""
        self._tabs, self._kinds = {tab.kind: tab for tab in tabs}, kinds
        wanted = current or self._current
        if wanted not in self._tabs:
            wanted = next((tab.kind for tab in tabs if tab.count), next(iter(self._tabs), ""))
        self._current = wanted
        self._fill()

    def choose(self, kind: str) -> None:
        """As a click on its tab, or its line in the menu."""
        if kind in self._tabs and kind != self._current:
            self._current = kind
            self._fill()
            self.picked.emit(kind)

    def step(self, by: int) -> None:
        """The next kind of the bar, round the end."""
        places = [place for place in range(self.bar.count()) if self.bar.isTabEnabled(place)]
        if places:
            at = places.index(self.bar.currentIndex()) if self.bar.currentIndex() in places else 0
            self.bar.setCurrentIndex(places[(at + by) % len(places)])

    def open_others(self) -> None:
        """What has no tab."""
        menu = QMenu(self)
        for tab in self._hidden():
            menu.addAction(_words(tab)).triggered.connect(lambda _=False, kind=tab.kind: self.choose(kind))
        menu.popup(self.others.mapToGlobal(QPoint(0, self.others.height())))

    def kinds(self) -> list[str]:
        """Keys of the kinds that have a tab, left to right."""
        found = (self.bar.tabData(place) for place in range(self.bar.count()))
        return [str(kind) for kind in found if kind]

    def _fill(self) -> None:
        self.bar.blockSignals(True)
        while self.bar.count():
            self.bar.removeTab(self.bar.count() - 1)
        before: TitleGroup | None = None
        for tab in self._shown():
            kind = self._kinds.get(tab.kind)
            if kind is not None and kind.group is not before:
                self._add_heading(kind.group)
                before = kind.group
            self._add(tab)
        self.bar.blockSignals(False)
        hidden = self._hidden()
        self.others.setText(wording.others(len(hidden)))
        self.others.setToolTip("\n".join(_words(tab) for tab in hidden))
        self.others.setVisible(bool(hidden))

    def _add_heading(self, group: TitleGroup) -> None:
        place = self.bar.addTab(wording.GROUPS[group])
        self.bar.setTabEnabled(place, False)

    def _add(self, tab: KindTab) -> None:
        place = self.bar.addTab(tab.short)
        self.bar.setTabData(place, tab.kind)
        self.bar.setTabToolTip(place, _words(tab))
        self.bar.setAccessibleTabName(place, _words(tab))
        self.bar.setTabButton(place, QTabBar.ButtonPosition.RightSide, _count(tab.count))
        if tab.kind == self._current:
            self.bar.setCurrentIndex(place)

    def _shown(self) -> list[KindTab]:
        """Those with proposals, those that the school itself gives, and the one that is on screen."""
        return [tab for tab in self._tabs.values() if tab.count or self._is_own(tab) or tab.kind == self._current]

    def _is_own(self, tab: KindTab) -> bool:
        kind = self._kinds.get(tab.kind)
        return kind is not None and kind.level is Level.GRASSROOTS

    def _hidden(self) -> list[KindTab]:
        shown = {tab.kind for tab in self._shown()}
        return [tab for tab in self._tabs.values() if tab.kind not in shown]

    def _on_changed(self, place: int) -> None:
        kind = self.bar.tabData(place)
        if kind and kind != self._current:
            self._current = str(kind)
            self.picked.emit(self._current)


def _count(number: int) -> QWidget:
    """In a frame, with the gap to the next tab."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, theme.px(8), 0)
    row.addWidget(Chip(grouped(number), "nf", "-"))
    return holder


def _words(tab: KindTab) -> str:
    return f"{tab.name}: {grouped(tab.count)}"
