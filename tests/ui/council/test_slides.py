"""Slides at the sizes of real projectors: nothing cut, nothing too small, the same words the same picture."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter

from tests.ui.council import views
from thidua_gui.core.projection import rows_on
from thidua_gui.ui.council import slide_pen
from thidua_gui.ui.council.slides import paint_slide

SIZES = [(1920, 1080), (1366, 768), (1280, 800), (1024, 768)]


@pytest.fixture(autouse=True)
def dressed(qapp):
    from thidua_gui.ui import theme

    theme.load_fonts()


def painted(view, width, height) -> tuple[QImage, tuple[str, ...]]:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    cut = paint_slide(view, painter, width, height)
    painter.end()
    return image, cut


def every(width, height):
    rows = rows_on(width, height)
    return [
        views.WAITING, views.AGENDA, views.listed(rows), views.candidate(),
        views.candidate(score=None, conditions=None), views.QUOTA, views.BALLOT, views.result(8, 8, 7, 7, 7, 6, 4, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_longest_words_stand_whole(width, height):
    assert [cut for view in every(width, height) for cut in painted(view, width, height)[1]] == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_letter_is_smaller_than_a_twenty_eighth_of_the_height(width, height, monkeypatch):
    sizes = []
    measured = slide_pen.fit

    def noted(words, room, tall, style):
        fitted = measured(words, room, tall, style)
        sizes.append(fitted.font.pixelSize())
        return fitted

    monkeypatch.setattr(slide_pen, "fit", noted)
    for view in every(width, height):
        painted(view, width, height)
    assert sizes
    assert min(sizes) * 28 >= slide_pen.HEIGHT


def test_a_word_too_long_for_any_size_is_told():
    view = views.candidate(name="Nguyễn" * 40)
    assert painted(view, 1024, 768)[1] == ("Nguyễn" * 40,)


def test_achievements_without_room_are_told():
    view = views.candidate(achievements=("Đề tài cấp tỉnh nghiệm thu loại Xuất sắc, áp dụng tại tám huyện",) * 3)
    assert painted(view, 1024, 768)[1] == (view.achievements[0],)


def test_lines_with_bases_of_their_own_have_ticks_of_their_own():
    same, own = views.result(8, 7), views.result(8, 7)
    changed = replace(own, lines=(own.lines[0], replace(own.lines[1], base=8, needed=8)))
    assert painted(same, 1920, 1080)[0] != painted(changed, 1920, 1080)[0]


def test_the_same_view_paints_the_same_pixels():
    view = views.result(8, 8, 7, 7, 7, 6, 4, 0)
    assert painted(view, 1366, 768)[0] == painted(view, 1366, 768)[0]


def test_one_vote_less_is_another_picture():
    more, less = views.result(8, 7), views.result(8, 6)
    assert painted(more, 1366, 768)[0] != painted(less, 1366, 768)[0]


def test_a_bar_that_passes_is_full_and_one_that_fails_is_hollow():
    palette = slide_pen.palette()
    image, _ = painted(views.result(6, 4), 1920, 1080)
    colours = {image.pixelColor(x, y).name() for x in range(700, 1000, 10) for y in range(300, 500, 5)}
    assert palette["success"].name() in colours
    assert palette["surface"].name() in colours


def test_a_portrait_that_cannot_be_read_leaves_the_empty_frame():
    empty, broken = views.candidate(), views.candidate(portrait=b"no picture")
    assert painted(empty, 1366, 768)[0] == painted(broken, 1366, 768)[0]
