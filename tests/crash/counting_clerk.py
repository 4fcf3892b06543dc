"""A clerk who types the numbers of a ballot, made to be killed: each number is told on standard output once it is kept.

    python -m tests.crash.counting_clerk FILE
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.services.council_school import award_item, current
from thidua_gui.services import ballots, campaigns, data_file, meetings

NUMBERS = {"valid": 9, "invalid": 0, "agree": 7, "disagree": 1, "blank": 1}


def type_numbers(path: Path) -> None:
    data_file.open_file(path)
    meeting = meetings.meetings(campaigns.campaigns()[0].id)[0].id
    ballot = current(award_item(meeting).id)
    for line in ballot.lines:
        for field, number in NUMBERS.items():
            ballots.count(ballot.id, field, number, line.candidate_id)
            os.write(1, b"kept\n")


if __name__ == "__main__":
    type_numbers(Path(sys.argv[1]))
    data_file.close()
