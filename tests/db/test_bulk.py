"""Many rows go in at once with the same conversions and checks as one by one."""

from __future__ import annotations

from datetime import date, datetime

import peewee as pw
import pytest

from db import bulk, operations
from db.models.attachments import Attachment
from db.models.campaigns import Campaign, Registration
from db.models.history import RowChange
from db.models.organisation import Membership, Person, Unit

NEW = operations.NewOperation(datetime(2026, 11, 22), "Hoa", "nhập", kind="import")
COLUMNS = ("code", "full_name", "name_fold", "name_sort", "born_on")


@pytest.fixture
def writing(opened):
    with opened.transaction(), operations.recorded(NEW):
        yield opened


def people(count):
    return [(f"CB{n}", f"Người {n}", "n", "n", date(1980, 1, 1) if n % 2 else None) for n in range(1, count + 1)]


def test_rows_go_in_converted_with_defaults_and_are_logged(writing):
    bulk.insert_many(Person, COLUMNS, people(3))
    rows = list(Person.select().order_by(Person.id))
    assert [row.born_on for row in rows] == [date(1980, 1, 1), None, date(1980, 1, 1)]
    assert [row.position for row in rows] == [0, 0, 0]
    assert RowChange.select().count() == 3


def test_columns_may_be_fields_or_names_of_references(writing):
    bulk.insert_many(Person, COLUMNS, people(1))
    unit = Unit.create(code="K", name="Khoa", kind="Khoa", name_fold="k")
    bulk.insert_many(Membership, (Membership.person, "unit_id", Membership.from_on), [(1, unit.id, date(2022, 1, 1))])
    row = Membership.get()
    assert (row.person_id, row.unit_id, row.from_on) == (1, unit.id, date(2022, 1, 1))


def test_an_import_may_number_its_rows_itself(writing):
    assert bulk.next_id(Person) == 1
    bulk.insert_many(Person, ("id", *COLUMNS), [(7, *people(1)[0])])
    assert bulk.next_id(Person) == 8


def test_a_refused_row_raises_as_a_single_save_would(writing):
    with pytest.raises(pw.IntegrityError):
        bulk.insert_many(Person, COLUMNS, [*people(2), people(1)[0]])


def test_a_row_with_too_few_values_is_a_bug(writing):
    with pytest.raises(ValueError, match="shorter"):
        bulk.insert_many(Person, COLUMNS, [("CB1",)])


def test_defaults_that_are_calls_are_called(writing, monkeypatch):
    monkeypatch.setitem(Campaign._meta.defaults, Campaign.kind, lambda: "special")
    bulk.insert_many(Campaign, ("year",), [(2022,)])
    assert Campaign.get().kind == "special"
    assert Registration.select().count() == 0


def test_many_rows_are_updated_by_their_id_and_logged_with_what_they_were(writing):
    bulk.insert_many(Person, COLUMNS, people(3))
    bulk.update_many(Person, ("full_name", "born_on"), [("Hoa", date(1990, 5, 1), 2), ("An", None, 3)])
    rows = list(Person.select().order_by(Person.id))
    assert [row.full_name for row in rows] == ["Người 1", "Hoa", "An"]
    assert [row.born_on for row in rows] == [date(1980, 1, 1), date(1990, 5, 1), None]
    assert RowChange.select().where(RowChange.action == "U").count() == 2


def test_many_rows_are_deleted_by_their_id(writing):
    bulk.insert_many(Person, COLUMNS, people(3))
    bulk.delete_many(Person, [1, 3])
    assert [row.code for row in Person.select()] == ["CB2"]


def test_a_row_may_be_written_before_the_row_that_it_names(writing):
    bulk.check_references_at_the_end()
    bulk.insert_many(Membership, ("person_id", "unit_id"), [(1, 1)])
    bulk.insert_many(Person, COLUMNS, people(1))
    Unit.create(code="K", name="Khoa", kind="Khoa", name_fold="k")
    assert Membership.get().person.code == "CB1"


def test_a_large_batch_is_logged_row_by_row_too(writing):
    bulk.insert_many(Person, COLUMNS, people(bulk.MANY))
    Person.create(code="X", full_name="X", name_fold="x", name_sort="x")
    logged = [(row.table_name, row.row_id, row.action) for row in RowChange.select().order_by(RowChange.id)]
    assert logged == [("people", number, "I") for number in range(1, bulk.MANY + 2)]


def test_a_large_batch_of_a_table_that_is_not_logged_is_not_logged(writing):
    columns = ("sha256", "name", "media_type", "size", "content", "added_at")
    pictures = [(f"{n:064}", "a", "image/png", 1, b"x", datetime(2026, 11, 22)) for n in range(bulk.MANY)]
    bulk.insert_many(Attachment, columns, pictures)
    assert RowChange.select().count() == 0


def test_a_large_batch_must_bring_new_ids_or_nothing_of_it_stays(opened):
    with opened.transaction(), operations.recorded(NEW):
        bulk.insert_many(Person, COLUMNS, people(3))
        Person.delete().execute()
    old = [(number, *row) for number, row in enumerate(people(bulk.MANY), 1)]
    with pytest.raises(RuntimeError, match="new ids"), opened.transaction(), operations.recorded(NEW):
        bulk.insert_many(Person, ("id", *COLUMNS), old)
    with opened.transaction(), operations.recorded(NEW):
        bulk.insert_many(Person, COLUMNS, people(1))
    assert [row.action for row in RowChange.select()] == [*"III", *"DDD", "I"]


def test_a_flag_is_no_number_and_a_moment_no_day(writing):
    with pytest.raises(TypeError):
        bulk.insert_many(Unit, ("code", "name", "kind", "name_fold", "is_root"), [("K", "Khoa", "Khoa", "k", 0)])
    with pytest.raises(TypeError):
        bulk.insert_many(Person, COLUMNS, [("CB1", "An", "a", "a", datetime(2022, 1, 1))])
    with pytest.raises(TypeError):
        bulk.insert_many(Unit, ("code", "name", "kind", "name_fold", "position"), [("K", "Khoa", "Khoa", "k", 0.5)])
