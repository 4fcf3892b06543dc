"""Above a sheet: who it is of, where in the list, which stage is typed, why nothing may be. Knows no service call."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.ids import StageId
from thidua_gui.services.scoring import Board
from thidua_gui.text import score_sheet as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.portrait_frame import PortraitFrame
from thidua_gui.ui.widgets.segmented import Choice, Segmented


class SheetHead(QWidget):
    """The stages stand side by side; a closed one says so below."""

    stage_picked = Signal(object)
    """StageId."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.portrait = PortraitFrame()
        self._name = ElidedLabel()
        self._name.setProperty("role", "section")
        self._post = ElidedLabel()
        self._post.setProperty("role", "muted")
        self._place = _label("muted")
        self._stages = Segmented(name=wording.STAGES)
        self._notice = _label("muted")
        self._lay_out()
        self._stages.picked.connect(self.stage_picked)

    def show_names(self, name: str, facts: str, place: str, *, has_portrait: bool) -> None:
        """Who it is, what else is to know, and the place in the list; a unit has no portrait."""
        self.portrait.setVisible(has_portrait)
        self._name.setText(name)
        self._post.setText(facts)
        self._place.setText(place)

    def show_stages(self, board: Board, stage: StageId, *, frozen: bool) -> None:
        """The stage on view; `frozen` = the year is closed."""
        choices = [Choice(item.id, wording.STAGE_LONG[item.key]) for item in board.stages]
        if choices != [segment.choice for segment in self._stages.segments()]:
            self._stages.set_choices(choices)
        self._stages.set_current(stage)
        is_closed = next((item.closed_at for item in board.stages if item.id == stage), None) is not None
        sentence = wording.CLOSED_YEAR if frozen else wording.CLOSED_STAGE if is_closed else ""
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))

    @property
    def is_editable(self) -> bool:
        """Neither the stage nor the year is closed."""
        return not self._notice.text()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(theme.px(1))
        names.addWidget(self._name)
        names.addWidget(self._post)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        head.setSpacing(theme.px(12))
        head.addWidget(self.portrait)
        head.addLayout(names, 1)
        head.addWidget(self._place)
        head.addWidget(self._stages)
        notice = QHBoxLayout()
        notice.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        notice.addWidget(self._notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(notice)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label
