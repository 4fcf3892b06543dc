"""A small school with two criteria sheets and three stages, for tests of scoring; written by the models directly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.models.campaigns import Campaign
from db.models.organisation import Membership, Person, Unit
from db.models.scoring import CriteriaSheet, CriteriaSheetGroup, Criterion, RatingThreshold, Score, Stage
from thidua_gui.core.ids import CampaignId, CriterionId, PersonId, StageId, UnitId
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.transaction import write

Lines = Sequence[tuple[str, str, str, int]]
LECTURERS: Lines = (
    ("I", "Phẩm chất chính trị, đạo đức, lối sống", "group", 0),
    ("1.1", "Chấp hành chủ trương", "points", 8),
    ("1.2", "Học tập và làm theo", "points", 12),
    ("II", "Giảng dạy, bồi dưỡng", "group", 0),
    ("2.1", "Định mức giờ giảng", "points", 50),
    ("2.2", "Dự giờ, thao giảng", "points", 30),
    ("VI", "Điểm thưởng", "bonus", 5),
)
STAFF: Lines = (
    ("I", "Phẩm chất chính trị, đạo đức, lối sống", "group", 0),
    ("1.1", "Chấp hành chủ trương", "points", 8),
    ("1.2", "Học tập và làm theo", "points", 12),
    ("II", "Nhiệm vụ chuyên môn", "group", 0),
    ("2.1", "Khối lượng công việc", "points", 80),
)
THRESHOLDS = {"excellent": 9500, "good": 7000, "completed": 5000, "not_completed": 0}


@dataclass(frozen=True, slots=True)
class School:
    """Ids by the codes that tests speak of."""

    campaign: CampaignId
    stages: Mapping[StageKey, StageId]
    units: Mapping[str, UnitId]
    people: Mapping[str, PersonId]
    criteria: Mapping[tuple[str, str], CriterionId]

    def cell(self, person: str, number: str, text: str, sheet: str = "GV") -> CellEntry:
        """What is typed for a person and a criterion."""
        return CellEntry(self.people[person], self.criteria[sheet, number], text)


def build(lecturers: int = 4, staff: int = 2) -> School:
    """GV01… in LLCS, NV01… in TCHC; all hundred points of `SELF` given to nobody yet."""
    with write("Chuẩn bị"):
        campaign = CampaignId(Campaign.create(year=2022).id)
        units = {code: _unit(place, code) for place, code in enumerate(("LLCS", "TCHC"))}
        criteria = _sheet(campaign, "GV", "Giảng viên", LECTURERS) | _sheet(campaign, "VC", "Nhân viên", STAFF)
        people = {
            code: _person(code, unit, group)
            for count, prefix, unit, group in (
                (lecturers, "GV", units["LLCS"], "Giảng viên"),
                (staff, "NV", units["TCHC"], "Nhân viên"),
            )
            for code in (f"{prefix}{place:02}" for place in range(1, count + 1))
        }
        stages = {
            key: StageId(Stage.create(campaign=campaign, position=place, key=key, name=key.value).id)
            for place, key in enumerate(StageKey)
        }
        for rating, points in THRESHOLDS.items():
            RatingThreshold.create(campaign=campaign, rating=rating, from_points=points)
    return School(campaign, stages, units, people, criteria)


def score(school: School, stage: StageKey, person: str, points: Sequence[float], sheet: str = "GV") -> None:
    """Give a person points for the required criteria in printed order; None is left out."""
    lines = LECTURERS if sheet == "GV" else STAFF
    numbers = [number for number, _, kind, _ in lines if kind == "points"]
    with write("Chấm sẵn"):
        for number, given in zip(numbers, points, strict=False):
            Score.create(
                stage=school.stages[stage], person=school.people[person],
                criterion=school.criteria[sheet, number], points=round(given * 100),
            )


def _unit(place: int, code: str) -> UnitId:
    name = {"LLCS": "Khoa Lý luận cơ sở", "TCHC": "Phòng Tổ chức, hành chính"}[code]
    short = {"LLCS": "Lý luận cơ sở", "TCHC": "TC-HC"}[code]
    row = Unit.create(code=code, name=name, short_name=short, kind="Khoa", position=place, name_fold=fold(name))
    return UnitId(row.id)


_NAMES = ("Phạm Thị Hồng Nhung", "Lò Thị Hạnh", "Nguyễn Hữu Thắng", "Dương Thế Vinh", "Chẻo A Pao", "Lý A Tủa")


def _person(code: str, unit: UnitId, group: str) -> PersonId:
    place = int(code[2:]) - 1 + (3 if code.startswith("NV") else 0)
    name = _NAMES[place % len(_NAMES)] if place < len(_NAMES) else f"Nguyễn Văn Người {place:04}"
    row = Person.create(
        code=code, full_name=name, staff_group=group, born_on=date(1970 + place % 30, 3, 2),
        name_fold=fold(name), name_sort=name_key(name), position=place,
    )
    Membership.create(person=row.id, unit=unit)
    return PersonId(row.id)


def _sheet(campaign: CampaignId, code: str, group: str, lines: Lines) -> dict[tuple[str, str], CriterionId]:
    sheet = CriteriaSheet.create(campaign=campaign, code=code)
    CriteriaSheetGroup.create(sheet=sheet, staff_group=group)
    ids: dict[tuple[str, str], CriterionId] = {}
    parent: int | None = None
    for place, (number, content, kind, maximum) in enumerate(lines):
        row = Criterion.create(
            sheet=sheet, parent=parent if kind == "points" else None, position=place, number=number, content=content,
            kind=kind, maximum=maximum * 100, step=None if kind == "group" else 50,
        )
        ids[code, number] = CriterionId(row.id)
        parent = row.id if kind == "group" else parent
    return ids
