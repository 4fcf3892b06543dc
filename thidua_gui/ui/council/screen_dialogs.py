"""Which screen the room looks at, and whether the show may end: the program never decides that alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from thidua_gui.text import council_page as words
from thidua_gui.ui.council.screens import ScreenNumber, identify
from thidua_gui.ui.council.show import Show
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog


def ask_start(parent: QWidget, show: Show, began: Callable[[], None]) -> None:
    """The screen of last time at once if it is there; with one screen only a rehearsal is offered."""
    operators = parent.screen()
    remembered = show.projector.offered(operators)
    if remembered is not None:
        show.begin(remembered)
        began()
        return
    ScreenDialog(parent, show, show.screens(), operators, began).open()


def ask_stop(parent: QWidget, show: Show) -> None:
    """Esc alone never ends the show."""
    asked = Dialog(parent, words.STOP_TITLE, words.STOP, text=words.STOP_TEXT)
    asked.accepted.connect(show.stop)
    asked.open()


class ScreenDialog(Dialog):
    """Every screen with the number that stands on it now."""

    def __init__(
        self, parent: QWidget, show: Show, screens: list[QScreen], operators: QScreen, began: Callable[[], None]
    ) -> None:
        is_one = len(screens) < 2
        super().__init__(
            parent, words.ONE_SCREEN if is_one else words.CHOOSE_SCREEN,
            words.REHEARSE if is_one else words.PROJECT,
            text=words.ONE_SCREEN_TEXT if is_one else words.CHOOSE_SCREEN_TEXT,
        )  # fmt: skip
        self._show, self._screens, self._began, self._is_one = show, screens, began, is_one
        self._numbers: list[ScreenNumber] = [] if is_one else identify(screens)
        self.choices = QButtonGroup(self)
        if not is_one:
            self._offer(operators)
            self.rehearse = push(words.REHEARSE, "presentation")
            self.rehearse.clicked.connect(self._rehearse)
            self.add_button(self.rehearse)

    def submit(self) -> None:
        if self._is_one:
            self._rehearse()
            return
        self._show.begin(self._screens[self.choices.checkedId()])
        self.accept()
        self._began()

    def _rehearse(self) -> None:
        self._show.rehearse()
        self.accept()
        self._began()

    def _offer(self, operators: QScreen) -> None:
        for place, screen in enumerate(self._screens):
            size = screen.size() * screen.devicePixelRatio()
            told = words.SCREEN.format(
                number=place + 1, name=screen.model() or screen.name(), width=size.width(), height=size.height()
            )
            is_own = screen is operators
            choice = QRadioButton(words.OWN_SCREEN.format(screen=told) if is_own else told)
            self.choices.addButton(choice, place)
            self.body.addWidget(choice)
            if not is_own and self.choices.checkedId() < 0:
                choice.setChecked(True)
        if self.choices.checkedId() < 0:
            self.choices.button(0).setChecked(True)
