"""Any sequence of commands, undos and redos leaves exactly the rows that the same steps on paper leave."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from db import change_log
from db.connection import database
from db.models.organisation import Membership, Person, Unit
from db.models.settings import Setting
from thidua_gui.services import data_file, history
from thidua_gui.services.transaction import write

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(str.strip)
ACTIONS = st.tuples(
    st.sampled_from(["person", "unit", "membership", "setting", "rename", "move", "swap", "drop", "clear"]),
    st.integers(0, 50),
    TEXTS,
)
STEPS = st.lists(st.one_of(st.lists(ACTIONS, max_size=6), st.sampled_from(["undo", "redo"])), max_size=14)
Rows = dict[str, list[tuple[object, ...]]]


@contextmanager
def open_copy(migrated: Path) -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        data_file.open_file(Path(shutil.copy(migrated, folder)))
        database.synchronous = 0
        try:
            yield
        finally:
            data_file.close()


def rows() -> Rows:
    tables = change_log.logged_tables(database)
    return {table: database.run(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in tables}


def fresh_code(n: int) -> str:
    used = Person.select().count() + Unit.select().count()
    return f"{n}-{used}-{database.operation_id}-{database.connection().total_changes}"


def nth(model: type, n: int) -> object | None:
    found = list(model.select().order_by(model.id))
    return found[n % len(found)] if found else None


def add_membership(n: int, text: str) -> None:
    person, unit = nth(Person, n), nth(Unit, n)
    if person and unit:
        Membership.create(person=person, unit=unit, post=text)


def swap_codes(n: int, text: str) -> None:
    """A unique value passes through a third one, as a careful reordering does."""
    first, second = nth(Person, n), nth(Person, n + 1)
    if first and second and first.id != second.id:
        for person, code in ((first, "giữa"), (second, first.code), (first, second.code)):
            Person.update(code=code).where(Person.id == person.id).execute()


def drop_person(n: int, text: str) -> None:
    person = nth(Person, n)
    if person:
        Unit.update(head=None).where(Unit.head == person.id).execute()
        Membership.delete().where(Membership.person == person.id).execute()
        person.delete_instance()


def rename(n: int, text: str) -> None:
    Person.update(full_name=text, note=None if n % 2 else text).where(Person.id % 3 == n % 3).execute()


def move(n: int, text: str) -> None:
    unit, person = nth(Unit, n), nth(Person, n)
    if unit and person:
        Unit.update(head=person, is_root=False, position=n).where(Unit.id == unit.id).execute()


DO: dict[str, Callable[[int, str], object]] = {
    "person": lambda n, text: Person.create(code=fresh_code(n), full_name=text, name_fold=text, name_sort=text),
    "unit": lambda n, text: Unit.create(code=fresh_code(n), name=text, kind=text, name_fold="", parent=nth(Unit, n)),
    "membership": add_membership,
    "setting": lambda n, text: Setting.create(key=fresh_code(n), value="{}"),
    "rename": rename,
    "move": move,
    "swap": swap_codes,
    "drop": drop_person,
    "clear": lambda n, text: Membership.delete().execute(),
}


def command(actions: list[tuple[str, int, str]]) -> bool:
    with write("Lệnh") as operation:
        for kind, n, text in actions:
            DO[kind](n, text)
    return operation.changes.operation is not None


@settings(max_examples=60)
@given(commands=st.lists(st.lists(ACTIONS, max_size=8), max_size=10))
def test_undoing_all_restores_every_row_and_redoing_all_the_end(migrated_file, commands):
    with open_copy(migrated_file):
        before = rows()
        for actions in commands:
            command(actions)
        after = rows()
        while history.next_undo():
            history.undo_last()
        assert rows() == before
        while history.next_redo():
            history.redo_last()
        assert rows() == after


@settings(max_examples=60)
@given(steps=STEPS)
def test_undo_and_redo_in_any_order_follow_the_steps_on_paper(migrated_file, steps):
    with open_copy(migrated_file):
        done, undone = [rows()], []
        for step in steps:
            if step == "undo" and len(done) > 1:
                history.undo_last()
                undone.append(done.pop())
            elif step == "redo" and undone:
                history.redo_last()
                done.append(undone.pop())
            elif isinstance(step, list) and command(step):
                done, undone = [*done, rows()], []
            assert rows() == done[-1]
            assert (history.next_undo() is None, history.next_redo() is None) == (len(done) == 1, not undone)
