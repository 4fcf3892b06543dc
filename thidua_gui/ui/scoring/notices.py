"""What is said above the score board: a closed stage, a refusal, ratings that became doubtful. Knows no service."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_gui.text import stage_closing as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.banner import Banner, BannerKind
from thidua_gui.ui.widgets.buttons import push


class Notices(QWidget):
    """Hidden while there is nothing to say."""

    reopen_wanted = Signal()
    doubtful_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner(closable=True)
        self.doubtful = Banner()
        self.keep = push(wording.KEEP_RATINGS, "check")
        row = self.doubtful.layout()
        if isinstance(row, QHBoxLayout):
            row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(self.banner)
        column.addWidget(self.doubtful)
        self.hide()
        self.banner.acted.connect(self.reopen_wanted)
        self.banner.closed.connect(self._follow)
        self.doubtful.acted.connect(self.doubtful_wanted)
        self.keep.clicked.connect(self.keep_wanted)

    def say(self, kind: BannerKind, words: str, action: str = "", *, icon: str = "") -> None:
        """One sentence about the stage, the year or what was refused."""
        self.banner.say(kind, words, action, icon=icon)
        self._follow()

    def silence(self) -> None:
        """Nothing to say about the stage."""
        self.banner.silence()
        self._follow()

    def count_doubtful(self, count: int) -> None:
        """How many decided ratings wait for somebody to look at them."""
        if count:
            self.doubtful.say("wa", wording.doubtful(count), wording.SHOW_DOUBTFUL)
        else:
            self.doubtful.silence()
        self._follow()

    def _follow(self) -> None:
        self.setVisible(not (self.banner.isHidden() and self.doubtful.isHidden()))
