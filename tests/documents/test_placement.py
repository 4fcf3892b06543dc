"""Texts and edges stand where the layout says, to 0.2 mm (CERT-02), also under a printer's correction."""

import random
from dataclasses import replace

import pytest

from tests.documents import pdfs
from tests.documents.samples import merit
from thidua_gui.documents.batch import render_certificates
from thidua_gui.documents.fonts import FILES, font
from thidua_gui.documents.layouts import Align, Box, Empty, Layout, Run, VerticalAlign, layout
from thidua_gui.documents.marks import POINT
from thidua_gui.documents.output import Output

TOLERANCE = 0.2
PLAIN = layout("giay-khen-a4")
CONTENT = merit()


def random_box(seed: int) -> Box:
    dice = random.Random(seed)
    size = dice.choice((10, 12, 13.5, 18, 26))
    run = Run("name", font(dice.choice(list(FILES))), size, spacing=dice.choice((0, 0, 0.6)))
    width, height = round(dice.uniform(120, 160), 1), round(dice.uniform(16, 40), 1)
    return Box(
        id="name",
        x=round(dice.uniform(0, 297 - width), 1),
        y=round(dice.uniform(0, 210 - height), 1),
        width=width,
        height=height,
        paragraphs=((run,),),
        align=dice.choice(list(Align)),
        vertical_align=dice.choice(list(VerticalAlign)),
        floor=size,
        max_lines=1,
        empty=Empty.BLOCK,
        on_blank=False,
        colour=PLAIN.boxes[0].colour,
        leading=1.3,
    )


def only(box: Box) -> Layout:
    return replace(PLAIN, art=(), boxes=(box,))


def expected_baseline(box: Box) -> float:
    (run,) = box.paragraphs[0]
    ascent, descent = run.font.ascent * run.size * POINT, run.font.descent * run.size * POINT
    return {
        VerticalAlign.TOP: box.y + ascent,
        VerticalAlign.BOTTOM: box.y + box.height - descent,
        VerticalAlign.MIDDLE: box.y + (box.height - ascent - descent) / 2 + ascent,
    }[box.vertical_align]


@pytest.mark.parametrize("seed", range(50))
def test_fifty_random_boxes_stand_where_the_layout_says(seed: int) -> None:
    box = random_box(seed)
    pdf = render_certificates(only(box), [CONTENT], output=Output(outlines=True))
    left, right = pdfs.edges(pdf)
    (line,) = pdfs.placed(pdf)
    spare = {Align.LEFT: left - box.x, Align.RIGHT: box.x + box.width - right}
    off = spare.get(box.align, (left + right) / 2 - (box.x + box.width / 2))
    assert abs(off) <= TOLERANCE
    assert line.y == pytest.approx(expected_baseline(box), abs=TOLERANCE)
    assert next(pdfs.rectangles(pdf)) == pytest.approx((box.x, box.y, box.width, box.height), abs=TOLERANCE)


def test_shrunk_type_keeps_the_baseline_of_its_box() -> None:
    name = PLAIN.box("name")
    usual, shrunk = (
        pdfs.placed(render_certificates(only(name), [merit(name=text)]))[-1]
        for text in ("Lò Thị Hạnh", "Nguyễn Thị Phương Thảo Nguyên")
    )
    assert shrunk.size < usual.size
    assert shrunk.y == pytest.approx(usual.y, abs=0.01)


def test_a_printers_correction_moves_and_stretches_every_text() -> None:
    output = Output(preprinted=True, dx=1.5, dy=-0.8, scale_x=1.002, scale_y=0.998)
    plain = pdfs.placed(render_certificates(PLAIN, [CONTENT], output=Output(preprinted=True)))
    moved = pdfs.placed(render_certificates(PLAIN, [CONTENT], output=output))
    assert [piece.text for piece in moved] == [piece.text for piece in plain]
    for before, after in zip(plain, moved, strict=True):
        assert after.x == pytest.approx(before.x * 1.002 + 1.5, abs=0.02)
        assert after.y == pytest.approx(before.y * 0.998 - 0.8, abs=0.02)


def test_a_printers_correction_moves_the_frame_with_the_texts() -> None:
    only_heading = replace(PLAIN, boxes=tuple(box for box in PLAIN.boxes if box.id == "party_nation"))
    plain = pdfs.edges(render_certificates(only_heading, [CONTENT]))
    moved = pdfs.edges(render_certificates(only_heading, [CONTENT], output=Output(dx=2.0, scale_x=1.01)))
    assert moved == pytest.approx([edge * 1.01 + 2.0 for edge in plain], abs=0.05)


def test_the_page_is_the_paper_and_viewers_are_asked_not_to_scale() -> None:
    reader = pdfs.reader(render_certificates(PLAIN, [CONTENT]))
    box = reader.pages[0].mediabox
    assert (float(box.width) * pdfs.MM, float(box.height) * pdfs.MM) == pytest.approx((297, 210), abs=0.01)
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/PrintScaling"] == "/None"


@pytest.mark.parametrize(
    ("name", "field", "x", "y"),
    [
        ("giay-khen-a4", "Quyết định số 236-QĐ/TCT", 47.1, 169.1),
        ("giay-khen-a4", "Hoàng Đức Khải", 197.3, 181.8),
        ("giay-khen-a4", "GIẤY KHEN", 90.5, 96.3),
    ],
)
def test_the_shipped_layout_puts_texts_where_the_design_has_them(name: str, field: str, x: float, y: float) -> None:
    pieces = pdfs.placed(render_certificates(layout(name), [CONTENT]))
    found = next(piece for piece in pieces if piece.text.strip() == field or field.startswith(piece.text.strip()))
    assert (found.x, found.y) == pytest.approx((x, y), abs=0.6)
