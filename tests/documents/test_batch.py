"""Certificates for many: one PDF, one file each, what fits and what is refused."""

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.documents import pdfs
from tests.documents.samples import NAMES, advanced, many, merit
from thidua_gui.core.errors import Cancelled, UserError
from thidua_gui.core.progress import Progress
from thidua_gui.documents.batch import FitState, check_fit, render_certificates, render_each
from thidua_gui.documents.content import CertificateContent, HeadingStyle
from thidua_gui.documents.layouts import layout
from thidua_gui.documents.output import Output
from thidua_gui.text.errors import sentence

MERIT = layout("giay-khen-a4")
ADVANCED = layout("giay-chung-nhan-ldtt-a4")
GOLDEN = Path(__file__).parent / "golden"
TOO_LONG = "Nguyễn Thị Phương Thảo Nguyên Hoàng Anh Tôn Nữ Công Tằng"


class Steps(Progress):
    """Remembers its steps and stops the work after some of them."""

    def __init__(self, stop_after: int = 1000) -> None:
        self.seen: list[tuple[int, int, str]] = []
        self._stop_after = stop_after

    def step(self, done: int, total: int, what: str = "") -> None:
        self.seen.append((done, total, what))
        if done >= self._stop_after:
            raise Cancelled


CASES = {
    "giay-khen": (MERIT, merit()),
    "giay-khen-du-thao": (MERIT, merit(draft=True)),
    "giay-khen-nha-nuoc": (MERIT, merit(heading=HeadingStyle.STATE)),
    "ldtt": (ADVANCED, advanced(year=2021)),
    "ldtt-nha-nuoc": (ADVANCED, advanced(heading=HeadingStyle.STATE, book_number="")),
}


@pytest.mark.parametrize("case", CASES)
def test_every_word_of_a_certificate_is_as_agreed(case: str) -> None:
    found, content = CASES[case]
    (text,) = pdfs.texts(render_certificates(found, [content]))
    assert text == (GOLDEN / f"{case}.txt").read_text(encoding="utf-8").strip()


def test_each_person_gets_a_page_in_the_order_given() -> None:
    pages = pdfs.texts(render_certificates(MERIT, many(8)))
    assert len(pages) == 8
    for number, page in enumerate(pages, start=1):
        assert NAMES[number % len(NAMES)].upper() in page


def test_frame_and_fixed_words_are_stored_once_for_all_pages() -> None:
    one, forty = (len(render_certificates(MERIT, many(count))) for count in (1, 40))
    assert forty - one < 40 * 2500


def test_all_fonts_are_embedded_and_none_is_taken_from_the_system() -> None:
    found = pdfs.fonts(render_certificates(MERIT, many(3)))
    assert all(found.values())
    assert not any("Helvetica" in name for name in found)


def test_equal_contents_give_equal_bytes_whatever_was_drawn_before() -> None:
    first = render_certificates(MERIT, many(5))
    render_certificates(ADVANCED, [advanced(name="Ỷ Thị Xuân")])
    assert render_certificates(MERIT, many(5)) == first


def test_threads_may_render_at_once_and_get_the_same_bytes() -> None:
    alone = render_certificates(MERIT, many(2))
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads take turns so often that what they wrongly share shows itself
    try:
        with ThreadPoolExecutor(8) as pool:
            made = list(pool.map(lambda _: render_certificates(MERIT, many(2)), range(100)))
    finally:
        sys.setswitchinterval(usual)
    assert set(made) == {alone}


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import hashlib; from tests.documents.samples import many;"
        "from thidua_gui.documents.batch import render_certificates; from thidua_gui.documents.layouts import layout;"
        "print(hashlib.sha256(render_certificates(layout('giay-khen-a4'), many(3))).hexdigest())"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == hashlib.sha256(render_certificates(MERIT, many(3))).hexdigest()


def test_the_title_of_the_file_is_the_document_and_year() -> None:
    information = pdfs.reader(render_certificates(MERIT, many(1))).metadata
    assert information is not None
    assert information.title == "Giấy khen năm 2022"


def test_a_preprinted_blank_gets_only_what_differs_from_person_to_person() -> None:
    (text,) = pdfs.texts(render_certificates(MERIT, [merit()], output=Output(preprinted=True)))
    for printed in ("LÒ THỊ HẠNH", "Quyết định số 236-QĐ/TCT", "Hoàng Đức Khải", "Lai Châu, ngày 08 tháng 12"):
        assert printed in text
    for on_blank in ("GIẤY KHEN", "ĐẢNG CỘNG SẢN", "HIỆU TRƯỞNG", "TẶNG"):
        assert on_blank not in text


def test_two_headings_in_one_batch_keep_their_own_words() -> None:
    pages = pdfs.texts(render_certificates(ADVANCED, [advanced(), advanced(heading=HeadingStyle.STATE), advanced()]))
    assert ["CỘNG HÒA" in page for page in pages] == [False, True, False]


def test_the_longest_real_names_fit_by_shrinking() -> None:
    unit = "Phòng Quản lý đào tạo và nghiên cứu khoa học"
    longest = merit(name="Nguyễn Thị Phương Thảo Nguyên", post="Phó Trưởng phòng phụ trách", unit=unit)
    (text,) = pdfs.texts(render_certificates(MERIT, [longest]))
    assert "NGUYỄN THỊ PHƯƠNG THẢO NGUYÊN" in text
    assert check_fit(MERIT, [longest])[0].state is FitState.SHRUNK


def test_fit_results_tell_size_and_field_of_each_person() -> None:
    contents = [merit(), merit(name="Nguyễn Thị Phương Thảo Nguyên"), merit(name=TOO_LONG)]
    usual, shrunk, refused = check_fit(MERIT, contents)
    assert (usual.state, usual.fields, usual.problem) == (FitState.FITS, (), None)
    assert (shrunk.state, shrunk.fields[0].field) == (FitState.SHRUNK, "name")
    assert 16 <= shrunk.fields[0].size < shrunk.fields[0].full_size == 26
    assert refused.state is FitState.REFUSED
    assert refused.problem is not None


def refused_by(content: CertificateContent) -> UserError:
    with pytest.raises(UserError) as refused:
        render_certificates(MERIT, [merit(), content])
    return refused.value


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"name": TOO_LONG}, "text_does_not_fit", ("CB13", "họ và tên")),
        ({"unit": "Phòng Tổ chức " * 20}, "text_does_not_fit", ("CB13", "chức vụ, đơn vị")),
        ({"name": "Lò Thị 漢"}, "glyph_missing", ("CB13", "họ và tên", "漢")),
    ],
)
def test_a_refusal_names_person_and_field(changes: dict[str, object], code: str, words: tuple[str, ...]) -> None:
    problem = refused_by(merit(**changes))
    assert problem.code == code
    for word in words:
        assert word in sentence(problem)


def test_an_empty_field_that_blocks_stops_that_person() -> None:
    content = merit()
    empty = type(content)(**{name: getattr(content, name) for name in content.__slots__} | {"signer_name": ""})
    assert refused_by(empty).code == "document_field_missing"


def test_texts_that_are_not_composed_are_a_bug_not_a_print() -> None:
    content = merit()
    loose = type(content)(**{name: getattr(content, name) for name in content.__slots__} | {"name": "Lo\u0300"})
    with pytest.raises(ValueError, match="composed"):
        render_certificates(MERIT, [loose])


def test_nobody_chosen_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        render_certificates(MERIT, [])
    assert refused.value.code == "nobody_to_print"


def test_progress_names_each_person_and_cancel_stops_the_batch() -> None:
    steps = Steps(stop_after=2)
    with pytest.raises(Cancelled):
        render_certificates(MERIT, many(5), steps)
    assert steps.seen == [(1, 5, NAMES[1]), (2, 5, NAMES[2])]


def test_each_person_gets_a_whole_file_named_by_code_and_name(tmp_path: Path) -> None:
    written = render_each(MERIT, many(3), tmp_path / "giay-khen")
    assert [path.name for path in written] == [
        "CB001-luong-thi-mai-hoa.pdf",
        "CB002-do-thi-ngoc-anh.pdf",
        "CB003-y-thi-xuan.pdf",
    ]
    for path, content in zip(written, many(3), strict=True):
        (text,) = pdfs.texts(path.read_bytes())
        assert content.name.upper() in text


def test_two_people_of_one_code_and_name_get_two_files(tmp_path: Path) -> None:
    written = render_each(MERIT, [merit(), merit(unit="Khoa Lý luận cơ sở")], tmp_path)
    assert [path.name for path in written] == ["CB13-lo-thi-hanh.pdf", "CB13-lo-thi-hanh-2.pdf"]


def test_cancel_keeps_whole_files_and_leaves_no_half_one(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        render_each(MERIT, many(4), tmp_path, Steps(stop_after=2))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "CB001-luong-thi-mai-hoa.pdf",
        "CB002-do-thi-ngoc-anh.pdf",
    ]
    for path in tmp_path.iterdir():
        assert len(pdfs.texts(path.read_bytes())) == 1


def test_a_misfit_writes_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        render_each(MERIT, [merit(), merit(name=TOO_LONG)], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_draft_mark_is_framed_and_coloured() -> None:
    plain, draft = (render_certificates(MERIT, [content]) for content in (merit(), merit(draft=True)))
    assert len(list(pdfs.rectangles(draft))) - len(list(pdfs.rectangles(plain))) == 2
