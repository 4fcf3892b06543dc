"""Pages as pictures."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from tests.documents.samples import merit
from thidua_gui.core.errors import SystemProblem
from thidua_gui.documents.batch import render_certificates
from thidua_gui.documents.layouts import layout
from thidua_gui.documents.raster import page_bitmap, page_count, page_png, page_sizes


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_certificates(layout("giay-khen-a4"), [merit(), merit(name="Vi Văn Ưng")])


def test_pages_are_counted_and_measured(pdf: bytes) -> None:
    assert page_count(pdf) == 2
    assert [(round(size.width), round(size.height)) for size in page_sizes(pdf)] == [(297, 210)] * 2


def test_a_bitmap_has_the_size_of_its_resolution(pdf: bytes) -> None:
    raster = page_bitmap(pdf, 0, 72)
    assert (raster.width, raster.height) == (842, 596)
    assert len(raster.pixels) == raster.stride * raster.height
    assert raster.stride >= 4 * raster.width


def test_the_paper_colour_and_the_frame_are_where_they_belong(pdf: bytes) -> None:
    raster = page_bitmap(pdf, 0, 25.4)  # one pixel for each millimetre
    rgb = raster.rgb()
    assert tuple(rgb[:3]) == (255, 253, 246)
    middle_of_frame = 3 * (105 * raster.width + 15)
    assert tuple(rgb[middle_of_frame : middle_of_frame + 3]) != (255, 253, 246)


def test_a_png_shows_the_same_pixels_and_says_its_resolution(pdf: bytes) -> None:
    with Image.open(io.BytesIO(page_png(pdf, 1, 50))) as image:
        assert image.tobytes() == page_bitmap(pdf, 1, 50).rgb()
        assert image.info["dpi"] == pytest.approx((50, 50), abs=0.1)


def test_threads_may_ask_at_once(pdf: bytes) -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = set(pool.map(lambda _: page_png(pdf, 0, 30), range(8)))
    assert len(pictures) == 1


def test_what_is_no_pdf_is_a_problem_with_a_code() -> None:
    with pytest.raises(SystemProblem) as failed:
        page_count(b"no pdf")
    assert failed.value.code == "pdf_unreadable"
