"""What a wording means follows the kinds of the open data file, at once and in every thread."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from db.models.proposals import AwardKind
from thidua_gui.core.titles import TitleGroup, TitleKey
from thidua_gui.services import data_file as data_files
from thidua_gui.services import history, people, titles
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write


def _letter(key: str = "own-1", name: str = "Thư khen", family: str = "form") -> None:
    with write("Thêm hình thức"):
        AwardKind.create(key=key, name=name, short="TK", family=family, subject="both", level="grassroots")


def test_a_new_kind_is_known_at_once_and_its_undo_is_too(data_file: OpenFile) -> None:
    assert titles.kind_of("Thư khen của Hiệu trưởng") is None
    _letter()
    kind = titles.kind_of("Thư khen của Hiệu trưởng")
    assert kind is not None
    assert (kind.key, titles.short_of("Thư khen"), titles.key_of("Thư khen")) == ("own-1", "TK", None)
    history.undo_last()
    assert titles.kind_of("Thư khen") is None
    assert titles.short_of("Thư khen") == "Thư khen"


def test_a_kind_that_was_not_written_after_all_is_not_known(data_file: OpenFile) -> None:
    def fails() -> None:
        with write("Thêm hình thức"):
            AwardKind.create(key="own-1", name="Thư khen", short="TK", family="form", subject="both", level="state")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert titles.kind_of("Thư khen") is None


def test_a_window_in_another_thread_knows_the_schools_kinds(data_file: OpenFile) -> None:
    _letter()
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(titles.short_of, "Thư khen").result() == "TK"


def test_another_file_has_its_own_kinds_and_a_file_opened_again_its_old_ones(
    data_file: OpenFile, migrated_file: Path, tmp_path: Path
) -> None:
    _letter()
    data_files.close()
    assert titles.kind_of("Thư khen") is None
    other = tmp_path / "khac.tdkt"
    shutil.copyfile(migrated_file, other)
    data_files.open_file(other)
    assert titles.kind_of("Thư khen") is None
    data_files.close()
    data_files.open_file(data_file.path)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(titles.short_of, "Thư khen").result() == "TK"


def test_a_mark_in_a_grid_follows_a_changed_short_name(data_file: OpenFile) -> None:
    assert people.mark("Lao động tiên tiến").short == "LĐTT"
    with write("Đổi tên gọn"):
        AwardKind.create(
            key="advanced_labourer", name="Lao động tiên tiến", short="LĐ TT", family="title", subject="person",
            level="grassroots",
        )  # fmt: skip
    assert people.mark("Lao động tiên tiến").short == "LĐ TT"
    assert titles.kinds()[TitleKey.ADVANCED_LABOURER].short == "LĐ TT"


@pytest.mark.parametrize(("family", "is_form"), [("title", False), ("form", True)])
def test_an_own_kind_is_a_title_or_a_form_as_the_school_says(data_file: OpenFile, family: str, is_form: bool) -> None:
    _letter(family=family)
    assert titles.is_form("Thư khen") is is_form
    assert ("Thư khen" in titles.offered(TitleGroup.FORM)) is is_form


def test_a_wording_nobody_knows_counts_as_a_form_and_stands_for_itself(data_file: OpenFile) -> None:
    assert titles.is_form("Cúp vàng")
    assert (titles.token("Cúp VÀNG"), titles.token("LĐTT")) == ("cup vang", "advanced_labourer")


def _unit(name: str) -> bool:
    return name in titles.offered(is_unit=True)


def _person(name: str) -> bool:
    return name in titles.offered(is_unit=False)


@pytest.mark.parametrize(("asked", "other"), [(_unit, _person), (_person, _unit)])
def test_only_kinds_for_the_bearer_are_offered(
    data_file: OpenFile, asked: Callable[[str], bool], other: Callable[[str], bool]
) -> None:
    name = "Tập thể lao động tiên tiến" if asked is _unit else "Lao động tiên tiến"
    assert asked(name)
    assert not other(name)


def test_a_hidden_kind_is_not_offered_and_still_known(data_file: OpenFile) -> None:
    _letter()
    with write("Ẩn"):
        AwardKind.update(is_used=False).where(AwardKind.key == "own-1").execute()
    assert "Thư khen" not in titles.offered()
    assert titles.short_of("Thư khen") == "TK"
