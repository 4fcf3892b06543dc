"""Two grids like those of the people and the scoring page, on invented rows: for the tests and for pictures."""

from dataclasses import dataclass, replace

from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.ui.widgets.grid.columns import (
    Align,
    CellEdit,
    CellState,
    Chip,
    Column,
    FilterKind,
    Kind,
    Look,
    ScoreCell,
    Tone,
    pick_column,
)
from thidua_gui.ui.widgets.grid.row_order import CutLine, Group, Summary
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

NAMES = (
    "Mai Thị Quỳnh Như|Nhà nước và PL",
    "Chẻo A Pao|Nhà nước và PL",
    "Lý A Tủa|QLĐT và NCKH",
    "Trương Văn Nam|QLĐT và NCKH",
    "Phạm Thị Hồng Nhung|Lý luận cơ sở",
    "Lò Thị Hạnh|Xây dựng Đảng",
    "Nguyễn Hữu Thắng|Xây dựng Đảng",
    "Nguyễn Thị Thu Hiền|Lý luận cơ sở",
    "Lường Thị Mai Hoa|Ban Giám hiệu",
    "Bùi Thị Kim Oanh|QLĐT và NCKH",
    "Lê Anh Dũng|Nhà nước và PL",
    "Dương Thế Vinh|TC-HC-TT-TL",
    "Lò Văn Thịnh|Lý luận cơ sở",
    "Hoàng Thị Bích Thủy|Xây dựng Đảng",
)
SECTIONS = (
    ("I", "I. Đạo đức,\nlối sống", 20),
    ("II", "II. Nhiệm vụ\nchuyên môn", 40),
    ("III", "III. NCKH,\nsáng kiến", 15),
    ("IV", "IV. Kỷ cương,\nvăn hóa", 15),
    ("V", "V. Phong\ntrào", 10),
)
OWN = ("18,0", "36,0", "12,5", "14,0", "9,0")
NEWEST = (
    ("18,0", "42,0", "11,5", "14,0", "8,5"),
    ("18,0", "", "11,0", "14,0", ""),
    ("18,5", "35,0", "", "14,0", "9,0"),
    ("", "", "", "", ""),
)


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the people scene."""

    id: int
    code: str
    name: str
    unit: str
    post: str
    years: int
    award: str
    registered: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A row of the scoring scene: texts of five sections."""

    id: int
    rank: str
    name: str
    unit: str
    own: tuple[str, ...]
    scores: tuple[str, ...]
    locked: bool = False

    @property
    def problem(self) -> str:
        return "error" if "42,0" in self.scores else "missing" if "" in self.scores else ""

    @property
    def total(self) -> str:
        return "–" if self.problem else "98,5"


def people(count: int = 14) -> list[Person]:
    """People with repeating names."""
    posts = ("Phó Hiệu trưởng", "Trưởng khoa", "Phó Trưởng khoa", "Giảng viên chính", "Giảng viên")
    made = []
    for place in range(count):
        name, unit = NAMES[place % len(NAMES)].split("|")
        award = "CSTĐCS" if place % 4 == 0 else "LĐTT"
        made.append(Person(place + 1, f"CB{place + 1:03}", name, unit, posts[place % 5], place % 9 + 1, award, "LĐTT"))
    return made


def _award(word: str) -> Chip:
    return Chip(word, Tone.GOLD, "award") if word == "CSTĐCS" else Chip(word)


def people_columns() -> list[Column[Person]]:
    """The columns of picture 02."""
    return [
        pick_column(),
        Column(
            key="code", title="Mã", text=lambda row: row.code, width=66, look=Look.MUTED, filter=FilterKind.CONTAINS
        ),
        Column(
            key="name",
            title="Họ và tên",
            text=lambda row: row.name,
            width=166,
            look=Look.STRONG,
            filter=FilterKind.CONTAINS,
            sort_key=lambda row: name_key(row.name),
            folded=lambda row: fold(row.name),
            stretch=True,
        ),
        Column(key="unit", title="Đơn vị", text=lambda row: row.unit, width=144, filter=FilterKind.CHOICE),
        Column(key="post", title="Chức vụ", text=lambda row: row.post, width=128, filter=FilterKind.CONTAINS),
        Column(
            key="years",
            title="LĐTT",
            text=lambda row: f"{row.years} năm",
            width=60,
            kind=Kind.NUMBER,
            filter=FilterKind.AT_LEAST,
            sort_key=lambda row: row.years,
        ),
        Column(
            key="award",
            title="Năm 2021",
            chip=lambda row: _award(row.award),
            width=92,
            kind=Kind.BADGE,
            filter=FilterKind.CHOICE,
        ),
        Column(
            key="registered",
            title="Đăng ký 2022",
            chip=lambda row: _award(row.registered),
            width=100,
            kind=Kind.BADGE,
            filter=FilterKind.CHOICE,
        ),
    ]


def sheets(count: int = 14) -> list[Sheet]:
    """Score sheets, the first four with something to settle."""
    made = []
    for place in range(count):
        name, unit = NAMES[place % len(NAMES)].split("|")
        scores = NEWEST[place] if place < len(NEWEST) else ("20,0", "39,0", "15,0", "15,0", "9,5")
        rank = "–" if place < len(NEWEST) else str(place - 3)
        made.append(Sheet(place + 1, rank, name, unit, OWN, scores))
    return made


def _section(place: int, key: str, title: str, maximum: int) -> Column[Sheet]:
    def score(row: Sheet) -> ScoreCell:
        text = row.scores[place]
        if row.locked:
            return ScoreCell(text, row.own[place], CellState.LOCKED)
        if not text:
            return ScoreCell(text, row.own[place], CellState.MISSING)
        if check(row, text):
            return ScoreCell(text, row.own[place], CellState.ERROR, check(row, text))
        return ScoreCell(text, row.own[place])

    def check(_row: Sheet, text: str) -> str:
        try:
            return "vượt tối đa" if float(text.replace(",", ".")) > maximum else ""
        except ValueError:
            return "không phải số"

    return Column(
        key=key,
        title=title,
        note=f"tối đa {maximum}",
        group="Điểm đơn vị chấm (chữ nhỏ: tự chấm)",
        width=88,
        kind=Kind.SCORE,
        score=score,
        editable=lambda row: not row.locked,
        check=check,
    )


def _proposed(row: Sheet) -> Chip:
    if row.problem == "error":
        return Chip("Có lỗi", Tone.ERROR, "alert-circle")
    if row.problem == "missing":
        return Chip("Chưa đủ", Tone.WARNING, "clock")
    return Chip("HT xuất sắc", Tone.OK)


def score_columns() -> list[Column[Sheet]]:
    """The columns of picture 03."""
    sections = [_section(place, *section) for place, section in enumerate(SECTIONS)]
    totals = "Tổng điểm"
    return [
        Column(key="rank", title="Hạng", text=lambda row: row.rank, width=44, kind=Kind.NUMBER, align=Align.CENTRE),
        Column(
            key="name",
            title="Họ và tên",
            text=lambda row: row.name,
            width=176,
            look=Look.STRONG,
            sort_key=lambda row: name_key(row.name),
        ),
        Column(key="unit", title="Đơn vị", text=lambda row: row.unit, width=132, look=Look.SMALL),
        *sections,
        Column(
            key="own", title="Tự chấm", group=totals, text=lambda _: "99,0", width=64, kind=Kind.NUMBER, look=Look.MUTED
        ),
        Column(
            key="total",
            title="Đơn vị",
            group=totals,
            text=lambda row: row.total,
            width=64,
            kind=Kind.NUMBER,
            look=Look.TOTAL,
            explains=True,
        ),
        Column(key="council", title="Hội đồng", group=totals, text=lambda _: "–", width=72, kind=Kind.NUMBER),
        Column(key="gap", title="Chênh", group=totals, text=lambda _: "-0,5", width=64, kind=Kind.NUMBER),
        Column(
            key="rating", title="Xếp loại", group="Đề xuất", chip=_proposed, width=110, kind=Kind.CHIP, stretch=True
        ),
    ]


def score_model(count: int = 14) -> SnapshotModel[Sheet]:
    """The model of picture 03 with groups, cut line and averages."""
    model = SnapshotModel(score_columns())
    model.set_rows(sheets(count))
    model.set_groups(
        (
            Group("open", "Cần xử lý trước khi chốt", "Phòng QLĐT và NCKH: 2, Khoa Nhà nước và pháp luật: 2"),
            Group("done", "Đã đủ điểm, xếp theo tổng điểm đơn vị"),
        ),
        lambda row: "open" if row.problem else "done",
    )
    model.set_cut(
        CutLine(
            "Ngưỡng CSTĐ cơ sở: 15% của 41 LĐTT = 6 người",
            frozenset(range(5, 11)),
            ("Hạng 6: 96,0 điểm", "Hạng 7: 95,5 điểm (kém 0,5)"),
            "2 đề nghị nằm dưới ngưỡng",
            group="done",
        )
    )
    averages = {"I": "18,6", "II": "36,4", "III": "12,3", "IV": "14,3", "V": "8,9", "own": "91,7", "total": "90,5"}
    model.set_summary(Summary("Trung bình 41 người đã chấm xong", averages))
    return model


def written(row: Sheet, edit: CellEdit) -> Sheet:
    """A row after an edit, as a service would return it."""
    place = [key for key, _, _ in SECTIONS].index(edit.column_key)
    return replace(row, scores=tuple(edit.text if at == place else text for at, text in enumerate(row.scores)))


def answering(grid: GridView) -> list[tuple[CellEdit, ...]]:
    """Write every requested edit at once, as InlineJobs would; the list of commands grows."""
    commands: list[tuple[CellEdit, ...]] = []

    def write(edits: tuple[CellEdit, ...]) -> None:
        commands.append(edits)
        rows = {row.id: row for row in grid.snapshot.rows}
        for edit in edits:
            rows[edit.row_id] = written(rows[edit.row_id], edit)
        grid.snapshot.patch_rows([rows[row_id] for row_id in {edit.row_id for edit in edits}])

    grid.edits_requested.connect(write)
    grid.confirm_paste = lambda _plan: True
    return commands
