"""Who meets the conditions of every title and form, of 5,000 people with ten years behind them, and which collectives.

The yardstick is plain SQL on the same data file in the same run, written for this law alone: for each award one set of
ids, runs of years by window functions (row_number islands) over awards, ratings and revocations, counts within them,
initiatives that are recognised, wide enough and not spent, the share of the members of each unit. It says who surely
meets the conditions and no more. Ours says besides of whom nobody can say it yet, by conditions that are data, for any
regime. Both must name the same people and units for each of the nine awards. What ours keeps between two questions is
thrown away and swept up before each round, so that neither sweeps behind the other: every round reads the file anew.
Target: at most 2 times as long; where other programs slow the clock on the wall, the processor time is judged.
Prints JSON lines. Run: python benchmarks/eligibility.py [--people N] [--rounds N]
"""

import argparse
import gc
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _judged_years
from _judged_years import YEAR

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import data_file
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts

LIMIT = 2.0
Met = Mapping[TitleKey, frozenset[int]]

def _runs(rows: str, last: str = f"last = {YEAR}") -> str:
    """The unbroken runs of years that end there: islands of year - row_number()."""
    return f"""
    SELECT person, last, length FROM (
        SELECT person, MAX(year) AS last, COUNT(*) AS length FROM (
            SELECT person, year, year - ROW_NUMBER() OVER (PARTITION BY person ORDER BY year) AS island FROM {rows}
        ) GROUP BY person, island
    ) WHERE {last}"""


_TABLES = {
    "working": f"""
        SELECT id AS person FROM people
        WHERE (joined_on IS NULL OR joined_on <= '{YEAR}-12-31') AND (left_on IS NULL OR left_on >= '{YEAR}-12-31')""",
    "rated": f"""
        SELECT r.person_id AS person, c.year AS year, r.rating AS rating
        FROM ratings r JOIN campaigns c ON c.id = r.campaign_id
        WHERE r.person_id IS NOT NULL AND c.year <= {YEAR}""",
    "given": f"""
        SELECT person_id AS person, year,
            MAX(CASE WHEN title = 'Chiến sĩ thi đua cơ sở' THEN v.id IS NULL END) AS own,
            MAX(CASE WHEN title IN ('Chiến sĩ thi đua cấp tỉnh', 'Chiến sĩ thi đua toàn quốc') THEN v.id IS NULL END)
                AS higher,
            MAX(CASE WHEN title = 'Chiến sĩ thi đua cấp tỉnh' THEN v.id IS NULL END) AS provincial,
            MAX(CASE WHEN title = 'Chiến sĩ thi đua toàn quốc' THEN v.id IS NULL END) AS country,
            MAX(CASE WHEN title = 'Bằng khen' THEN v.id IS NULL END) AS diploma,
            MAX(CASE WHEN title = 'Bằng khen của Thủ tướng Chính phủ' THEN v.id IS NULL END) AS minister
        FROM awards a LEFT JOIN award_revocations v ON v.award_id = a.id
        WHERE person_id IS NOT NULL AND year <= {YEAR} GROUP BY person_id, year""",
    "works": f"""
        SELECT a.person_id AS person, i.id AS work, c.year AS year, i.scope AS scope,
            COUNT(u.id) AS uses,
            COALESCE(SUM(u.title = 'Chiến sĩ thi đua cơ sở' AND u.year = {YEAR}), 0) AS for_fighter,
            COALESCE(SUM(u.title = 'Bằng khen' AND u.year = {YEAR}), 0) AS for_diploma
        FROM initiative_authors a
        JOIN initiatives i ON i.id = a.initiative_id JOIN campaigns c ON c.id = i.campaign_id
        LEFT JOIN initiative_uses u ON u.initiative_id = i.id AND u.person_id = a.person_id
            AND (u.award_id IS NULL OR u.award_id NOT IN (SELECT award_id FROM award_revocations))
        WHERE i.result = 'Công nhận' AND c.year <= {YEAR} GROUP BY a.person_id, i.id""",
    "for_fighter": f"SELECT person, work FROM works WHERE year = {YEAR} AND uses = for_fighter",
    "labourers": f"""
        SELECT w.person FROM working w
        WHERE w.person IN (
            SELECT person_id FROM registrations r JOIN campaigns c ON c.id = r.campaign_id WHERE c.year = {YEAR}
        ) AND (
            w.person IN (SELECT person FROM rated WHERE year = {YEAR} AND rating IN ('excellent', 'good'))
            OR w.person IN (
                SELECT p.person_id FROM personnel_changes p JOIN campaigns c ON c.id = p.campaign_id
                WHERE c.year = {YEAR} AND p.kind = 'Cử đi học' AND p.from_on <= '{YEAR}-12-31'
                AND COALESCE(p.until_on, '{YEAR}-12-31') >= '{YEAR}-01-01'
                AND COALESCE(p.until_on, '{YEAR}-12-31') >= date(p.from_on, '+12 months', '-1 day')
                AND p.detail LIKE '%khá%' AND p.detail NOT LIKE '%trung bình%'
            )
        )""",
    "by_rating": f"""
        SELECT person FROM labourers
        WHERE person IN (SELECT person FROM rated WHERE year = {YEAR} AND rating = 'excellent')""",
    "fighters": """
        SELECT person FROM by_rating
        UNION SELECT person FROM labourers WHERE person IN (SELECT person FROM for_fighter)""",
    "taken": "SELECT person FROM fighters EXCEPT SELECT person FROM by_rating",
    "fighter_years": f"""
        SELECT person, year FROM given WHERE year < {YEAR} AND (own = 1 OR (own IS NULL AND higher = 1))
        UNION ALL SELECT person, {YEAR} FROM fighters""",
    "fighter_runs": _runs("fighter_years"),
    "provincial_runs": _runs(
        "(SELECT person, year FROM given WHERE provincial = 1 OR (provincial IS NULL AND country = 1))",
        f"last >= {YEAR - 1}",
    ),
    "excellent_runs": _runs("(SELECT person, year FROM rated WHERE rating = 'excellent')"),
    "good_runs": _runs("(SELECT person, year FROM rated WHERE rating IN ('excellent', 'good'))"),
    "first_diploma": f"SELECT DISTINCT person FROM given WHERE diploma = 1 AND year < {YEAR}",
    "after_minister": f"""
        SELECT g.person, MIN(g.length, {YEAR} - f.year) AS length
        FROM good_runs g JOIN (
            SELECT person, MIN(year) AS year FROM given WHERE minister = 1 AND year < {YEAR} GROUP BY person
        ) f ON f.person = g.person""",
    "members": f"""
        SELECT m.unit_id AS unit, COUNT(*) AS members, COUNT(l.person) AS labourers, COUNT(f.person) AS fighters,
            SUM(r.rating IS NOT NULL AND r.rating <> 'not_completed') AS completed
        FROM memberships m JOIN working w ON w.person = m.person_id
        LEFT JOIN labourers l ON l.person = m.person_id LEFT JOIN fighters f ON f.person = m.person_id
        LEFT JOIN (SELECT person, rating FROM rated WHERE year = {YEAR}) r ON r.person = m.person_id
        GROUP BY m.unit_id""",
    "collectives": f"""
        SELECT r.unit_id AS unit, r.rating, m.members, m.labourers, m.fighters, m.completed
        FROM ratings r JOIN campaigns c ON c.id = r.campaign_id AND c.year = {YEAR}
        JOIN (
            SELECT unit, members, labourers, fighters, completed FROM members
            UNION ALL SELECT u.id, SUM(members), SUM(labourers), SUM(fighters), SUM(completed)
            FROM members JOIN units u ON u.is_root
        ) m ON m.unit = r.unit_id""",
}
"""What several of the awards ask about, each worked out once."""
_INDEXED = ("works", "for_fighter", "fighter_years", "rated")

_PEOPLE = {
    TitleKey.ADVANCED_LABOURER: "SELECT person FROM labourers",
    TitleKey.GRASSROOTS_FIGHTER: "SELECT person FROM fighters",
    TitleKey.PROVINCIAL_FIGHTER: f"""
        SELECT r.person FROM fighter_runs r
        JOIN works w ON w.person = r.person AND w.year = {YEAR} AND w.uses = 0 AND w.scope IN ('Tỉnh', 'Toàn quốc')
        WHERE r.length >= 3 AND (
            r.person NOT IN (SELECT person FROM taken)
            OR EXISTS (SELECT 1 FROM for_fighter f WHERE f.person = r.person AND f.work <> w.work)
        )""",
    TitleKey.NATIONAL_FIGHTER: f"""
        SELECT r.person FROM provincial_runs r
        JOIN works w ON w.person = r.person AND w.year = {YEAR} AND w.uses = 0 AND w.scope = 'Toàn quốc'
        WHERE r.length >= 2""",
    TitleKey.DIPLOMA_OF_MERIT: f"""
        SELECT p.person FROM (
            SELECT person, MAX(length) AS length FROM (
                SELECT person, length FROM fighter_runs UNION ALL SELECT person, length FROM excellent_runs
            ) GROUP BY person HAVING MAX(length) >= 2
        ) p
        JOIN works w ON w.person = p.person AND w.year > {YEAR} - p.length
        GROUP BY p.person
        HAVING SUM(w.uses = w.for_diploma) >= 2 AND (
            p.person NOT IN (SELECT person FROM taken)
            OR SUM(w.uses = w.for_diploma OR (w.year = {YEAR} AND w.uses = w.for_fighter)) > 2
        )""",
    TitleKey.PRIME_MINISTER_DIPLOMA: f"""
        SELECT g.person FROM good_runs g
        JOIN first_diploma d ON d.person = g.person
        JOIN fighter_years y ON y.person = g.person AND y.year > {YEAR} - g.length
        WHERE g.length >= 5 GROUP BY g.person HAVING COUNT(*) >= 3""",
    TitleKey.ORDER_THIRD: f"""
        SELECT m.person FROM after_minister m
        JOIN fighter_years y ON y.person = m.person AND y.year > {YEAR} - m.length
        WHERE m.length >= 5 AND EXISTS (
            SELECT 1 FROM rated r WHERE r.person = m.person AND r.rating = 'excellent' AND r.year > {YEAR} - m.length
        ) GROUP BY m.person HAVING COUNT(*) >= 3""",
}
_COLLECTIVES = {
    TitleKey.ADVANCED_COLLECTIVE: "rating IN ('excellent', 'good') AND 2 * labourers > members",
    TitleKey.EXCELLENT_COLLECTIVE: """
        rating = 'excellent' AND completed = members AND 10 * labourers >= 7 * members AND fighters >= 1""",
}
AWARDS = (*_PEOPLE, *_COLLECTIVES)


def yardstick(path: Path) -> Met:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        for name, statement in _TABLES.items():
            connection.execute(f"CREATE TEMP TABLE {name} AS {statement}")
            if name in _INDEXED:
                connection.execute(f"CREATE INDEX temp.of_{name} ON {name} (person)")
        found = {award: connection.execute(statement).fetchall() for award, statement in _PEOPLE.items()}
        for award, condition in _COLLECTIVES.items():
            found[award] = connection.execute(f"SELECT unit FROM collectives WHERE {condition}").fetchall()
    return {award: frozenset(subject for subject, *_ in rows) for award, rows in found.items()}


def ours(campaign: CampaignId) -> Met:
    with read():
        found = YearFacts(campaign).eligibility.every()
    return {award: outcomes.met for award, outcomes in found.items()}


def measure(path: Path, campaign: CampaignId, rounds: int, people: int) -> bool:
    """Both in turns; whether they agree and the limit was kept."""
    wall: dict[str, list[float]] = {"ours": [], "yardstick": []}
    processor: dict[str, list[float]] = {"ours": [], "yardstick": []}
    met: dict[str, Met] = {}
    for _ in range(rounds):
        for name, work in (("yardstick", lambda: yardstick(path)), ("ours", lambda: ours(campaign))):
            gc.collect()
            start = time.perf_counter(), time.process_time()
            met[name] = work()
            wall[name].append(time.perf_counter() - start[0])
            processor[name].append(time.process_time() - start[1])
    told = {award: (met["ours"][award], met["yardstick"][award]) for award in AWARDS}
    wrong = {award.value: sorted(one ^ two)[:5] for award, (one, two) in told.items() if one != two}
    medians = {name: statistics.median(times) for name, times in wall.items()}
    ratios = [statistics.median(taken["ours"]) / statistics.median(taken["yardstick"]) for taken in (wall, processor)]
    line = {
        "what": f"eligibility for {len(AWARDS)} titles and forms, {people} people x {_judged_years.YEARS} years",
        "ours_s": round(medians["ours"], 3),
        "yardstick_s": round(medians["yardstick"], 3),
        "ratio": round(ratios[0], 2),
        "processor_ratio": round(ratios[1], 2),
        "limit": LIMIT,
        "rounds": rounds,
        "met": {award.value: len(one) for award, (one, _) in told.items()},
        "not_agreed": wrong,
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return not wrong and min(ratios) <= LIMIT


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=5000)
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "truong.tdkt"
        data_file.create(path)
        try:
            campaign = CampaignId(_judged_years.fill(chosen.people))
            kept = measure(path, campaign, chosen.rounds, chosen.people)
        finally:
            data_file.close()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
