"""What the room sees: nothing new unless it was put up, dark at once, never a failing slide."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from tests.ui.council import views
from thidua_gui.ui import theme
from thidua_gui.ui.council import wall as wall_module
from thidua_gui.ui.council.wall import Cover, Wall
from thidua_gui.ui.council.wall_views import Mirror, ProjectorWindow

SIZE = QSize(1366, 768)
BLACK = QColor("black")


@pytest.fixture
def wall(qapp) -> Wall:
    theme.load_fonts()
    made = Wall(views.WAITING)
    made.set_size(SIZE)
    return made


def is_black(wall: Wall) -> bool:
    picture = wall.picture()
    return all(picture.pixelColor(x, 300) == BLACK for x in range(0, SIZE.width(), 50))


def test_before_the_first_slide_the_room_sees_the_waiting_slide(wall):
    waiting = wall.picture()
    wall.show_view(views.candidate())
    assert wall.picture() != waiting
    wall.toggle(Cover.WAITING)
    assert wall.picture() == waiting


def test_the_same_slide_put_up_again_is_taken_down(wall):
    waiting = wall.picture()
    wall.show_view(views.candidate())
    wall.show_view(views.candidate())
    assert wall.view is None
    assert wall.picture() == waiting


def test_black_covers_the_slide_and_goes_again(wall):
    wall.show_view(views.candidate())
    shown = wall.picture()
    wall.toggle(Cover.BLACK)
    assert is_black(wall)
    wall.toggle(Cover.BLACK)
    assert wall.picture() == shown


def test_a_new_slide_uncovers_the_wall(wall):
    wall.toggle(Cover.BLACK)
    wall.show_view(views.candidate())
    assert wall.cover is Cover.NONE
    assert not is_black(wall)


def test_a_frozen_picture_stays_while_the_operator_goes_on(wall):
    wall.show_view(views.candidate())
    shown = wall.picture()
    wall.freeze(True)
    wall.show_view(views.result(8, 7))
    assert wall.picture() == shown
    wall.freeze(False)
    assert wall.picture() != shown


def test_black_goes_through_a_frozen_picture(wall):
    wall.show_view(views.candidate())
    wall.freeze(True)
    wall.toggle(Cover.BLACK)
    assert is_black(wall)


def test_a_slide_that_fails_shows_the_waiting_slide_and_tells_the_operator(wall, monkeypatch):
    waiting, told = wall.picture(), []
    wall.failed.connect(told.append)
    painted = wall_module.paint_slide

    def failing(view, *rest):
        if view != views.WAITING:
            raise ValueError("portrait of nobody")
        return painted(view, *rest)

    monkeypatch.setattr(wall_module, "paint_slide", failing)
    wall.show_view(views.candidate())
    assert wall.picture() == waiting
    assert "portrait of nobody" in told[0]


def test_if_even_the_waiting_slide_fails_the_room_sees_a_plain_colour(wall, monkeypatch):
    def failing(*_):
        raise ValueError

    monkeypatch.setattr(wall_module, "paint_slide", failing)
    wall.show_view(views.candidate())
    colours = {wall.picture().pixelColor(x, y).name() for x in range(0, 1366, 100) for y in range(0, 768, 100)}
    assert len(colours) == 1


def test_words_too_long_for_a_slide_are_told_to_the_operator(wall):
    told = []
    wall.cut.connect(told.append)
    wall.show_view(views.candidate(name="Nguyễn" * 40))
    assert told == [("Nguyễn" * 40,)]


@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)])
def test_the_projector_shows_the_pixels_of_the_picture(wall, qtbot, size):
    window = ProjectorWindow(wall)
    qtbot.addWidget(window)
    window.resize(size)
    wall.show_view(views.result(8, 8, 7, 7, 7, 6, 4, 0))
    assert window.grab().toImage().convertToFormat(wall.picture().format()) == wall.picture()


@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)])
def test_a_mirror_as_large_as_the_screen_shows_the_same_pixels(wall, qtbot, size):
    mirror = Mirror(wall)
    qtbot.addWidget(mirror)
    wall.set_size(size)
    mirror.resize(size)
    wall.show_view(views.candidate())
    assert mirror.grab().toImage().convertToFormat(wall.picture().format()) == wall.picture()


def test_a_mirror_has_the_shape_of_the_room_s_screen(wall, qtbot):
    mirror = Mirror(wall)
    qtbot.addWidget(mirror)
    wall.set_size(QSize(1024, 768))
    assert mirror.heightForWidth(400) == 300


def test_the_window_asks_before_it_closes(wall, qtbot):
    window = ProjectorWindow(wall)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.close_asked):
        window.close()
    assert window.isVisible()
    window.take_down()
    assert not window.isVisible()


def test_escape_never_ends_the_show_by_itself(wall, qtbot):
    window = ProjectorWindow(wall)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.close_asked):
        qtbot.keyClick(window, "\x1b")
    assert window.isVisible()
    window.take_down()
