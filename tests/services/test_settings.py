"""A setting applies from its day on; before any decision the default applies."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.settings import Setting
from thidua_gui.services import history, settings
from thidua_gui.services.transaction import write


def test_without_a_decision_the_default_applies(data_file):
    assert settings.get("council.quorum", "2/3") == "2/3"


@pytest.mark.parametrize("value", [True, 7, "Lò Văn Đức", ["a", "b"], {"a": "b"}])
def test_a_value_comes_back_equal(data_file, value):
    settings.put("key", value)
    assert settings.get("key", type(value)()) == value


def test_each_day_has_the_value_decided_for_it(data_file):
    settings.put("limit", 1)
    settings.put("limit", 2, valid_from=date(2022, 1, 1))
    settings.put("limit", 3, valid_from=date(2027, 1, 1))
    days = [date(2021, 12, 31), date(2022, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [settings.get("limit", 0, on=day) for day in days] == [1, 2, 2, 3]
    assert settings.get("limit", 0) == 2


@pytest.mark.parametrize("day", [None, date(2022, 1, 1)])
def test_a_value_of_the_same_day_is_replaced(data_file, day):
    settings.put("limit", 1, valid_from=day)
    changes = settings.put("limit", 2, valid_from=day)
    assert settings.get("limit", 0) == 2
    assert (Setting.select().count(), changes.ids("settings")) == (1, {1})


def test_a_value_of_another_kind_is_a_bug(data_file):
    settings.put("limit", "2")
    with pytest.raises(TypeError, match="limit"):
        settings.get("limit", 0)


def test_a_setting_is_undone_as_any_step(data_file):
    settings.put("limit", 1)
    settings.put("limit", 2)
    history.undo_last()
    assert settings.get("limit", 0) == 1


def test_a_larger_command_may_store_a_setting(data_file):
    with write("Năm mới") as operation:
        settings.store("limit", 5)
    assert operation.changes.title == "Năm mới"
    assert settings.get("limit", 0) == 5
