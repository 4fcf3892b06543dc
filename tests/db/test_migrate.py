"""Pending steps are applied one by one, each wholly or not at all; a file of another line is refused."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import peewee as pw
import pytest

from db import migrate
from db.connection import APPLICATION_ID, database, open_connection
from db.migrations.registry import MIGRATIONS, Migration

AT = datetime(2026, 11, 22, 8, 30)


@pytest.fixture
def empty(tmp_path):
    open_connection(tmp_path / "moi.tdkt")
    yield database
    database.close()


def add_phone(db: pw.Database) -> None:
    db.execute_sql("ALTER TABLE people ADD COLUMN phone TEXT")


def add_then_fail(db: pw.Database) -> None:
    add_phone(db)
    db.execute_sql("INSERT INTO nowhere VALUES (1)")


def orphan(db: pw.Database) -> None:
    db.execute_sql("INSERT INTO memberships (person_id, unit_id) VALUES (5, 5)")


PHONE = Migration("9002_phone", add_phone)
FAILING = Migration("9002_failing", add_then_fail)
ORPHAN = Migration("9002_orphan", orphan)


def state(db):
    columns = [row[1] for row in db.run("PRAGMA table_info(people)")]
    triggers = db.run("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
    return columns, triggers, migrate.applied(db), db.user_version


def test_a_new_file_gets_every_step(empty):
    assert migrate.applied(empty) == ()
    migrate.migrate(empty, AT)
    assert migrate.applied(empty) == tuple(step.name for step in MIGRATIONS)
    assert (empty.application_id, empty.user_version) == (APPLICATION_ID, len(MIGRATIONS))
    assert migrate.pending(empty) == ()


def test_a_second_run_changes_nothing(opened):
    before = state(opened)
    migrate.migrate(opened, AT)
    assert state(opened) == before


def test_a_new_column_is_logged_too(opened):
    migrate.migrate(opened, AT, (*MIGRATIONS, PHONE))
    log = opened.run("SELECT sql FROM sqlite_master WHERE name = 'log_people_update'").fetchone()[0]
    assert '"phone"' in log
    assert opened.user_version == len(MIGRATIONS) + 1


@pytest.mark.parametrize(("step", "error"), [(FAILING, pw.OperationalError), (ORPHAN, migrate.BrokenReferences)])
def test_a_failing_step_leaves_the_old_file_usable(opened, step, error):
    before = state(opened)
    with pytest.raises(error):
        migrate.migrate(opened, AT, (*MIGRATIONS, step))
    assert state(opened) == before
    assert opened.foreign_keys == 1
    assert migrate.pending(opened, (*MIGRATIONS, step)) == (step,)


def test_the_steps_before_a_failing_one_stay(opened):
    with pytest.raises(pw.OperationalError):
        migrate.migrate(opened, AT, (*MIGRATIONS, PHONE, Migration("9003", add_then_fail)))
    assert migrate.applied(opened)[-1] == PHONE.name


def test_a_file_of_another_line_is_refused(opened):
    opened.run("UPDATE migration_history SET name = '0001_other' WHERE name LIKE '0001%'")
    with pytest.raises(migrate.HistoryMismatch):
        migrate.migrate(opened, AT)


def test_a_migrated_file_can_be_written_by_no_stranger(opened, path):
    opened.close()
    with pytest.raises(sqlite3.OperationalError, match="operation_id"), sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO settings (key, value) VALUES ('a', '1')")
    connection.close()
