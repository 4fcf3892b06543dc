"""The decision that revoked an award goes out with the year's workbook and comes in again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.models.awards import AwardRevocation
from tests.services.small_school import person
from tests.services.year_books import sample
from thidua_gui.core.ids import AwardId, CampaignId
from thidua_gui.services import awards, awards_edit, exports, imports
from thidua_gui.services.awards import Revocation
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    """CB02 was given something in 2019 that a decision revoked."""
    assert data_file
    campaign = imports.import_year(sample()).campaign_id
    made = awards_edit.add_award(AwardDraft(person("CB02"), None, 2019, "Giấy khen", "1-QĐ", date(2019, 12, 8)))
    (award,) = made.ids("awards")
    awards_edit.revoke_award(AwardId(award), date(2020, 3, 1), "Khai sai", "15-QĐ/TCT")
    return campaign


def revocation() -> Revocation | None:
    (found,) = [row for row in awards.of_person(person("CB02")) if (row.year, row.title) == (2019, "Giấy khen")]
    return found.revocation


def forget() -> None:
    with write("Mất số"):
        AwardRevocation.update(decision_number=None).execute()


def test_the_number_comes_back_with_the_workbook(year: CampaignId, tmp_path: Path) -> None:
    path = exports.export_year(year, tmp_path / "so.xlsx")
    forget()
    imports.import_year(path)
    assert revocation() == Revocation(date(2020, 3, 1), "Khai sai", "15-QĐ/TCT")


def test_a_workbook_without_the_number_erases_nothing(year: CampaignId, tmp_path: Path) -> None:
    forget()
    path = exports.export_year(year, tmp_path / "so.xlsx")
    with write("Số"):
        AwardRevocation.update(decision_number="15-QĐ/TCT").execute()
    imports.import_year(path)
    assert revocation() == Revocation(date(2020, 3, 1), "Khai sai", "15-QĐ/TCT")
