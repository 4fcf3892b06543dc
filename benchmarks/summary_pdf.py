"""The score summary of 2,000 people in 60 units, beside platypus.Table of as many rows in the same run.

Target: at most 1.5 times as long. Prints JSON lines. Run: python benchmarks/summary_pdf.py [--count N] [--rounds N]
"""

import argparse
import sys
from datetime import date
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import _yardsticks

from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.documents.office import office
from thidua_gui.documents.score_summary import ScoredPerson, ScoredUnit, ScoreSummaryFacts, score_summary
from thidua_gui.documents.summaries import render_score_summary

LIMIT = 1.5
ON = date(2022, 12, 8)


def facts(count: int) -> ScoreSummaryFacts:
    def scored(person: _yardsticks.Somebody) -> ScoredPerson:
        points = {stage: Points(10 * (person.tenths - 5 * place)) for place, stage in enumerate(StageKey)}
        return ScoredPerson(person.name, person.post, date(1990, 1, 1), points, Rating.GOOD, is_decided=True)

    units = tuple(
        ScoredUnit(name, tuple(map(scored, members)))
        for name, members in groupby(_yardsticks.people(count), key=lambda person: person.unit)
    )
    school = office("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "Lai Châu", "TCT")
    return ScoreSummaryFacts(school, 2022, units, ON, "Hiệu trưởng", "Hoàng Đức Khải", issued_on=ON)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args()
    told, people = facts(chosen.count), _yardsticks.people(chosen.count)
    _yardsticks.register_fonts()
    render_score_summary(score_summary(facts(5), ON))  # both have their fonts ready before the clock runs
    kept = _yardsticks.compare(
        f"summary of {chosen.count} people / platypus Table",
        lambda: render_score_summary(score_summary(told, ON)),
        lambda: _yardsticks.people_table(people),
        chosen.rounds,
        LIMIT,
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
