"""What the chosen pack is: its title, time, legal texts, whether it judges and who vouches for it. Writes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.services.rule_review import PackView
from thidua_gui.text import rule_packs as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.chip import Chip


class PackHead(QWidget):
    """Title and chips, the legal texts, a banner with the reason of a pack that judges nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.title.setWordWrap(True)
        self.year, self.own, self.open = Chip(), Chip(), Chip()
        self.texts, self.origin = _words("table"), _words("caption")
        self.note = Banner()
        first = QHBoxLayout()
        first.setSpacing(theme.px(8))
        first.addWidget(self.title, 1)
        for chip in (self.year, self.own, self.open):
            first.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(first)
        column.addWidget(self.texts)
        column.addWidget(self.origin)
        column.addWidget(self.note)

    def show_pack(self, view: PackView, year_word: str) -> None:
        """`year_word` says of which year it judges, "" if of none on screen."""
        pack = view.pack
        self.title.setText(wording.title(pack))
        self.year.show_state(year_word, "ok")
        self.own.show_state("" if pack.is_shipped else wording.NOT_SHIPPED, "in")
        self.open.show_state(wording.remaining(view.unchecked) if view.unchecked else "", "wa")
        self._show_chips()
        self.texts.setText("; ".join(pack.texts))
        self.origin.setText(wording.origin(pack, view.file))
        self.origin.setToolTip(pack.sha256)
        if pack.is_enabled:
            self.note.silence()
        else:
            self.note.say("wa", wording.not_enabled(pack))


    def show_briefly(self, *, is_low: bool, is_narrow: bool) -> None:
        """Without the legal texts in a low window, without what the list of packs says too in a narrow one."""
        self.texts.setVisible(not is_low)
        self.origin.setVisible(not is_low)
        self.title.setToolTip(f"{self.texts.text()}\n{self.origin.text()}" if is_low else "")
        self._is_narrow = is_narrow
        self._show_chips()

    def _show_chips(self) -> None:
        for chip in (self.year, self.own, self.open):
            chip.setVisible(bool(chip.text()) and not self._is_narrow)


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
