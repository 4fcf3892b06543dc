"""The demo's pictures: every page of the program filled with the data, light, dark and at 150 %."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QPoint, QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from thidua_gui.app import gui, pages
from thidua_gui.core.errors import SystemProblem
from thidua_gui.core.ids import MeetingId, PersonId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services import data_file, meetings, people
from thidua_gui.ui import theme
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Look:
    """One kind of picture: ending of its name, theme, logical size of the window, pixels per logical pixel."""

    ending: str
    theme: theme.ThemeName
    size: tuple[int, int]
    ratio: float


_OF_NO_SCREEN = ("This plugin does not support", "QFontDatabase: Cannot find font directory")  # the latter on Windows
LOOKS = (
    Look("", "light", (1440, 900), 1.0),
    Look("-dark", "dark", (1440, 900), 1.0),
    Look("@150", "light", (1280, 720), 1.5),
)
"""At 150 % the window is that of a full-HD laptop: 1280x720 logical, 1920x1080 pixels."""


def draw(path: Path, folder: Path, clock: Callable[[], datetime]) -> None:
    """Open the data file in a real window and write NAME.png, NAME-dark.png and NAME@150.png of each scene."""
    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_tell)
    app = gui.application()
    before = theme.theme_switch().choice
    with TemporaryDirectory() as own:
        context = gui.make_context(Settings(Path(own)), inline=True, clock=clock)
        window = MainWindow(context, pages.entries())
        window.session.open(path)
        try:
            with _slots_must_not_fail():
                for look in LOOKS:
                    _draw_look(app, window, folder, look)
        finally:
            theme.theme_switch().set_name(before)
            data_file.close()
            window.session.path = None
            window.close()
            context.jobs.stop()
            qInstallMessageHandler(None)


@contextmanager
def _slots_must_not_fail() -> Iterator[None]:
    """Qt goes on after an exception in a slot and tells only the excepthook; a demo with one has failed."""
    raised: list[BaseException] = []
    hook = sys.excepthook
    sys.excepthook = lambda kind, error, frames: raised.append(error)
    try:
        yield
    finally:
        sys.excepthook = hook
    if raised:
        raise raised[0]


def _tell(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    """Qt's warnings as ever, but for what a screenless platform says of every window."""
    if not words.startswith(_OF_NO_SCREEN):
        print(words, file=sys.stderr)


def _draw_look(app: QApplication, window: MainWindow, folder: Path, look: Look) -> None:
    theme.theme_switch().set_name(look.theme)
    window.resize(*look.size)
    window.show()
    for name in _scenes(window):
        settle(app)
        image = picture(window, look.ratio)
        if not image.save(str(folder / f"{name}{look.ending}.png")):
            raise SystemProblem("picture_not_written", name=f"{name}{look.ending}.png")


def _scenes(window: MainWindow) -> Iterator[str]:
    """Bring each scene onto the screen, then give its name."""
    workspace = window.workspace
    if workspace is None:
        raise RuntimeError("the data file is not open")
    person = _somebody(window)
    for key in workspace.entries:
        workspace.open_page(key, person if key == "people" else None)
        yield key
    if person is not None:
        workspace.open_page("scoring", person)
        yield "scoring-sheet"
    meeting = _meeting(window)
    if meeting is not None:
        workspace.open_page("council", meeting)
        yield "council-desk"
    workspace.open_page("scoring", SheetSubject.UNIT)
    yield "scoring-units"
    workspace.open_page("scoring", SheetSubject.PERSON)


def _somebody(window: MainWindow) -> PersonId | None:
    """Whose details are shown: somebody of the largest unit."""
    found: list[PersonId] = []
    campaign = window.context.campaign
    if campaign is not None:
        asked = people.ListFor(campaign.last_day, campaign.year, campaign.id)
        window.context.jobs.run(lambda _: people.people(asked), lambda rows: found.extend(_of_largest_unit(rows)))
    return found[0] if found else None


def _meeting(window: MainWindow) -> MeetingId | None:
    """The first one of the year, if there is one."""
    found: list[MeetingId] = []
    campaign_id = window.context.campaign_id
    if campaign_id is not None:
        window.context.jobs.run(
            lambda _: [row.id for row in meetings.meetings(campaign_id)], lambda ids: found.extend(ids[:1])
        )
    return found[0] if found else None


def _of_largest_unit(rows: Sequence[people.PersonRow]) -> list[PersonId]:
    sizes = Counter(row.unit_id for row in rows)
    return [row.id for row in rows if sizes[row.unit_id] == max(sizes.values())]


def settle(app: QApplication) -> None:
    """Let layouts and paint events come to rest."""
    for _ in range(4):
        app.sendPostedEvents()
        app.processEvents()


def picture(window: MainWindow, ratio: float) -> QImage:
    """The window as pixels."""
    size = QSize(round(window.width() * ratio), round(window.height() * ratio))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    window.render(image, QPoint())
    return image
