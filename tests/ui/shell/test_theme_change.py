"""A change of look tells every widget; Python throws none away meanwhile: Qt would follow a bare pointer into it."""

import gc

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thidua_gui.ui import theme


class Watcher(QWidget):
    """Notes whether garbage could be collected while it was told of a new style."""

    def __init__(self) -> None:
        super().__init__()
        self.collecting: list[bool] = []

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.collecting.append(gc.isenabled())
        super().changeEvent(event)


def test_no_forgotten_widget_is_collected_while_the_look_changes(qtbot: QtBot) -> None:
    watcher = Watcher()
    qtbot.addWidget(watcher)
    watcher.show()
    watcher.collecting.clear()
    theme.theme_switch().set_name("dark")
    assert watcher.collecting
    assert not any(watcher.collecting)
    assert gc.isenabled()
