"""A sheet for the units of the scored school and one for the school itself, for tests of collective scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.models.campaigns import Campaign
from db.models.organisation import Unit
from db.models.scoring import CriteriaSheet, CriteriaSheetUnit, Criterion, Score, Stage
from tests.services.scored_school import School
from thidua_gui.core.ids import CampaignId, CriterionId, UnitId
from thidua_gui.core.scoring import StageKey
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.transaction import write

LINES = (
    ("I", "Kết quả thực hiện nhiệm vụ", "group", 0),
    ("1.1", "Hoàn thành kế hoạch năm", "points", 50),
    ("1.2", "Kết quả của thành viên", "points", 20),
    ("II", "Phong trào và nội bộ", "group", 0),
    ("2.1", "Phong trào thi đua", "points", 15),
    ("2.2", "Đoàn kết, kỷ luật", "points", 15),
)
OF_SCHOOL = (("1", "Đào tạo, bồi dưỡng", "points", 60), ("2", "Thi đua trong cụm", "points", 40))


@dataclass(frozen=True, slots=True)
class Units:
    """Ids by unit code ("@" is the school) and by sheet and number."""

    campaign: CampaignId
    units: dict[str, UnitId]
    criteria: dict[tuple[str, str], CriterionId]

    def cell(self, unit: str, number: str, text: str, sheet: str = "TT") -> CellEntry:
        """What is typed for a unit and a criterion."""
        return CellEntry(self.units[unit], self.criteria[sheet, number], text)


def add(school: School) -> Units:
    """Sheets TT for LLCS and TCHC, CUM for the school itself; nobody has points yet."""
    with write("Tập thể"):
        root = Unit.get_or_none(Unit.code == "@") or Unit.create(
            code="@", name="Trường Chính trị tỉnh", kind="Trường", is_root=True, name_fold="truong"
        )
        criteria = _sheets(school.campaign, root.id)
    return Units(school.campaign, {**school.units, "@": UnitId(root.id)}, criteria)


def add_last_year(made: Units, points: dict[tuple[StageKey, str], Sequence[float]]) -> None:
    """The same sheets a year earlier, with these points by stage and unit."""
    with write("Năm trước"):
        campaign = Campaign.create(year=2021)
        criteria = _sheets(CampaignId(campaign.id), made.units["@"])
        stages = {
            key: Stage.create(campaign=campaign, position=place, key=key, name=key.value).id
            for place, key in enumerate(StageKey)
        }
        for (key, unit), given in points.items():
            for criterion, one in zip(leaves(criteria, "CUM" if unit == "@" else "TT"), given, strict=True):
                Score.create(stage=stages[key], unit=made.units[unit], criterion=criterion, points=round(one * 100))


def score(school: School, made: Units, stage: StageKey, unit: str, points: Sequence[float]) -> None:
    """Give a unit points in printed order."""
    with write("Chấm sẵn"):
        for criterion, one in zip(leaves(made.criteria, "CUM" if unit == "@" else "TT"), points, strict=True):
            Score.create(
                stage=school.stages[stage], unit=made.units[unit], criterion=criterion, points=round(one * 100)
            )


def leaves(criteria: dict[tuple[str, str], CriterionId], sheet: str) -> list[CriterionId]:
    """The criteria that take a score."""
    return [criterion for (code, number), criterion in criteria.items() if code == sheet and number[0].isdecimal()]


def _sheets(campaign: CampaignId, school: int) -> dict[tuple[str, str], CriterionId]:
    units = CriteriaSheet.create(campaign=campaign, code="TT", subject="unit", position=8)
    own = CriteriaSheet.create(campaign=campaign, code="CUM", subject="unit", position=9)
    CriteriaSheetUnit.create(sheet=own.id, unit=school)
    found: dict[tuple[str, str], CriterionId] = {}
    for sheet, lines in ((units, LINES), (own, OF_SCHOOL)):
        group: int | None = None
        for place, (number, content, kind, maximum) in enumerate(lines):
            row = Criterion.create(
                sheet=sheet, parent=group if kind == "points" else None, position=place, number=number,
                content=content, kind=kind, maximum=maximum * 100,
            )
            group = row.id if kind == "group" else group
            found[sheet.code, number] = CriterionId(row.id)
    return found
