"""Which rule pack judges a year."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Campaign
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.rule_review import rule_book
from thidua_gui.services.transaction import write


@pytest.mark.parametrize(
    ("decided_on", "told"),
    [
        (date(2023, 12, 31), ("A", "A", True, False)), (date(2024, 1, 1), ("B", "B", True, False)),
        (date(2026, 12, 8), ("D", "C", True, True)), (None, ("A", "A", False, False)),
    ],
)  # fmt: skip
def test_the_day_of_the_decision_says_which_pack_judges_the_year(
    sample_year: CampaignSummary, decided_on: date | None, told: tuple[str, str, bool, bool]
) -> None:
    with write("Ngày quyết định"):
        Campaign.update(decision_on=decided_on).execute()
    found = rule_book(sample_year.id).year
    assert found is not None
    assert found.law.pack is not None
    assert (found.law.regime, found.law.pack.id, found.is_set, found.law.is_provisional) == told
