"""The shipped layouts and the reader of layout files."""

from typing import Any

import pytest

from thidua_gui import resources
from thidua_gui.core.errors import UserError
from thidua_gui.documents.certificate import ADVANCED_LABOURER, MERIT
from thidua_gui.documents.layout_reader import read_layout
from thidua_gui.documents.layouts import Align, Box, Empty, Layout, VerticalAlign, layout, layout_ids

BOX = """
[[box]]
id = "name"
x = 10
y = 20
w = 100
h = 12
{more}
lines = [[{{ field = "name", font = "Tinos", size = 20{run} }}]]
"""
HEAD = """
id = "thu"
version = 2
name = "Mẫu thử"
document = "giay-khen"
page = { width = 297, height = 210 }
colours = { text = "#231C14" }
"""


def read(more: str = "", run: str = "", head: str = HEAD) -> Layout:
    return read_layout(head + BOX.format(more=more, run=run))


def test_the_two_layouts_are_shipped() -> None:
    assert layout_ids() == ("giay-chung-nhan-ldtt-a4", "giay-khen-a4")
    assert layout("giay-khen-a4").document == MERIT
    assert layout("giay-chung-nhan-ldtt-a4").document == ADVANCED_LABOURER


def test_the_advanced_labourer_layout_says_that_it_is_the_schools_own() -> None:
    assert "mẫu của trường" in layout("giay-chung-nhan-ldtt-a4").name


@pytest.mark.parametrize("name", ["giay-chung-nhan-ldtt-a4", "giay-khen-a4"])
def test_shipped_boxes_lie_on_the_page_and_hold_their_own_type(name: str) -> None:
    found = layout(name)
    for box in found.boxes:
        assert 0 <= box.x <= box.x + box.width <= found.width
        assert 0 <= box.y <= box.y + box.height <= found.height
        tallest = max((run for line in box.paragraphs for run in line), key=lambda run: run.size)
        needed = (tallest.font.ascent + tallest.font.descent) * tallest.size * 25.4 / 72
        assert box.height >= needed - 0.1, box.id


def test_the_signature_room_is_kept_free_from_the_bottom() -> None:
    found = layout("giay-khen-a4")
    assert found.box("signer_name").y - (found.box("signer_post").y + found.box("signer_post").height) > 17


def test_a_box_that_says_little_gets_the_usual_rest() -> None:
    box = read().boxes[0]
    assert (box.align, box.vertical_align, box.empty) == (Align.CENTER, VerticalAlign.BOTTOM, Empty.BLOCK)
    assert (box.floor, box.max_lines, box.on_blank) == (14, 1, False)


def test_the_usual_floor_is_never_below_ten_points() -> None:
    text = HEAD + BOX.format(more="", run="").replace("size = 20", "size = 12")
    assert read_layout(text).boxes[0].floor == 10


def test_a_box_may_say_everything() -> None:
    settings = ('align = "left"', 'valign = "top"', 'empty = "blank"', "on_blank = true", "max_lines = 3")
    more = "\n".join((*settings, "rule = { gap = 2, weight = 0.3 }"))
    box = read(more, ', gap = 2, spacing = 1, capitals = true, pairs = { "ẤY" = -0.06 }').boxes[0]
    assert isinstance(box, Box)
    assert (box.align, box.vertical_align, box.max_lines, box.on_blank) == (Align.LEFT, VerticalAlign.TOP, 3, True)
    assert box.rule is not None
    assert box.paragraphs[0][0].pairs == (("ẤY", -0.06),)


@pytest.mark.parametrize(
    ("more", "run", "reason"),
    [
        ("floor = 8", "", "floor"),
        ("floor = 30", "", "floor"),
        ('align = "middle"', "", "align"),
        ('colour = "gold"', "", "colour"),
        ("turn = 90", "", "turn"),
        ("rule = { gap = 2 }", "", "rule"),
        ("rule = 2", "", "rule"),
        ("", ", colour = 3", "colour"),
        ("", ', spacing = "wide"', "spacing"),
    ],
)
def test_a_wrong_box_is_refused_with_its_place_and_reason(more: str, run: str, reason: str) -> None:
    with pytest.raises(UserError) as refused:
        read(more, run)
    assert (refused.value.code, refused.value.details) == ("layout_invalid", {"place": "thu: name", "reason": reason})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("Tinos", "Arial"), "font"),
        (('field = "name"', 'field = "salary"'), "field"),
        (("h = 12", 'h = "high"'), "h"),
        (("version = 2", ""), "version"),
        (("#231C14", "brown"), "colours"),
        (('lines = [[{ field = "name", font = "Tinos", size = 20 }]]', "lines = [[]]"), "lines"),
    ],
)
def test_a_wrong_file_is_refused(change: tuple[str, str], reason: str) -> None:
    text = (HEAD + BOX.format(more="", run="")).replace(*change)
    with pytest.raises(UserError) as refused:
        read_layout(text)
    assert refused.value.details["reason"] == reason


def test_two_boxes_of_one_id_are_refused() -> None:
    box = BOX.format(more="", run="")
    with pytest.raises(UserError) as refused:
        read_layout(HEAD + box + box)
    assert refused.value.details["reason"] == "id"


def test_a_text_that_is_no_toml_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        read_layout("id = ")
    assert refused.value.code == "layout_invalid"


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        layout("bang-khen-a3")
    assert refused.value.code == "layout_unknown"


def test_layout_files_hold_no_printer_correction() -> None:
    for name in layout_ids():
        words: Any = resources.text("layouts", f"{name}.toml").split()
        assert not {"dx", "dy", "scale_x", "scale_y", "printer"} & set(words)
