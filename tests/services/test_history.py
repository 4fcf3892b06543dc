"""Undo and redo go back and forth over named steps, also after a restart, and never over a number issued."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.organisation import Membership, Person, Unit
from db.models.settings import Setting
from thidua_gui.core.errors import UserError
from thidua_gui.services import data_file as data_files
from thidua_gui.services import history, settings
from thidua_gui.services.transaction import write


def put(key, value, **how):
    """One step of the title `key=value`; returns its id."""
    with write(f"{key}={value}", **how) as operation:
        settings.store(key, value)
    return operation.id


def values():
    return {row.key: int(row.value) for row in Setting.select()}


def refusal(work, *arguments, **named):
    with pytest.raises(UserError) as refused:
        work(*arguments, **named)
    return refused.value.code


def test_undo_and_redo_name_their_steps(data_file):
    put("a", 1)
    put("a", 2)
    assert (history.next_undo(), history.next_redo()) == ("a=2", None)
    history.undo_last()
    assert (history.next_undo(), history.next_redo()) == ("a=1", "a=2")


def test_undo_goes_back_step_by_step_and_redo_forward(data_file):
    for value in (1, 2, 3):
        put("a", value)
    seen = [values() for _ in range(3) if history.undo_last()]
    again = [values() for _ in range(3) if history.redo_last()]
    assert seen == [{"a": 2}, {"a": 1}, {}]
    assert again == [{"a": 1}, {"a": 2}, {"a": 3}]


def test_undo_tells_the_rows_it_changed(data_file):
    put("a", 1)
    changes = history.undo_last()
    assert (changes.title, changes.ids("settings")) == ("a=1", {1})


def test_at_the_ends_there_is_nothing_to_do(data_file):
    assert refusal(history.undo_last) == "nothing_to_undo"
    put("a", 1)
    assert refusal(history.redo_last) == "nothing_to_redo"
    assert (history.next_undo(), history.next_redo()) == ("a=1", None)


def test_a_new_step_ends_the_redo(data_file):
    put("a", 1)
    history.undo_last()
    put("b", 1)
    assert refusal(history.redo_last) == "nothing_to_redo"
    history.undo_last()
    history.redo_last()
    assert refusal(history.redo_last) == "nothing_to_redo"
    assert values() == {"b": 1}


def test_undo_works_after_a_restart(data_file):
    put("a", 1)
    put("a", 2)
    data_files.close()
    data_files.open_file(data_file.path)
    history.undo_last()
    data_files.close()
    data_files.open_file(data_file.path)
    history.redo_last()
    assert values() == {"a": 2}


def test_an_old_step_is_undone_without_the_later_ones(data_file):
    first = put("a", 1)
    put("b", 1)
    assert history.conflicts(first) == ()
    history.undo(first)
    assert values() == {"b": 1}
    history.redo_last()
    assert values() == {"a": 1, "b": 1}


def test_undo_of_an_old_step_names_the_later_ones_on_the_same_rows(data_file):
    put("a", 1)
    old = put("a", 2)
    later = put("a", 3)
    assert [step.id for step in history.conflicts(old)] == [later]
    assert refusal(history.undo, old) == "undo_conflicts"
    history.undo(old, over_later_changes=True)
    assert values() == {"a": 1}


def test_a_step_is_undone_once(data_file):
    first = put("a", 1)
    history.undo(first)
    assert refusal(history.undo, first) == "already_undone"


def test_undo_never_crosses_a_number_issued(data_file):
    old = put("a", 1)
    issued = put("b", 1, barrier=True)
    assert history.next_undo() is None
    assert {refusal(history.undo, step) for step in (old, issued)} == {"undo_barrier"}
    put("c", 1)
    assert history.next_undo() == "c=1"
    history.undo_last()
    assert refusal(history.undo_last) == "undo_barrier"


def person(code):
    return Person.create(code=code, full_name=code, name_fold=code, name_sort=code, joined_on=date(2020, 1, 1))


def unit(code):
    return Unit.create(code=code, name=code, kind="Khoa", name_fold=code)


def test_rows_that_later_rows_refer_to_stay(data_file):
    with write("Thêm đơn vị") as first:
        faculty = unit("K")
    with write("Thêm người"):
        Membership.create(person=person("A"), unit=faculty)
    assert refusal(history.undo, first.id) == "undo_in_use"
    assert Unit.select().count() == 1


def test_a_code_taken_since_prevents_the_undo_of_a_deletion(data_file):
    with write("Thêm"):
        gone = person("A")
    with write("Xóa") as deleted:
        gone.delete_instance()
    with write("Thêm"):
        person("A")
    assert refusal(history.undo, deleted.id) == "undo_in_use"


def test_old_values_of_a_row_that_is_gone_cannot_come_back(data_file):
    put("a", 1)
    changed = put("a", 2)
    with write("Xóa"):
        Setting.delete().execute()
    assert refusal(history.undo, changed, over_later_changes=True) == "undo_row_gone"


def test_rows_that_name_one_another_go_and_come_together(data_file):
    with write("Thêm"):
        head = person("A")
        faculty = unit("K")
        Unit.update(head_id=head.id).execute()
        Membership.create(person=head, unit=faculty)
    history.undo_last()
    assert Person.select().count() + Unit.select().count() + Membership.select().count() == 0
    history.redo_last()
    assert (Unit.get().head_id, Membership.get().person.joined_on) == (head.id, date(2020, 1, 1))


def test_a_whole_import_is_one_step(data_file):
    with write("Nhập", kind="import"):
        for n in range(40):
            person(f"CB{n}")
    history.undo_last()
    assert Person.select().count() == 0


def test_the_history_is_told_page_by_page_newest_first(data_file):
    for value in range(5):
        put("a", value)
    history.undo_last()
    page = history.operations(limit=2)
    rest = history.operations(before=page[-1].id)
    assert [(step.kind, step.title, step.undone) for step in page] == [("undo", "a=4", False), ("command", "a=4", True)]
    assert [step.title for step in rest] == ["a=3", "a=2", "a=1", "a=0"]
