"""The reader of certificate art."""

import pytest

from thidua_gui import resources
from thidua_gui.core.errors import UserError
from thidua_gui.documents.colour import WHITE, Colour
from thidua_gui.documents.pdf.svg import Drawing, Shape, read_svg

RED = Colour(255, 0, 0)


def drawing(inside: str, size: str = 'width="20mm" height="10mm" viewBox="0 0 200 100"') -> Drawing:
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>')


def only(inside: str) -> Shape:
    (shape,) = drawing(inside).shapes
    return shape


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    numbers = [number for _, segment in shape.segments for number in segment]
    xs, ys = numbers[::2], numbers[1::2]
    return tuple(round(edge, 3) for edge in (min(xs), min(ys), max(xs), max(ys)))  # type: ignore[return-value]


def test_units_of_the_view_box_become_millimetres() -> None:
    shape = only(
        '<rect x="10" y="20" width="100" height="50" stroke="red" stroke-width="5" fill="none"/>'.replace("red", "#f00")
    )
    assert bounds(shape) == (1, 2, 11, 7)
    assert (shape.stroke, shape.stroke_width, shape.fill) == (RED, pytest.approx(0.5), None)


def test_a_picture_without_view_box_is_measured_in_pixels() -> None:
    picture = drawing('<circle cx="48" cy="48" r="24"/>', 'width="96" height="96"')
    assert (picture.width, picture.height) == (pytest.approx(25.4), pytest.approx(25.4))
    assert bounds(picture.shapes[0]) == (6.35, 6.35, 19.05, 19.05)


@pytest.mark.parametrize(
    ("element", "box"),
    [
        ('<circle cx="50" cy="50" r="10"/>', (4, 4, 6, 6)),
        ('<ellipse cx="50" cy="50" rx="10" ry="20"/>', (4, 3, 6, 7)),
        ('<line x1="10" y1="20" x2="30" y2="40" stroke="#000"/>', (1, 2, 3, 4)),
        ('<polygon points="0,0 10,0 10,10"/>', (0, 0, 1, 1)),
        ('<polyline points="0 0 10 0, 10 10"/>', (0, 0, 1, 1)),
        ('<path d="M0 0h10v10z"/>', (0, 0, 1, 1)),
        ('<rect width="40" height="20" rx="5"/>', (0, 0, 4, 2)),
    ],
)
def test_every_basic_element_is_drawn_where_it_stands(element: str, box: tuple[float, ...]) -> None:
    assert bounds(only(element)) == box


def test_groups_hand_down_paint_and_transform() -> None:
    shape = only(
        '<g fill="#f00" transform="translate(10,0)"><g transform="scale(2)"><rect width="5" height="5"/></g></g>'
    )
    assert (shape.fill, bounds(shape)) == (RED, (1, 0, 2, 1))


def test_a_use_draws_its_target_at_its_own_place() -> None:
    inside = '<defs><g id="a"><rect width="10" height="10"/></g></defs><use href="#a" x="20" y="10"/>'
    assert bounds(only(inside)) == (2, 1, 3, 2)


def test_a_use_turns_its_target_as_its_transform_says() -> None:
    inside = (
        '<defs><rect id="a" width="10" height="20"/></defs><use href="#a" transform="translate(50,50) rotate(90)"/>'
    )
    assert bounds(only(inside)) == (3, 5, 5, 6)


def test_a_picture_that_contains_itself_is_refused() -> None:
    inside = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    with pytest.raises(UserError) as refused:
        drawing(inside)
    assert refused.value.code == "art_unsupported"


def test_opacity_is_mixed_with_the_paper_that_the_art_lies_on() -> None:
    inside = '<rect width="200" height="100" fill="#fff"/><g opacity=".5"><rect width="1" height="1" fill="#000"/></g>'
    picture = drawing(inside)
    assert picture.ground == WHITE
    assert [shape.fill for shape in picture.shapes] == [Colour(128, 128, 128)]


def test_white_sheets_get_white_in_place_of_the_paper_colour() -> None:
    svg = resources.text("layouts", "art", "cert-border-a.svg")
    tinted, white = read_svg(svg), read_svg(svg, tinted=False)
    assert (tinted.ground, white.ground) == (Colour(255, 253, 246), None)
    assert tinted.ground in {shape.fill for shape in tinted.shapes}
    assert tinted.ground not in {shape.fill for shape in white.shapes}


def test_a_style_attribute_counts_like_single_attributes() -> None:
    shape = only(
        '<rect width="5" height="5" style="fill:none; stroke:#f00; stroke-linejoin:round; stroke-linecap:square"/>'
    )
    assert (shape.fill, shape.stroke, shape.join, shape.cap) == (None, RED, 1, 2)


def test_the_even_odd_rule_is_kept() -> None:
    assert only('<path fill-rule="evenodd" d="M0 0h9v9zM1 1h2v2z"/>').even_odd


def test_what_has_no_paint_is_left_out() -> None:
    assert drawing('<rect width="5" height="5" fill="none"/><circle r="3" opacity="0"/>').shapes == ()


@pytest.mark.parametrize(
    "inside",
    [
        "<text>chữ</text>",
        '<rect width="1" height="1" filter="url(#a)"/>',
        '<rect width="1" height="1" fill="url(#a)"/>',
        '<rect width="1" height="1" style="mix-blend-mode:multiply"/>',
        '<use href="#nobody"/>',
        '<path d="M0"/>',
        '<rect width="wide" height="1"/>',
        '<rect width="1" height="1" transform="skewX(3)"/>',
    ],
)
def test_what_the_reader_cannot_draw_is_refused_not_dropped(inside: str) -> None:
    with pytest.raises(UserError) as refused:
        drawing(inside)
    assert refused.value.code == "art_unsupported"


def test_a_file_that_is_no_svg_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        read_svg("<svg")
    assert refused.value.code == "art_damaged"


@pytest.mark.parametrize("file", ["cert-border-a.svg", "cert-border-b.svg", "emblem-star.svg"])
def test_the_shipped_art_lies_within_its_page(file: str) -> None:
    picture = read_svg(resources.text("layouts", "art", file))
    for shape in picture.shapes:
        left, top, right, bottom = bounds(shape)
        assert -0.5 <= left <= right <= picture.width + 0.5
        assert -0.5 <= top <= bottom <= picture.height + 0.5
