"""What the documents are measured against: reportlab used well, by hand, and its own Table. Not a benchmark itself.

`certificates` is one canvas with one Form XObject for background, border and fixed lines, five variable lines a page,
no ASCII85, fonts registered once outside the measured time. `people_table` is platypus.Table with plain strings.
"""

import io
import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image
from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from thidua_gui import resources

WIDTH, HEIGHT = 841.8898, 595.2756
FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai".split()
MIDDLE = "Văn Thị Hữu Đức Minh Ngọc Quang Thanh Xuân Hồng Bảo Gia Khánh Phương Thùy Kim Quốc Đình Công Mỹ".split()
GIVEN = (
    "An Bình Châu Dũng Đạt Giang Hà Hải Hạnh Hiếu Hòa Hùng Hương Khoa Lan Linh Long Mạnh My Nam Nga Nghĩa Nhung Oanh "
    "Phúc Phượng Quân Quỳnh Sơn Tâm Thảo Thắng Thịnh Thủy Tiến Trang Trọng Tuấn Tuyết Uyên Vân Việt Vinh Yến Ưng Ý"
).split()
UNITS = tuple(
    f"{kind} {number}"
    for number in range(1, 13)
    for kind in ("Phòng Tổ chức, hành chính", "Phòng Quản lý đào tạo", "Khoa Lý luận cơ sở", "Khoa Xây dựng Đảng", "Tổ")
)
POSTS = ("Trưởng khoa", "Phó Trưởng khoa", "Giảng viên chính", "Giảng viên", "Chuyên viên")
FIXED = (
    (520, 15, True, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (500, 14, True, "Độc lập - Tự do - Hạnh phúc"),
    (462, 16, True, "HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU"),
    (400, 52, True, "GIẤY KHEN"),
    (352, 20, False, "Tặng"),
    (168, 14, True, "HIỆU TRƯỞNG"),
    (125, 12, False, "Đã ký"),
)
HEAD = ["TT", "Mã số", "Họ và tên", "Giới tính", "Ngày sinh", "Đơn vị", "Danh hiệu", "Điểm"]
COLUMN_WIDTHS = [32, 58, 130, 48, 62, 180, 220, 42]


@dataclass(frozen=True, slots=True)
class Somebody:
    """An invented person with a unit and a post."""

    code: str
    name: str
    unit: str
    post: str
    tenths: int


def people(count: int) -> list[Somebody]:
    """The same people every time."""
    dice = random.Random(7)
    return [
        Somebody(
            f"CB{number:05}",
            " ".join(map(dice.choice, (FAMILY, MIDDLE, MIDDLE, GIVEN))),
            UNITS[number * len(UNITS) // count],
            dice.choice(POSTS),
            dice.randrange(600, 1000),
        )
        for number in range(count)
    ]


def register_fonts() -> None:
    for name, file in (("R", "Tinos_400Regular.ttf"), ("B", "Tinos_700Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", file))))


def background() -> ImageReader:
    """A photograph-like JPEG of about 300 KB, as offices scan their blanks."""
    noise = Image.frombytes("L", (439, 310), random.Random(3).randbytes(439 * 310)).resize((1754, 1240))
    paper = Image.merge("RGB", (noise, noise.point(lambda value: value // 2 + 120), noise.point(lambda value: 230)))
    for quality in range(95, 20, -3):
        content = io.BytesIO()
        paper.save(content, "JPEG", quality=quality)
        if content.tell() <= 310_000:
            break
    return ImageReader(content)


def _border(canvas: Any) -> None:
    canvas.setStrokeColorRGB(0.72, 0.10, 0.12)
    for inset, weight in ((20, 3.0), (26, 0.8), (34, 1.6)):
        canvas.setLineWidth(weight)
        canvas.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    canvas.setLineWidth(0.4)
    for x, right in ((34, 1), (WIDTH - 34, -1)):
        for y, up in ((34, 1), (HEIGHT - 34, -1)):
            for reach in (6 + step * 2.2 for step in range(24)):
                far, near = reach, reach * 0.55
                canvas.bezier(
                    x + right * far, y, x + right * far, y + up * near, x + right * near, y + up * far, x, y + up * far
                )


def _lines(canvas: Any, lines: Sequence[tuple[float, float, bool, str]]) -> None:
    for y, size, bold, text in lines:
        canvas.setFont("B" if bold else "R", size)
        canvas.drawCentredString(WIDTH / 2, y, text)


def certificates(found: Sequence[Somebody], picture: ImageReader) -> bytes:
    rl_config.useA85 = 0
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), pageCompression=1, initialFontName="R")
    canvas.beginForm("background", 0, 0, WIDTH, HEIGHT)
    canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)
    _border(canvas)
    _lines(canvas, FIXED)
    canvas.endForm()
    for number, person in enumerate(found):
        canvas.doForm("background")
        _lines(
            canvas,
            (
                (305, 34, True, person.name),
                (268, 17, False, "Đơn vị: " + person.unit),
                (236, 18, False, "Danh hiệu: Lao động tiên tiến"),
                (96, 12, False, f"Quyết định số {number}-QĐ/TCT"),
                (190, 13, False, "Lai Châu, ngày 08 tháng 12 năm 2022"),
            ),
        )
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def people_table(found: Sequence[Somebody]) -> bytes:
    out = io.BytesIO()
    rows = [
        [str(number), person.code, person.name, "Nữ", "01/01/1990", person.unit, person.post, f"{person.tenths / 10}"]
        for number, person in enumerate(found, start=1)
    ]
    table = Table([HEAD, *rows], colWidths=COLUMN_WIDTHS, repeatRows=1)
    style = [
        ("FONT", (0, 0), (-1, 0), "B", 7.5),
        ("FONT", (0, 1), (-1, -1), "R", 7),
        ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
        ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
        ("ALIGN", (7, 1), (7, -1), "RIGHT"),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("LEADING", (0, 0), (-1, -1), 8.6),
    ]
    table.setStyle(TableStyle(style))

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont("R", 8)
        canvas.drawRightString(WIDTH - 34, 22, f"Trang {document.page}")

    margins = {"leftMargin": 34, "rightMargin": 34, "topMargin": 36, "bottomMargin": 36}
    document = SimpleDocTemplate(out, pagesize=(WIDTH, HEIGHT), **margins)
    document.build([table], onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def compare(what: str, ours: Callable[[], bytes], yardstick: Callable[[], bytes], rounds: int, limit: float) -> bool:
    """Run both in turn and print a JSON line: medians, their ratio, the limit. Whether the limit was kept."""
    seconds: dict[str, list[float]] = {"ours": [], "yardstick": []}
    sizes: dict[str, int] = {}
    for _ in range(rounds):
        for name, make in (("yardstick", yardstick), ("ours", ours)):
            start = time.perf_counter()
            content = make()
            seconds[name].append(time.perf_counter() - start)
            sizes[name] = len(content)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    ratio = medians["ours"] / medians["yardstick"]
    line = {
        "what": what,
        "ours_s": round(medians["ours"], 3),
        "yardstick_s": round(medians["yardstick"], 3),
        "ratio": round(ratio, 2),
        "limit": limit,
        "ours_bytes": sizes["ours"],
        "yardstick_bytes": sizes["yardstick"],
        "rounds": rounds,
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return ratio <= limit


def timed(what: str, work: Callable[[], object], rounds: int) -> None:
    """A JSON line with the median of a job that has no yardstick."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"what": what, "ours_s": round(statistics.median(seconds), 4)}, ensure_ascii=False), flush=True)
