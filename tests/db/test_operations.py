"""Every change of a row is recorded under its operation, and the inverse of an operation restores the rows."""

from __future__ import annotations

import json
from datetime import datetime

import peewee as pw
import pytest

from db import operations
from db.models.attachments import Attachment
from db.models.history import Operation, RowChange
from db.models.settings import Setting

AT = datetime(2026, 11, 22, 8, 30)


def run(database, work, undoes=None):
    """One operation; returns its id."""
    new = operations.NewOperation(AT, "Hoa", "thử", undoes=undoes)
    with database.transaction("IMMEDIATE"), operations.recorded(new) as operation_id:
        work()
        return operation_id


def undo(database, operation_id):
    return run(database, lambda: operations.apply_inverse(operation_id), undoes=operation_id)


def logged(operation_id):
    return [(c.action, c.table_name, c.row_id) for c in RowChange.select().where(RowChange.operation == operation_id)]


def settings():
    return {row.key: row.value for row in Setting.select()}


def put(key, value):
    return lambda: Setting.insert(key=key, value=value).execute()


def change(key, value):
    return lambda: Setting.update(value=value).where(Setting.key == key).execute()


def drop(key):
    return lambda: Setting.delete().where(Setting.key == key).execute()


def test_an_insert_is_logged_without_content(opened):
    first = run(opened, put("a", "1"))
    row = RowChange.get()
    assert logged(first) == [("I", "settings", 1)]
    assert (row.old, row.new) == (None, None)


def test_an_update_is_logged_with_both_rows(opened):
    run(opened, put("a", "1"))
    run(opened, change("a", '"ư"'))
    row = RowChange.get(RowChange.action == "U")
    assert json.loads(row.old) == {"id": 1, "key": "a", "valid_from": None, "value": "1"}
    assert json.loads(row.new)["value"] == '"ư"'


def test_a_delete_is_logged_with_the_row(opened):
    run(opened, put("a", "1"))
    run(opened, drop("a"))
    assert json.loads(RowChange.get(RowChange.action == "D").old)["value"] == "1"


def test_an_update_to_equal_values_is_no_change(opened):
    run(opened, put("a", "1"))
    again = run(opened, change("a", "1"))
    assert Operation.get_or_none(Operation.id == again) is None


def test_a_command_that_changed_nothing_leaves_no_trace(opened):
    run(opened, lambda: None)
    assert Operation.select().count() == 0


def test_an_undo_that_found_everything_as_it_was_stays_in_the_history(opened):
    first = run(opened, put("a", "1"))
    second = run(opened, change("a", "2"))
    run(opened, change("a", "1"))
    again = undo(opened, second)
    assert logged(again) == []
    assert Operation.get_by_id(again).undoes_id == second > first


def test_a_write_outside_an_operation_fails(opened):
    with pytest.raises(pw.IntegrityError, match="operation_id"):
        put("a", "1")()
    assert settings() == {}


def test_after_a_failed_operation_writes_fail_again(opened):
    with pytest.raises(ZeroDivisionError):
        run(opened, lambda: 1 / 0)
    with pytest.raises(pw.IntegrityError):
        put("a", "1")()


def test_attachments_are_never_logged(opened):
    row = {"sha256": "0" * 64, "name": "a", "media_type": "image/png", "size": 2, "content": b"\xff\x00"}
    run(opened, lambda: Attachment.create(**row, added_at=AT))
    assert Attachment.select().count() == 1
    assert RowChange.select().count() == 0


def test_the_rows_touched_are_told_once_each(opened):
    def work():
        put("a", "1")()
        put("b", "1")()
        change("a", "2")()

    assert operations.rows_touched(run(opened, work)) == {"settings": {1, 2}}


@pytest.mark.parametrize("work", [put("b", "1"), change("a", "2"), drop("a")])
def test_the_inverse_restores_and_its_inverse_does_it_again(opened, work):
    run(opened, put("a", "1"))
    before = settings()
    done = run(opened, work)
    after = settings()
    undone = undo(opened, done)
    assert settings() == before
    undo(opened, undone)
    assert settings() == after


def test_undoing_restores_only_the_columns_that_were_changed(opened):
    run(opened, put("a", "1"))
    done = run(opened, change("a", "2"))
    run(opened, lambda: Setting.update(key="b").execute())
    undo(opened, done)
    assert settings() == {"b": "1"}


def test_a_row_that_is_gone_cannot_get_its_old_values_back(opened):
    run(opened, put("a", "1"))
    done = run(opened, change("a", "2"))
    run(opened, drop("a"))
    with pytest.raises(operations.RowIsGone):
        undo(opened, done)


def test_undoing_an_insert_of_a_row_that_is_gone_is_done_already(opened):
    done = run(opened, put("a", "1"))
    run(opened, drop("a"))
    undo(opened, done)
    assert settings() == {}


def test_later_operations_on_the_same_rows_are_found(opened):
    first = run(opened, put("a", "1"))
    run(opened, put("b", "1"))
    later = run(opened, change("a", "2"))
    assert operations.chain_ends_over(first) == (later,)


def test_a_later_operation_that_was_undone_does_not_count_but_redone_it_does(opened):
    first = run(opened, put("a", "1"))
    later = run(opened, change("a", "2"))
    undone = undo(opened, later)
    assert operations.chain_ends_over(first) == ()
    redone = undo(opened, undone)
    assert operations.chain_ends_over(first) == (redone,)


def test_a_later_undo_of_an_earlier_operation_counts(opened):
    first = run(opened, put("a", "1"))
    second = run(opened, change("a", "2"))
    undone = undo(opened, first)
    assert operations.chain_ends_over(second) == (undone,)
