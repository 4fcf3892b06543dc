"""The dated wording of forms."""

from datetime import date
from pathlib import Path

import pytest

from thidua_gui import resources
from thidua_gui.core.errors import UserError
from thidua_gui.documents import wording as module
from thidua_gui.documents.wording import wording

TWO_EDITIONS = """
[[edition]]
from = 2024-01-01
source = "Mẫu mới"
text = { title = "GIẤY KHEN MỚI" }
[[edition]]
from = 2020-01-01
source = "Mẫu cũ"
text = { title = "GIẤY KHEN" }
number = { top = 20 }
"""


@pytest.fixture
def two_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "thu.toml").write_text(TWO_EDITIONS, encoding="utf-8")
    (tmp_path / "documents" / "hong.toml").write_text("[[edition]]\n", encoding="utf-8")
    monkeypatch.setattr(resources, "_ROOT", tmp_path)
    module._editions.cache_clear()


@pytest.mark.usefixtures("two_editions")
@pytest.mark.parametrize(
    ("on", "source"),
    [
        (date(2023, 12, 31), "Mẫu cũ"),
        (date(2024, 1, 1), "Mẫu mới"),
        (date(2015, 1, 1), "Mẫu cũ"),
    ],
)
def test_the_day_chooses_the_edition(on: date, source: str) -> None:
    assert wording("thu", on).source == source


@pytest.mark.usefixtures("two_editions")
def test_texts_are_filled_and_numbers_kept() -> None:
    old = wording("thu", date(2020, 1, 1))
    assert (old.text("title"), old.numbers["top"]) == ("GIẤY KHEN", 20)


@pytest.mark.usefixtures("two_editions")
@pytest.mark.parametrize("form_id", ["hong", "khong-co"])
def test_a_damaged_or_missing_form_is_refused(form_id: str) -> None:
    with pytest.raises(UserError) as refused:
        wording(form_id, date(2022, 1, 1))
    assert refused.value.code == "wording_damaged"


def test_every_shipped_form_names_its_source() -> None:
    for file in resources.path("documents").glob("*.toml"):
        assert wording(file.stem, date(2026, 11, 22)).source
