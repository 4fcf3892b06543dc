"""Ten years of a large school in the open data file: ratings, awards, revocations, initiatives and what they served,
and the year that is to be judged. Seeded; not a benchmark itself.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import _yardsticks

from db.bulk import insert_many
from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Campaign, PersonnelChange, Registration
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.organisation import Membership, Person, Unit
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.ratings import Rating
from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.services.transaction import write

YEAR, YEARS, UNITS = 2025, 10, 60
DECIDED_ON = date(2025, 12, 8)
LABOURER, FIGHTER, PROVINCIAL = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh"
DIPLOMA, OF_MINISTER = "Bằng khen", "Bằng khen của Thủ tướng Chính phủ"
_RATED = (Rating.EXCELLENT, Rating.GOOD, Rating.COMPLETED, Rating.NOT_COMPLETED)
_SCOPES = ("Cơ sở", "Tỉnh", "Toàn quốc", None)
_RESULTS = ("Công nhận", "Không công nhận", None)
Given = tuple[int, int, str, date]


def fill(count: int) -> int:
    """The school; the id of the campaign of the year that is judged."""
    dice = random.Random(13)
    joined = [date(2000, 9, 1) + timedelta(days=dice.randrange(9000)) for _ in range(count)]
    good = [dice.choice((0.1, 0.3, 0.9)) for _ in range(count)]
    with write("Benchmark"):
        campaigns = {
            year: Campaign.create(year=year, decision_on=DECIDED_ON.replace(year=year)).id
            for year in range(YEAR - YEARS + 1, YEAR + 1)
        }
        _school(count, joined)
        _ratings(dice, campaigns, joined, good)
        _awards(dice, joined, good)
        _initiatives(dice, campaigns, good)
        _this_year(dice, campaigns[YEAR], count)
    return int(campaigns[YEAR])


def _school(count: int, joined: list[date]) -> None:
    Unit.create(id=1, code="@", name="Trường", kind="Trường", name_fold="truong", is_root=True)
    told = ((n + 1, f"DV{n:02}", f"Khoa số {n}", "Khoa", f"khoa so {n}", n, 1) for n in range(1, UNITS + 1))
    insert_many(Unit, ("id", "code", "name", "kind", "name_fold", "position", "parent_id"), told)
    people = _yardsticks.people(count)
    facts = ("id", "code", "full_name", "name_fold", "name_sort", "position", "joined_on")
    rows = (
        (n, one.code, one.name, fold(one.name), name_key(one.name), n, joined[n - 1])
        for n, one in enumerate(people, 1)
    )  # fmt: skip
    insert_many(Person, facts, rows)
    insert_many(Membership, ("person_id", "unit_id"), ((n, n % UNITS + 2) for n in range(1, count + 1)))


def _ratings(dice: random.Random, campaigns: dict[int, int], joined: list[date], good: list[float]) -> None:
    """One in fifty is not rated."""
    rows = [
        (campaign, person, dice.choices(_RATED, (share, 1 - share, 0.06, 0.02))[0])
        for year, campaign in campaigns.items()
        for person, share in enumerate(good, 1)
        if joined[person - 1].year <= year and dice.random() > 0.02
    ]
    insert_many(RatingRow, ("campaign_id", "person_id", "rating"), rows)
    units = ((campaigns[YEAR], n + 1, dice.choice(_RATED[:2])) for n in range(UNITS + 1))
    insert_many(RatingRow, ("campaign_id", "unit_id", "rating"), units)


def _awards(dice: random.Random, joined: list[date], good: list[float]) -> None:
    """Of the years before; one in fifty was revoked, and half of these were given again."""
    given = [one for person, share in enumerate(good, 1) for one in _given(dice, person, share, joined[person - 1])]
    columns = ("id", "person_id", "year", "title", "decided_on")
    insert_many(Award, columns, ((n, *one) for n, one in enumerate(given, 1)))
    revoked = [n for n in range(1, len(given) + 1) if dice.random() < 0.02]
    insert_many(AwardRevocation, ("award_id", "revoked_on"), ((n, date(YEAR, 2, 1)) for n in revoked))
    insert_many(Award, columns[1:], (given[n - 1] for n in revoked[::2]))


def _given(dice: random.Random, person: int, share: float, joined: date) -> Iterator[Given]:
    for year in range(max(YEAR - YEARS + 1, joined.year), YEAR):
        decided = DECIDED_ON.replace(year=year)
        if dice.random() < 0.9:
            yield person, year, LABOURER, decided
        for title, chance in ((FIGHTER, 0.9), (PROVINCIAL, 0.15), (DIPLOMA, 0.1), (OF_MINISTER, 0.03)):
            if dice.random() < chance * share:
                yield person, year, title, decided


def _initiatives(dice: random.Random, campaigns: dict[int, int], good: list[float]) -> None:
    """One in five served something."""
    works = [
        (campaign, person, dice.choices(_SCOPES, (6, 5, 2, 0.3))[0], dice.choices(_RESULTS, (20, 1, 1))[0], year)
        for year, campaign in campaigns.items()
        for person, share in enumerate(good, 1)
        for _ in range(2)
        if dice.random() < 0.2 + share / 2
    ]
    rows = (
        (n, campaign, f"SK{n}", f"Sáng kiến {n}", scope, result)
        for n, (campaign, _, scope, result, _) in enumerate(works, 1)
    )
    insert_many(Initiative, ("id", "campaign_id", "code", "name", "scope", "result"), rows)
    insert_many(InitiativeAuthor, ("initiative_id", "person_id"), ((n, one[1]) for n, one in enumerate(works, 1)))
    uses = (
        (n, one[1], one[4], dice.choice((FIGHTER, DIPLOMA)), DECIDED_ON.replace(year=one[4]))
        for n, one in enumerate(works, 1)
        if dice.random() < 0.2
    )
    insert_many(InitiativeUse, ("initiative_id", "person_id", "year", "title", "decided_on"), uses)


def _this_year(dice: random.Random, campaign: int, count: int) -> None:
    """Registrations, and one in fifty at a long study."""
    registered = (
        (campaign, person, dice.choice((LABOURER, FIGHTER)))
        for person in range(1, count + 1)
        if dice.random() < 0.95
    )
    insert_many(Registration, ("campaign_id", "person_id", "title"), registered)
    results = ("Cao học, kết quả khá", "kết quả trung bình khá", "")
    away = (
        (campaign, person, "Cử đi học", date(YEAR - 1, 10, 1), date(YEAR, 12, 31), dice.choice(results))
        for person in range(1, count + 1, 50)
    )
    insert_many(PersonnelChange, ("campaign_id", "person_id", "kind", "from_on", "until_on", "detail"), away)
