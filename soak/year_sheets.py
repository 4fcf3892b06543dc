"""Year workbooks made by chance, as sheets of plain values: other years, laws, people, units and old awards.

Only words that the form of the workbook knows; what nobody knows (a rating, a result, a scope) is left empty at times.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

Row = list[object]
Sheets = dict[str, list[Row]]

EXCELLENT, GOOD = "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ"
COMPLETED, FAILED = "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"
LABOURER, FIGHTER = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"
PROVINCIAL, EXCELLENT_UNIT = "Chiến sĩ thi đua cấp tỉnh", "Tập thể lao động xuất sắc"
DAY = timedelta(days=1)
SEAMS = (date(2023, 9, 5), date(2024, 1, 1), date(2025, 7, 1), date(2026, 10, 1))
KINDS = ("Lãnh đạo", "Khoa", "Phòng", "Khoa", "Phòng", "Trung tâm", "Tổ")
GROUPS = ("Giảng viên", "Chuyên viên", "Nhân viên")
HEADERS: dict[str, tuple[str, ...]] = {
    "Phong trào": ("Mục", "Nội dung"),
    "Chỉ tiêu": ("Mã", "Nội dung", "Thước đo", "Tính trên", "Từ", "Đến", "Đơn vị tính"),
    "Đơn vị": ("TT", "Mã đơn vị", "Tên đơn vị", "Loại", "Ngày phát động", "Xếp loại tập thể"),
    "Cá nhân": (
        "TT", "Mã", "Họ và tên", "Giới tính", "Ngày sinh", "Dân tộc", "Mã đơn vị", "Chức vụ", "Nhóm",
        "Ngày vào cơ quan",
    ),
    "Biến động": ("TT", "Mã", "Loại", "Từ ngày", "Đến ngày", "Chi tiết"),
    "Kỷ luật": ("TT", "Mã", "Hình thức", "Ngày quyết định", "Số quyết định", "Liên quan nhiệm vụ", "Lý do"),
    "Đăng ký thi đua": ("TT", "Mã", "Danh hiệu đăng ký", "Ngày đăng ký"),
    "Tiêu chí": ("Bộ", "Nhóm áp dụng", "Mục", "Nội dung", "Điểm tối đa", "Loại", "Bước điểm"),
    "Ngưỡng xếp loại": ("Xếp loại", "Từ điểm"),
    "Chấm điểm CB": ("Mã", "Họ và tên", "Vòng chấm", "1", "2", "Tổng"),
    "Kết quả": ("TT", "Mã", "Họ và tên", "Xếp loại", "GV dạy giỏi cấp khoa", "GV dạy giỏi cấp trường"),
    "Sáng kiến": (
        "TT", "Mã", "Tên sáng kiến, đề tài", "Mã tác giả", "Phạm vi ảnh hưởng", "Ngày công nhận", "Số quyết định",
        "Kết quả",
    ),
    "Khen thưởng đã có": (
        "TT", "Mã", "Chức vụ khi đó", "Đơn vị khi đó", "Năm", "Danh hiệu, hình thức", "Số quyết định",
        "Ngày quyết định", "Cấp quyết định", "Ngày thu hồi", "Lý do thu hồi",
    ),
    "Sử dụng sáng kiến": (
        "TT", "Mã sáng kiến", "Mã cá nhân hoặc đơn vị", "Năm", "Danh hiệu, hình thức", "Ngày quyết định", "Ghi chú",
    ),
}  # fmt: skip


def make(seed: int) -> Sheets:
    """The workbook of that seed."""
    return _Maker(random.Random(seed)).sheets()


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.year = chance.choice((2021, 2022, 2022, 2023, 2023, 2024, 2025, 2026))
        self.decided_on = self._decided_on()
        self.rows: dict[str, list[Row]] = {title: [] for title in HEADERS}
        self.units = [f"DV{n}" for n in range(1, chance.randrange(2, 9))]
        self.people = [f"P{n:02}" for n in range(1, chance.choice((0, 1, 5, 12, 25, 40)) + 1)]
        self.is_tidy = chance.random() < 0.4

    def _decided_on(self) -> date | None:
        seam = self.chance.choice(SEAMS) - self.chance.choice((0, 1)) * DAY
        usual = date(self.year, 12, 1) + self.chance.randrange(60) * DAY
        old = date(2017, 10, 1) - self.chance.choice((0, 1)) * DAY
        return self.chance.choices((usual, seam, None, old), (5, 5, 1, 0.3))[0]

    def sheets(self) -> Sheets:
        self._campaign()
        self._targets()
        self._units()
        for person in self.people:
            self._person(person)
        self._initiatives()
        return {title: self._sheet(title) for title, rows in self.rows.items() if rows or title == "Cá nhân"}

    def _sheet(self, title: str) -> list[Row]:
        header: Row = list(HEADERS[title])
        rows = self.rows[title]
        if title not in ("Phong trào", "Chỉ tiêu") and self.chance.random() < 0.3:
            self.chance.shuffle(rows)
        if header[0] == "TT":
            rows = [[float(number), *row] for number, row in enumerate(rows, 1)]
        return [["TRƯỜNG CHÍNH TRỊ TỈNH"], [title.upper()], [""], header, *rows]

    def _campaign(self) -> None:
        self.rows["Phong trào"] = [["Năm", float(self.year)], ["Ngày quyết định", self.decided_on or ""]]

    def _targets(self) -> None:
        low, high = self.chance.choice(((90.0, ""), (50.0, 80.0), ("", 60.0))), self.chance.choice((15.0, 40.0, ""))
        self.rows["Chỉ tiêu"] = [
            ["5", "LĐTT", "danh hiệu LĐTT", "toàn trường", *low, "%"],
            ["6", "CSTĐCS", "danh hiệu CSTĐCS", "cá nhân đạt LĐTT", 10.0, high, "%"],
            ["7", "TTLĐXS", "danh hiệu TTLĐXS", "khoa, phòng", 1.0, 2.0, "tập thể"],
        ]

    def _units(self) -> None:
        for place, unit in enumerate(self.units):
            kind = KINDS[place % len(KINDS)]
            rating = self._one_of({EXCELLENT: 6, GOOD: 2, COMPLETED: 1, "": 0.5})
            self.rows["Đơn vị"].append([unit, f"Đơn vị số {place + 1}", kind, "", rating])

    def _one_of(self, weights: dict[str, float]) -> str:
        return self.chance.choices(list(weights), list(weights.values()))[0]

    def _person(self, code: str) -> None:
        chance, year = self.chance, self.year
        unit = chance.choice(self.units[: chance.choice((2, len(self.units)))])
        joined = self._joined_on()
        self.rows["Cá nhân"].append([code, f"Người {code}", "", "", "", unit, "", chance.choice(GROUPS), joined])
        self._rating(code)
        if chance.random() < (0.97 if self.is_tidy else 0.85):
            title = self._one_of({FIGHTER: 5, LABOURER: 5, "CSTĐCS": 1, "LĐTT": 1, PROVINCIAL: 0.3})
            day = date(year, 12, 31) if isinstance(joined, date) and joined.year >= year else date(year, 3, 15)
            self.rows["Đăng ký thi đua"].append([code, title, day])
        if chance.random() < (0.02 if self.is_tidy else 0.1):
            self._discipline(code)
        if chance.random() < 0.15:
            self._change(code)
        self._awards(code)

    def _joined_on(self) -> object:
        if self.chance.random() < 0.85:
            return date(2005, 9, 1) + self.chance.randrange(4000) * DAY
        seam = date(self.year, 3, 1) + self.chance.choice((-1, 0, 0, 1, 1, 40)) * DAY
        return self.chance.choice((seam, seam, seam, ""))

    def _rating(self, code: str) -> None:
        rating = self._one_of({EXCELLENT: 4, GOOD: 6, COMPLETED: 0.7, FAILED: 0.3, "": 0.1 if self.is_tidy else 0.8})
        if rating or self.chance.random() < 0.5:
            self.rows["Kết quả"].append([code, "", rating, "", ""])
        if self.chance.random() < 0.3:
            self._scores(code)

    def _scores(self, code: str) -> None:
        if not self.rows["Tiêu chí"]:
            lines = (("1", 60.0), ("2", 40.0))
            self.rows["Tiêu chí"] = [["CB", ";".join(GROUPS), n, f"Tiêu chí {n}", m, "Điểm", 0.5] for n, m in lines]
            self.rows["Ngưỡng xếp loại"] = [[EXCELLENT, 95.0], [GOOD, 70.0], [COMPLETED, 50.0], [FAILED, 0.0]]
        one, two = self.chance.choice((10.0, 50.0, 55.0, 60.0)), self.chance.choice((10.0, 20.0, 35.0, 40.0))
        stage = self.chance.choice(("Đơn vị", "Hội đồng", "Tự chấm"))
        self.rows["Chấm điểm CB"].append([code, "", stage, one, two, one + two])

    def _discipline(self, code: str) -> None:
        form = self._one_of({"Khiển trách": 3, "Cảnh cáo": 3, "Cách chức": 1, "Phê bình": 0.5})
        seam = self.chance.choice((date(self.year, 1, 1), date(self.year, 12, 31)))
        day = self.chance.choice((seam, seam, date(self.year, 6, 15), ""))
        self.rows["Kỷ luật"].append([code, form, day, "", self.chance.choice(("Có", "Không", "")), ""])

    def _change(self, code: str) -> None:
        year, chance = self.year, self.chance
        kind = chance.choice(("Cử đi học", "Cử đi học", "Nghỉ thai sản", "Nghỉ ốm", "Chuyển đơn vị", "Biệt phái"))
        detail = {"Cử đi học": self._one_of({"Cao học, kết quả khá": 3, "kết quả trung bình khá": 1, "": 1})}
        first = chance.choice((date(year, 1, 1), date(year, 1, 2), date(year - 1, 10, 1), date(year, 8, 1)))
        last = date(year, 12, 31)
        self.rows["Biến động"].append([code, kind, first, last, detail.get(kind, "Từ DV1")])

    def _awards(self, code: str) -> None:
        chance = self.chance
        keeps = chance.choice((0.2, 0.9, 1.0))
        for year in range(self.year - chance.choice((1, 2, 3, 5)), self.year):
            if chance.random() < keeps:
                title = self._one_of({FIGHTER: 8, "Chiến sỹ thi đua cấp cơ sở": 1, PROVINCIAL: 0.5, LABOURER: 1})
                self._award(code, year, title)
                if chance.random() < 0.5 and title != LABOURER:
                    self._award(code, year, LABOURER)
        if chance.random() < 0.03:
            self._award(code, self.year, chance.choice((LABOURER, FIGHTER, "Giấy khen của Hiệu trưởng")))

    def _award(self, code: str, year: int, title: str) -> None:
        day = date(year, 12, 20)
        is_revoked = self.chance.random() < 0.08
        revoked, reason = (date(year + 1, 2, 1), "Kê khai sai") if is_revoked else ("", "")
        self.rows["Khen thưởng đã có"].append([code, "", "", float(year), title, "1-QĐ", day, "", revoked, reason])
        if is_revoked and self.chance.random() < 0.3:
            again = [code, "", "", float(year), title, "2-QĐ", date(year + 1, 3, 1), "", "", ""]
            self.rows["Khen thưởng đã có"].append(again)

    def _initiatives(self) -> None:
        chance = self.chance
        for number in range(1, chance.randrange(len(self.people) + 2) if self.people else 1):
            code = f"SK{number:02}"
            authors = chance.sample(self.people, min(len(self.people), chance.choice((1, 1, 1, 2))))
            scope = self._one_of({"Cơ sở": 4, "Tỉnh": 4, "Toàn quốc": 1, "": 0.4})
            result = self._one_of({"Công nhận": 8, "Không công nhận": 1, "": 0.6})
            row: Row = [code, f"Sáng kiến {number}", "; ".join(authors), scope, date(self.year, 9, 30), "", result]
            self.rows["Sáng kiến"].append(row)
            if chance.random() < 0.12:
                title = self._one_of({"Bằng khen": 2, FIGHTER: 2, PROVINCIAL: 1, "Giải thưởng khác": 1})
                when = date(self.year, chance.choice((5, 8)), 1)
                self.rows["Sử dụng sáng kiến"].append([code, authors[0], float(self.year), title, when, ""])
