"""The keys and menus of the main window; each action once, so that menus and the sheet of keys agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from thidua_gui.text import shell
from thidua_gui.ui import icons, theme
from thidua_gui.ui.look_choice import SCALE_KEY, THEME_KEY
from thidua_gui.ui.settings import user_folder

if TYPE_CHECKING:
    from thidua_gui.ui.main_window import MainWindow
    from thidua_gui.ui.sidebar import SchoolButton

PAGE_KEYS = 9
LOOKS = cast(Mapping[theme.ThemeChoice, str], shell.LOOKS)
Key = TypeVar("Key", bound=str | float)


class Actions(QObject):
    """Every action of the window; those about a file are off while none is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._needs_file: list[QAction] = []
        self._listed: list[QAction] = []
        self.find = self._add(shell.FIND, "Ctrl+K", window.start_search, "search")
        for place, entry in enumerate(window.entries[:PAGE_KEYS], start=1):
            self._add(shell.go_to_page(entry.title), f"Ctrl+{place}", partial(window.open_page, entry.key))
        self.undo = self._add(shell.UNDO, "Ctrl+Z", window.undo, "arrow-back-up")
        self.redo = self._add(shell.REDO, "Ctrl+Y", window.redo, "arrow-forward-up")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.backup = self._add(shell.BACKUP_NOW, "Ctrl+S", window.session.back_up, "device-floppy")
        self.sidebar = self._add(shell.TOGGLE_SIDEBAR, "Ctrl+B", window.toggle_sidebar)
        self.next_pane = self._add(shell.NEXT_PANE, "F6", partial(window.next_pane, 1))
        self.previous_pane = self._add(shell.PREVIOUS_PANE, "Shift+F6", partial(window.next_pane, -1))
        self.keys = self._add(shell.SHORTCUTS, "F1", window.show_keys, "keyboard", needs_file=False)
        self.full_screen = self._add(shell.FULL_SCREEN, "F11", window.full_screen, "maximize", needs_file=False)
        self.open = self._add(shell.OPEN_FILE, "Ctrl+O", self.ask_file, "folder-open", needs_file=False)
        self.new = self._add(shell.NEW_FILE, "", self._new_file, "plus", needs_file=False)
        self.close = self._add(shell.CLOSE_FILE, "", window.session.close, "home")
        self.quit = self._add(shell.QUIT, "Ctrl+Q", window.close, "x", needs_file=False)

    def listed(self) -> list[QAction]:
        """For the sheet of keys, in its order."""
        return [action for action in self._listed if action.isEnabled()]

    def set_file_open(self, is_open: bool) -> None:
        """Switch the actions that need a data file."""
        for action in self._needs_file:
            action.setEnabled(is_open)

    def fill_menu(self, button: SchoolButton) -> None:
        """Hang the menu of the data file on the school's button."""
        menu = QMenu(button)
        menu.addAction(self.open)
        menu.addMenu(self._recent(menu))
        menu.addAction(self.new)
        menu.addAction(self.backup)
        menu.addSeparator()
        menu.addAction(self.undo)
        menu.addAction(self.redo)
        menu.addSeparator()
        menu.addMenu(self._looks(menu))
        menu.addMenu(self._scales(menu))
        menu.addAction(self.full_screen)
        menu.addAction(self.keys)
        menu.addSeparator()
        menu.addAction(self.close)
        menu.addAction(self.quit)
        button.menu = menu

    def ask_file(self) -> None:
        """Let the user choose a data file and open it."""
        from PySide6.QtWidgets import QFileDialog

        current = self._window.session.path
        folder = str(current.parent if current is not None else user_folder())
        name, _ = QFileDialog.getOpenFileName(self._window, shell.OPEN_FILE.rstrip("."), folder, shell.FILE_FILTER)
        if name:
            self._window.session.open(Path(name))

    def open_recent(self, path: Path) -> None:
        """Open a file of the list, or say that it is gone."""
        if path.exists():
            self._window.session.open(path)
        else:
            from thidua_gui.ui import messages

            messages.tell(self._window, shell.NOT_OPENED, shell.file_gone(str(path)))

    def _add(
        self, words: str, key: str, do: Callable[[], object], icon: str = "", *, needs_file: bool = True
    ) -> QAction:
        action = QAction(words, self._window)
        if key:
            action.setShortcut(QKeySequence(key))
        if icon:
            action.setIcon(icons.icon(icon))
        action.triggered.connect(lambda _=False: do())
        self._window.addAction(action)
        self._listed.append(action)
        if needs_file:
            self._needs_file.append(action)
            action.setEnabled(False)
        return action

    def _new_file(self) -> None:
        from thidua_gui.ui.first_run.new_file import ask_new_file

        ask_new_file(self._window, self._window.context, self._window.session)

    def _recent(self, parent: QMenu) -> QMenu:
        menu = QMenu(shell.RECENT_FILES, parent)
        for path in self._window.context.settings.recent_files():
            if path != self._window.session.path:
                menu.addAction(str(path)).triggered.connect(partial(self.open_recent, path))
        menu.setEnabled(not menu.isEmpty())
        return menu

    def _looks(self, parent: QMenu) -> QMenu:
        def pick(choice: theme.ThemeChoice) -> None:
            self._window.context.settings.put_text(THEME_KEY, choice)
            theme.theme_switch().set_name(choice)

        return _choices(parent, shell.LOOK, LOOKS, lambda: theme.theme_switch().choice, pick)

    def _scales(self, parent: QMenu) -> QMenu:
        def pick(scale: float) -> None:
            self._window.context.settings.put_number(SCALE_KEY, scale)
            theme.theme_switch().set_scale(scale)

        words = {scale: shell.percent(scale) for scale in theme.SCALES}
        return _choices(parent, shell.LETTER_SIZE, words, lambda: theme.theme_switch().scale, pick)


def _choices(
    parent: QMenu, title: str, words: Mapping[Key, str], current: Callable[[], Key], pick: Callable[[Key], None]
) -> QMenu:
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    for key, text in words.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(key)
        action.triggered.connect(partial(_pick, pick, key))
        group.addAction(action)

    def mark() -> None:
        for action in group.actions():
            action.setChecked(action.data() == current())

    menu.aboutToShow.connect(mark)
    return menu


def _pick(pick: Callable[[Key], None], key: Key) -> None:
    """Once the menu is gone: a new letter size builds the window anew, and the menu with it."""
    QTimer.singleShot(0, lambda: pick(key))
