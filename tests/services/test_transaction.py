"""A command is written wholly or not at all, tells which rows it changed, and never runs inside another."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import peewee as pw
import pytest

from db import bulk
from db.connection import database, open_connection
from db.models.history import Operation
from db.models.settings import Setting
from tests.services.conftest import NOW
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Cancelled, SystemProblem, UserError
from thidua_gui.core.ids import OperationId
from thidua_gui.services.transaction import LISTED_ROWS, open_session, read, write


def put(key: str, value: str = "1") -> int:
    row: Setting = Setting.create(key=key, value=value)
    return row.id


def test_a_command_tells_the_rows_it_changed(data_file):
    with write("Thêm") as operation:
        first, second = put("a"), put("b")
    rows = frozenset({("settings", first), ("settings", second)})
    assert operation.changes == Changes("Thêm", rows, operation.id)


def test_the_operation_keeps_who_when_and_why(data_file):
    with write("Sửa", reason="nhầm", user="Bảo", kind="import", barrier=True):
        put("a")
    row = Operation.get()
    assert (row.title, row.reason, row.user, row.at, row.kind) == ("Sửa", "nhầm", "Bảo", NOW, "import")
    assert row.barrier is True


def test_without_a_name_the_user_of_the_file_is_meant(data_file):
    with write("Thêm"):
        put("a")
    assert Operation.get().user == data_file.user


def test_a_command_that_changes_nothing_has_no_operation(data_file):
    with write("Xem") as operation:
        Setting.update(value="2").where(Setting.key == "không có").execute()
    assert operation.changes == Changes("Xem")
    assert Operation.select().count() == 0


@pytest.mark.parametrize("error", [UserError("no"), Cancelled(), ZeroDivisionError(), KeyboardInterrupt()])
def test_whatever_is_raised_nothing_is_written(data_file, error):
    def command():
        with write("Thêm"):
            put("a")
            raise error

    with pytest.raises(type(error)):
        command()
    assert Setting.select().count() == Operation.select().count() == 0


def test_the_next_command_works_after_a_failed_one(data_file):
    with pytest.raises(UserError), write("Thêm"):
        raise UserError("no")
    with write("Thêm") as operation:
        put("a")
    assert operation.changes.touches("settings")


def test_changes_are_known_after_the_block_only(data_file):
    with write("Thêm") as operation:
        with pytest.raises(RuntimeError):
            _ = operation.changes
        put("a")
    assert operation.changes.ids("settings") == {1}


@pytest.mark.parametrize("outer", [lambda: write("Ngoài"), read])
def test_a_write_inside_another_transaction_is_a_bug(data_file, outer):
    with pytest.raises(RuntimeError, match="inside"), outer(), write("Trong"):
        pass


def test_a_read_joins_what_surrounds_it(data_file):
    with write("Thêm"):
        put("a")
        with read(), read():
            assert Setting.select().count() == 1
    with read():
        assert Setting.select().count() == 1


def test_of_many_rows_only_the_table_is_told(data_file):
    with write("Nhập", kind="import") as operation:
        bulk.insert_many(Setting, ("key", "value"), [(f"k{n}", "1") for n in range(LISTED_ROWS + 1)])
    assert (operation.changes.many, operation.changes.rows) == (frozenset({"settings"}), frozenset())
    assert operation.changes.operation == OperationId(operation.id)


def test_a_full_disk_is_told_and_leaves_the_old_state(data_file):
    with write("Thêm"):
        put("a")
    database.run("PRAGMA max_page_count = 1")
    with pytest.raises(SystemProblem) as told, write("Thêm nhiều"):
        bulk.insert_many(Setting, ("key", "value"), [(f"k{n}", f'"{"x" * 3000}"') for n in range(200)])
    assert told.value.code == "disk_full"
    assert [row.key for row in Setting.select()] == ["a"]


def test_a_bug_in_a_query_stays_a_bug(data_file):
    with pytest.raises(pw.OperationalError), read():
        Setting.raw("SELECT nothing FROM nowhere").execute()


def test_a_file_held_by_another_program_is_told(data_file):
    database.timeout = 0
    other = sqlite3.connect(data_file.path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(SystemProblem) as told, write("Thêm"):
        pass
    other.close()
    assert told.value.code == "busy"


@pytest.mark.usefixtures("no_data_file")
@pytest.mark.parametrize("block", [read, lambda: write("Thêm"), open_session])
def test_without_an_open_file_nothing_can_be_done(block):
    with pytest.raises(RuntimeError, match="no data file is open"):
        block().__enter__()


def test_a_file_opened_without_the_service_has_no_session(migrated_file, tmp_path):
    open_connection(Path(shutil.copy(migrated_file, tmp_path)))
    with pytest.raises(RuntimeError, match="no data file is open"):
        open_session()
    database.close()
