"""Run by test_two_screens in a process of its own with two screens: shows, unplugs, plugs in, prints what happened."""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.council import views
from thidua_gui.ui import theme
from thidua_gui.ui.council.screens import Projector, facts_of
from thidua_gui.ui.council.wall import Wall
from thidua_gui.ui.settings import Settings


def main(folder: Path) -> dict[str, object]:
    app = QApplication([])
    theme.load_fonts()
    laptop, beamer = app.screens()
    desk = QWidget()
    desk.setScreen(laptop)
    wall = Wall(views.WAITING)
    projector = Projector(wall, Settings(folder))
    told: dict[str, object] = {"offered_first": projector.offered(laptop) is not None}
    projector.start_on(beamer)
    wall.show_view(views.candidate())
    app.processEvents()
    told["on"] = projector.window.screen().name()
    told["covers"] = projector.window.geometry() == beamer.geometry()
    told["pixels"] = [wall.size.width(), wall.size.height()]
    app.screenRemoved.emit(beamer)
    told["hidden_when_unplugged"] = not projector.window.isVisible() and projector.is_waiting_for_screen
    told["slide_kept"] = wall.view == views.candidate()
    app.screenAdded.emit(laptop)
    told["never_on_the_laptop"] = not projector.window.isVisible()
    app.screenAdded.emit(beamer)
    app.processEvents()
    told["back"] = projector.window.isVisible() and projector.window.screen().name() == beamer.name()
    projector.stop()
    told["gone"] = not projector.window.isVisible() and not projector.is_showing
    told["offered_again"] = Projector(wall, Settings(folder)).offered(laptop) is beamer
    told["not_over_the_operator"] = Projector(wall, Settings(folder)).offered(beamer) is None
    told["facts"] = facts_of(beamer).name
    return told


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
