"""Every page of the program over the sample year in the main window: where keys go, what is shown, what is named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from tests.ui.shell.sample_window import KEYS
from tests.ui.shell.sample_window import sample_file as sample_file
from tests.ui.shell.sample_window import window as window
from tests.ui.shell.sample_window import workspace as workspace
from tests.ui.shell.sample_window import year as year
from thidua_gui.ui.workspace import Workspace


class Shown(QObject):
    """Remembers every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_page_shows_a_window_of_its_own(workspace: Workspace) -> None:
    shown = Shown()
    QApplication.instance().installEventFilter(shown)  # type: ignore[union-attr]
    for key in KEYS:
        workspace.open_page(key)
        QApplication.processEvents()
    assert shown.windows == []


@pytest.mark.parametrize("start", ["scoring", "people"])
def test_a_page_that_is_opened_from_inside_another_gets_the_keys_in_its_first_pane(
    workspace: Workspace, start: str
) -> None:
    astray = []
    for key in [one for one in KEYS if one != start]:
        workspace.open_page(start)
        (workspace.pages[start].first_pane() or workspace).setFocus()
        workspace.open_page(key)
        QApplication.processEvents()
        wanted, focused = workspace.pages[key].first_pane(), workspace.window().focusWidget()
        if wanted is not None and focused not in (wanted, wanted.focusProxy()):
            astray.append((key, wanted, focused))
    assert astray == []


def is_nameless(widget: QWidget) -> bool:
    """The keyboard gets there, but a screen reader has nothing to say."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit)
    if not isinstance(widget, kinds) or not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return not (widget.accessibleName() or words)


def test_whatever_the_keyboard_reaches_has_a_name(workspace: Workspace) -> None:
    nameless = []
    for key in KEYS:
        workspace.open_page(key)
        QApplication.processEvents()
        found = [one for one in workspace.pages[key].findChildren(QWidget) if is_nameless(one)]
        nameless += [f"{key}: {type(one).__name__} in {type(one.parentWidget()).__name__}" for one in found]
    assert nameless == []
