"""Who or what is before the council now, and the clock of the item. Asks no service."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.projection import CandidateSlide, Tone
from thidua_gui.services.meeting_views import ItemRow
from thidua_gui.text import council_page as words
from thidua_gui.ui import icons, theme
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip, ChipKind
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.field import set_property
from thidua_gui.ui.widgets.portrait_frame import PortraitFrame

_KINDS: dict[Tone, ChipKind] = {Tone.PASSED: "ok", Tone.FAILED: "er", Tone.OPEN: "wa", Tone.PLAIN: "nf"}


class HeadCard(QFrame):
    """The candidate's card says what the wall may say, and nothing more."""

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._clock = clock
        self._item: ItemRow | None = None
        self._held: int | None = None
        self._since = 0
        self.portrait = PortraitFrame()
        self.portrait.setFixedSize(theme.px(72), theme.px(92))
        self.where, self.name, self.below = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self.where.setProperty("role", "accentStrong")
        self.name.setProperty("role", "title")
        self.below.setProperty("role", "body2")
        self.verdict, self.score, self.titles = Chip("", "ok"), Chip("", "nf", "-"), Chip("", "go")
        self.time, self.plan = QLabel("00:00"), QLabel()
        self.time.setProperty("role", "figure")
        self.plan.setProperty("role", "muted")
        self.pause = icon_button("player-pause", words.PAUSE, bordered=True)
        self.reset = icon_button("refresh", words.RESET, bordered=True)
        self._tick = QTimer(self, interval=500)
        self._lay_out()
        self._tick.timeout.connect(self._show_time)
        self.pause.clicked.connect(self.toggle_clock)
        self.reset.clicked.connect(self.reset_clock)
        self._tick.start()

    def show_item(self, item: ItemRow | None, where: str, slide: CandidateSlide | None, title: str) -> None:
        """The candidate on the operator's desk, else the item itself."""
        if item is None or self._item is None or item.id != self._item.id:
            self._held, self._since = None, 0
        self._item = item
        self.where.setText(where)
        self.name.setText(title if slide is None else slide.name)
        note = "" if item is None else " ".join(item.private_note.split())
        self.below.setText(note if slide is None else slide.below)
        self.portrait.setVisible(slide is not None)
        self.portrait.show_picture(None if slide is None else slide.portrait)
        self._show_chips(slide)
        self._show_time()

    def toggle_clock(self) -> None:
        """Hold the time on show, or let it run on."""
        self._held = self._seconds() if self._held is None else None
        self.pause.setIcon(icons.icon("player-pause" if self._held is None else "player-play"))
        self._show_time()

    def reset_clock(self) -> None:
        """Count from now; what the item took as a whole stays recorded."""
        self._held, self._since = None, self._whole()
        self._show_time()

    def _whole(self) -> int:
        return 0 if self._item is None else self._item.seconds(self._clock())

    def _seconds(self) -> int:
        return max(0, self._whole() - self._since)

    def _show_time(self) -> None:
        seconds = self._seconds() if self._held is None else self._held
        planned = None if self._item is None else self._item.planned_minutes
        over = 0 if planned is None else seconds - planned * 60
        self.time.setText(words.clock(seconds))
        is_over = over > 0
        if bool(self.time.property("over")) != is_over:
            set_property(self.time, "over", is_over)
        self.plan.setText(words.OVER.format(time=words.clock(over)) if is_over else words.planned(planned))

    def _show_chips(self, slide: CandidateSlide | None) -> None:
        found = None if slide is None else slide.conditions
        self.verdict.setVisible(found is not None)
        if found is not None:
            self.verdict.show_state(words.short_conditions(found.words), _KINDS[found.tone])
            self.verdict.setToolTip(f"{found.words}\n{found.detail}")
        score = None if slide is None else slide.score
        self.score.setVisible(score is not None)
        if score is not None:
            self.score.setText(words.short_score(score.total, score.place))
        held: dict[str, list[str]] = {}
        for year in () if slide is None else slide.years:
            if year.is_high:
                held.setdefault(year.title, []).append(year.year)
        self.titles.setVisible(bool(held))
        if held:
            self.titles.show_state("; ".join(f"{title} {', '.join(years)}" for title, years in held.items()), "go")

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(theme.px(8))
        for chip in (self.verdict, self.score, self.titles):
            chips.addWidget(chip)
        chips.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(theme.px(4))
        for widget in (self.where, self.name, self.below):
            told.addWidget(widget)
        told.addLayout(chips)
        told.addStretch(1)
        caption = QLabel(words.ITEM_TIME)
        caption.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.pause)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        clock = QVBoxLayout()
        clock.setSpacing(theme.px(2))
        for label in (caption, self.time, self.plan):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            clock.addWidget(label)
        clock.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        whole.setSpacing(theme.px(16))
        whole.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(told, 1)
        whole.addWidget(line(upright=True))
        whole.addLayout(clock)
