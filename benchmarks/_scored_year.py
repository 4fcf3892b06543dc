"""A year of a large school in the open data file: people, one criteria sheet, three stages, scores. Seeded; not a
benchmark itself.
"""

import random
from collections.abc import Iterator

import _yardsticks

from db.bulk import insert_many
from db.models.campaigns import Campaign
from db.models.organisation import Membership, Person, Unit
from db.models.scoring import CriteriaSheet, CriteriaSheetGroup, Criterion, RatingThreshold, Score, Stage
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.services.transaction import write

UNITS, GROUPS, STAFF = 60, 8, "Giảng viên"
THRESHOLDS = {Rating.EXCELLENT: 9000, Rating.GOOD: 7000, Rating.COMPLETED: 5000, Rating.NOT_COMPLETED: 0}


def fill(people: int, criteria: int) -> None:
    """Stage self is scored wholly; in stage unit one person in nine lacks a score; the council has not begun."""
    with write("Benchmark"):
        campaign = Campaign.create(year=2022).id
        _school(people)
        stages = [
            Stage.create(campaign=campaign, position=place, key=key, name=key.value).id
            for place, key in enumerate(StageKey)
        ]
        leaves = _sheet(campaign, criteria)
        for rating, points in THRESHOLDS.items():
            RatingThreshold.create(campaign=campaign, rating=rating, from_points=points)
        scores = ("stage_id", "person_id", "criterion_id", "points")
        insert_many(Score, scores, _scores(people, stages[:2], leaves))


def _school(count: int) -> None:
    people = _yardsticks.people(count)
    units = ((n, f"DV{n:02}", f"Khoa số {n}", f"K{n:02}", "Khoa", f"khoa so {n}", n) for n in range(1, UNITS + 1))
    insert_many(Unit, ("id", "code", "name", "short_name", "kind", "name_fold", "position"), units)
    facts = ("id", "code", "full_name", "staff_group", "name_fold", "name_sort", "position")
    told = ((n, one.code, one.name, STAFF, fold(one.name), name_key(one.name), n) for n, one in enumerate(people, 1))
    insert_many(Person, facts, told)
    insert_many(Membership, ("person_id", "unit_id"), ((n, n % UNITS + 1) for n in range(1, count + 1)))


def _sheet(campaign: int, count: int) -> dict[int, int]:
    """Groups of as many criteria each, 100 points in all; ids of the criteria with their maxima in hundredths."""
    sheet = CriteriaSheet.create(campaign=campaign, code="GV")
    CriteriaSheetGroup.create(sheet=sheet, staff_group=STAFF)
    leaves: dict[int, int] = {}
    for place in range(count):
        group, item = divmod(place, count // GROUPS)
        if item == 0:
            words = f"Nhóm tiêu chí số {group + 1}"
            parent = _line(sheet.id, None, place, str(group + 1), words, "group", 0)
        words = f"Thực hiện nhiệm vụ số {place + 1}"
        maximum = 10_000 // count
        leaves[_line(sheet.id, parent, place, f"{group + 1}.{item + 1}", words, "points", maximum)] = maximum
    return leaves


def _line(sheet: int, parent: int | None, place: int, number: str, content: str, kind: str, maximum: int) -> int:
    row = Criterion.create(
        sheet=sheet, parent=parent, position=2 * place + (kind == "points"), number=number, content=content, kind=kind,
        maximum=maximum, step=None if kind == "group" else 5,
    )  # fmt: skip
    return int(row.id)


def _scores(people: int, stages: list[int], leaves: dict[int, int]) -> Iterator[tuple[int, int, int, int]]:
    dice = random.Random(11)
    missing = {person: dice.choice(list(leaves)) for person in range(9, people + 1, 9)}
    for stage in stages:
        for person in range(1, people + 1):
            for criterion, maximum in leaves.items():
                if stage == stages[0] or missing.get(person) != criterion:
                    yield stage, person, criterion, maximum - 5 * dice.randrange(maximum // 10)
