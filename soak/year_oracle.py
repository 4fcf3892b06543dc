"""What report.json has to say of a year workbook, worked out a second time: straight from the sheets and from the law,
one person after another, sharing nothing with the program.

Where something is not known, every way it could turn out is tried: true or false if all agree, else None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from soak.year_sheets import COMPLETED, EXCELLENT, FAILED, GOOD, LABOURER, PROVINCIAL, Sheets

Line = dict[str, Any]
Tri = bool | None
RATINGS = (EXCELLENT, GOOD, COMPLETED, FAILED)
FIGHTERS = ("Chiến sĩ thi đua cơ sở", "CSTĐCS", "Chiến sỹ thi đua cấp cơ sở")
SERIOUS, KNOWN = ("Cảnh cáo", "Cách chức"), ("Khiển trách", "Cảnh cáo", "Cách chức")
WIDE = ("Tỉnh", "Toàn quốc")
SINGLE_USE = date(2023, 9, 5)


@dataclass(frozen=True)
class Work:
    """An initiative as it could turn out for one person."""

    is_recognised: bool
    is_wide: bool
    spent_for_fighter: bool
    spent_for_provincial: bool


@dataclass(frozen=True)
class World:
    """One way in which everything of a person could turn out."""

    rating: str
    is_disciplined: bool
    months: int
    is_studying: bool
    works: tuple[Work, ...]


class Year:
    """The sheets of a workbook, and the report on them."""

    def __init__(self, sheets: Sheets) -> None:
        self.rows = {title: _lines(grid) for title, grid in sheets.items()}
        items = {line["Mục"]: line["Nội dung"] for line in self.rows["Phong trào"]}
        self.year = int(items["Năm"])
        self.decided_on: date = items["Ngày quyết định"] or date(self.year, 12, 31)
        self.regime = self._regime()
        self.people = {line["Mã"]: line for line in self.rows["Cá nhân"]}
        self.ldtt = {code: self._all_worlds(code, self._is_labourer) for code in self.people}
        self.cstdcs = {code: self._all_worlds(code, self._is_fighter) for code in self.people}

    def of(self, sheet: str, code: str) -> list[Line]:
        return [line for line in self.rows.get(sheet, ()) if line["Mã"] == code]

    def _regime(self) -> str | None:
        starts = {"A": date(2017, 10, 1), "B": date(2024, 1, 1), "C": date(2025, 7, 1), "D": date(2026, 10, 1)}
        begun = [name for name, start in starts.items() if start <= self.decided_on]
        return begun[-1] if begun else None

    # Every condition of a person, in one of the ways that things could turn out.

    def _all_worlds(self, code: str, says: Callable[[str, World], bool]) -> Tri:
        if self.regime not in ("A", "B", "C"):
            return None
        return _agreed(says(code, world) for world in self._worlds(code))

    def _worlds(self, code: str) -> Iterator[World]:
        rating = self._rating(code)
        ratings = RATINGS if rating is None else (rating,)
        choices = (
            ratings, self._discipline(code, KNOWN), self._months(code), self._study(code), self._works(code)
        )  # fmt: skip
        return (World(*chosen) for chosen in product(*choices))

    def _rating(self, code: str) -> str | None:
        decided = [line["Xếp loại"] for line in self.of("Kết quả", code) if line["Xếp loại"]]
        if decided:
            return str(decided[0])
        totals = {line["Vòng chấm"]: line["Tổng"] for line in self.of("Chấm điểm CB", code)}
        total = totals.get("Hội đồng", totals.get("Đơn vị"))
        if total is None:
            return None
        limits = {line["Xếp loại"]: line["Từ điểm"] for line in self.rows["Ngưỡng xếp loại"]}
        return next(rating for rating in RATINGS if total >= limits[rating])

    def _discipline(self, code: str, forms: tuple[str, ...]) -> list[bool]:
        """Whether somebody was disciplined in the year by one of the forms; both while the words say nothing."""
        own = [
            line["Hình thức"]
            for line in self.of("Kỷ luật", code)
            if line["Ngày quyết định"] == "" or line["Ngày quyết định"].year == self.year
        ]
        if any(form in forms for form in own):
            return [True]
        return [False, True] if any(form not in KNOWN for form in own) else [False]

    def _months(self, code: str) -> list[int]:
        """Full months to 1 January of the next year: counted month by month."""
        joined = self.people[code]["Ngày vào cơ quan"]
        if joined == "":
            return [0, 12]
        if joined.year < self.year:
            return [12]
        return [12 - joined.month + (joined.day == 1)]

    def _study(self, code: str) -> list[bool]:
        """Sent to study for a year or longer, with a result of "khá" or better."""
        found = [False]
        for line in self.of("Biến động", code):
            if line["Loại"] != "Cử đi học" or not self._is_long(line["Từ ngày"], line["Đến ngày"]):
                continue
            if line["Chi tiết"].endswith("kết quả khá"):
                return [True]
            found = found if "trung bình" in line["Chi tiết"] else [False, True]
        return found

    def _is_long(self, first: date, last: date) -> bool:
        return first.replace(year=first.year + 1) - timedelta(days=1) <= last

    def _works(self, code: str) -> list[tuple[Work, ...]]:
        mine = [line for line in self.rows.get("Sáng kiến", ()) if code in line["Mã tác giả"].split("; ")]
        return [tuple(chosen) for chosen in product(*(self._ways(code, line) for line in mine))]

    def _ways(self, code: str, line: Line) -> list[Work]:
        results = {"Công nhận": [True], "Không công nhận": [False], "": [True, False]}[line["Kết quả"]]
        wide = [True, False] if line["Phạm vi ảnh hưởng"] == "" else [line["Phạm vi ảnh hưởng"] in WIDE]
        uses = [
            use["Danh hiệu, hình thức"]
            for use in self.rows.get("Sử dụng sáng kiến", ())
            if (use["Mã sáng kiến"], use["Mã cá nhân hoặc đơn vị"]) == (line["Mã"], code)
            and max(self.decided_on, use["Ngày quyết định"]) >= SINGLE_USE
        ]
        spent = [any(use not in own for use in uses) for own in (FIGHTERS, (PROVINCIAL,))]
        return [Work(result, reach, *spent) for result in results for reach in wide]

    def _reasons(self, code: str, world: World) -> set[str]:
        """What keeps somebody from Lao động tiên tiến."""
        found = set()
        if world.rating not in (EXCELLENT, GOOD) and not world.is_studying:
            found.add("rating")
        if not self.of("Đăng ký thi đua", code):
            found.add("registered")
        if self.regime == "A" and world.is_disciplined:
            found.add("discipline")
        if self.regime == "A" and world.months < 10:
            found.add("months_in_year")
        return found

    def _is_labourer(self, code: str, world: World) -> bool:
        return not self._reasons(code, world)

    def _stands(self, code: str, titles: tuple[str, ...], year: int) -> Tri:
        """Given for the year and not revoked (or given again): True; revoked: False; never given: None."""
        given = [
            line["Ngày thu hồi"] == ""
            for line in self.of("Khen thưởng đã có", code)
            if int(line["Năm"]) == year and line["Danh hiệu, hình thức"] in titles
        ]
        return any(given) if given else None

    def _was_fighter(self, code: str, year: int) -> Tri:
        """A higher title of the year stands for it unless it was itself revoked."""
        own = self._stands(code, FIGHTERS, year)
        return True if own is None and self._stands(code, (PROVINCIAL,), year) else own

    def _was_labourer(self, code: str, year: int) -> Tri:
        own = self._stands(code, (LABOURER,), year)
        higher = self._stands(code, (*FIGHTERS, PROVINCIAL), year)
        return True if own is None and higher else own

    def _is_fighter(self, code: str, world: World) -> bool:
        given = self._was_labourer(code, self.year)
        labourer = self._is_labourer(code, world) if given is None else given
        works = any(work.is_recognised and not work.spent_for_fighter for work in world.works)
        return labourer and (works or (self.regime != "A" and world.rating == EXCELLENT))

    def _is_provincial(self, code: str, world: World) -> bool:
        given = self._was_fighter(code, self.year)
        now = self._is_fighter(code, world) if given is None else given
        past = [self._was_fighter(code, self.year - back) is True for back in (1, 2)]
        return now and all(past) and self._has_work_left(code, world)

    def _has_work_left(self, code: str, world: World) -> bool:
        """A wide initiative for the higher title, and if the lower one rests on one too, another one for that."""
        known = [(n, one) for n, one in enumerate(world.works) if one.is_recognised]
        fit = [n for n, one in known if one.is_wide and not one.spent_for_provincial]
        without = self._is_fighter(code, replace(world, works=()))
        if self.decided_on < SINGLE_USE or without or not self._is_fighter(code, world):
            return bool(fit)
        low = [n for n, one in known if not one.spent_for_fighter]
        return any(mine != other for mine in fit for other in low)

    # The collectives, the targets, the report.

    def _is_excellent(self, unit: Line) -> Tri:
        members = [code for code, line in self.people.items() if line["Mã đơn vị"] == unit["Mã đơn vị"]]
        rating = unit["Xếp loại tập thể"]
        conditions: list[Tri] = [None if rating == "" else rating == EXCELLENT, bool(members)]
        ratings = [self._rating(code) for code in members]
        conditions.append(_every([None if one is None else one != FAILED for one in ratings]))
        titles = [self._stood(code, self._was_labourer, self.ldtt) for code in members]
        conditions.append(_enough(titles, lambda number: 10 * number >= 7 * len(members)))
        fighters = [self._stood(code, self._was_fighter, self.cstdcs) for code in members]
        conditions.append(_enough(fighters, lambda number: number >= 1))
        if self.regime == "A":
            serious = [_agreed(self._discipline(code, SERIOUS)) for code in members]
            conditions.append(_every([None if one is None else not one for one in serious]))
        return _every(conditions) if self.regime in ("A", "B", "C") else None

    def _stood(self, code: str, was: Callable[[str, int], Tri], now: Mapping[str, Tri]) -> Tri:
        given = was(code, self.year)
        return now[code] if given is None else given

    def report(self) -> Line:
        met = sorted(code for code, said in self.ldtt.items() if said)
        registered = {
            line["Mã"] for line in self.rows.get("Đăng ký thi đua", ()) if line["Danh hiệu đăng ký"] in FIGHTERS
        }
        units = [unit for unit in self.rows["Đơn vị"] if unit["Loại"] != "Lãnh đạo"]
        both = [code for code in met if self.cstdcs[code]]
        return {
            "regime": self.regime,
            "ldtt": f"{len(met)}/{len(self.people)}",
            "ldtt_people": met,
            "not_ldtt": {code: self._why_not(code) for code, said in self.ldtt.items() if said is False},
            "cstdcs": {code: self.cstdcs[code] for code in registered},
            "provincial_fighter": {code: self._all_worlds(code, self._is_provincial) for code in registered},
            "excellent_collective": {unit["Mã đơn vị"]: self._is_excellent(unit) for unit in units},
            "cstdcs_of_ldtt": f"{len(both)}/{len(met)}",
            "cstdcs_quota_floor_15_percent": len(met) * 15 // 100,
            "by_unit": {unit["Mã đơn vị"]: self._of_unit(unit) for unit in self.rows["Đơn vị"]},
            "targets": self._targets(units),
        }

    def _why_not(self, code: str) -> list[str]:
        """What is surely not met."""
        return sorted(set.intersection(*(self._reasons(code, world) for world in self._worlds(code))))

    def _of_unit(self, unit: Line) -> Line:
        members = [code for code, line in self.people.items() if line["Mã đơn vị"] == unit["Mã đơn vị"]]
        counted = {"ldtt": self.ldtt, "cstdcs": self.cstdcs}
        return {"members": len(members)} | {
            name: sum(said[code] is True for code in members) for name, said in counted.items()
        }

    def _targets(self, units: list[Line]) -> Line:
        labourers, is_labourer_granted = self._holders(LABOURER, self.ldtt)
        fighters, is_fighter_granted = self._holders(FIGHTERS[0], self.cstdcs)
        bounds = {line["Mã"]: (line["Từ"], line["Đến"]) for line in self.rows["Chỉ tiêu"]}
        base = [code for code, said in labourers.items() if said]
        of_base = [fighters[code] for code in base]
        five = _judged(bounds["5"], list(labourers.values()), len(self.people))
        six = _judged(bounds["6"], of_base, len(base))
        seven = [self._is_excellent(unit) for unit in units]
        open_base = any(said is None for said in labourers.values())
        both = is_labourer_granted and is_fighter_granted
        return {
            "5": _target(f"{_met(labourers.values())}/{len(self.people)}", is_labourer_granted, five),
            "6": _target(f"{_met(of_base)}/{len(base)}", both, "open" if open_base else six),
            "7": _target(str(_met(seven)), False, _judged(bounds["7"], seven, None if units else 0)),
        }

    def _holders(self, title: str, by_conditions: Mapping[str, Tri]) -> tuple[Mapping[str, Tri], bool]:
        """Who was given a title by a decision of the year, else who meets its conditions; which of the two."""
        wordings = FIGHTERS if title in FIGHTERS else (title,)
        is_granted = any(self._stands(code, wordings, self.year) for code in self.people)
        if not is_granted:
            return by_conditions, False
        counted = (*wordings, *FIGHTERS, PROVINCIAL) if title == LABOURER else wordings
        return {code: bool(self._stands(code, counted, self.year)) for code in self.people}, True


def _lines(grid: list[list[object]]) -> list[Line]:
    header = [str(cell) for cell in grid[3]]
    return [dict(zip(header, row, strict=True)) for row in grid[4:]]


def _agreed(answers: Iterable[bool]) -> Tri:
    found = set(answers)
    return found.pop() if len(found) == 1 else None


def _every(answers: list[Tri]) -> Tri:
    if False in answers:
        return False
    return None if None in answers else True


def _enough(answers: list[Tri], is_enough: Callable[[int], bool]) -> Tri:
    sure = sum(answer is True for answer in answers)
    if is_enough(sure):
        return True
    return None if is_enough(sure + sum(answer is None for answer in answers)) else False


def _met(answers: Iterable[Tri]) -> int:
    return sum(answer is True for answer in answers)


def _judged(bound: tuple[Any, Any], answers: list[Tri], of: int | None) -> str:
    """Of a percentage `of` a base; None = a plain number."""
    if of == 0:
        return "open"
    sure = _met(answers)
    worst, best = (_verdict(bound, number, of) for number in (sure, sure + answers.count(None)))
    return worst if worst == best else "open"


def _verdict(bound: tuple[Any, Any], number: int, of: int | None) -> str:
    low, high = bound
    share = number if of is None else 100 * number
    scale = 1 if of is None else of
    if low != "" and share < low * scale:
        return "below"
    return "above" if high != "" and share > high * scale else "met"


def _target(actual: str, is_granted: bool, verdict: str) -> Line:
    return {"actual": actual, "basis": "granted" if is_granted else "eligible", "verdict": verdict}
