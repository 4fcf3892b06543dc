"""The models say what the migrated file is: tables, columns, types, NULLs, references, indexes."""

from __future__ import annotations

import importlib
import pkgutil

import peewee as pw
import pytest
from playhouse.schema_diff import diff_models

import db.models
from db import change_log
from db.models.base import BaseModel
from db.models.history import MigrationHistory

for found in pkgutil.iter_modules(db.models.__path__):
    importlib.import_module(f"db.models.{found.name}")
MODELS = [*BaseModel.__subclasses__(), MigrationHistory]


def column_type(field: pw.Field) -> str:
    if isinstance(field, pw.ForeignKeyField):
        return column_type(field.rel_field)
    return {"AUTO": "INTEGER", "INT": "INTEGER"}.get(field.field_type, field.field_type)


def test_every_table_has_a_model_and_every_model_a_table(opened):
    tables = {name for name in opened.get_tables() if not name.startswith("sqlite_")}
    assert tables == {model._meta.table_name for model in MODELS}


def test_columns_and_indexes_are_those_of_the_models(opened):
    extra = {"drop_indexes": {"units_single_root", "settings_single_undated"}}
    difference = diff_models(opened, MODELS)
    assert {index.name for index in difference.drop_indexes} == extra["drop_indexes"]
    assert not any((difference.create_tables, difference.add_columns, difference.drop_columns, difference.add_indexes))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_types_and_nulls_are_those_of_the_model(opened, model):
    columns = opened.run(f'PRAGMA table_info("{model._meta.table_name}")').fetchall()
    in_file = [(name, kind, not not_null) for _, name, kind, not_null, _, _ in columns]
    assert in_file == [(field.column_name, column_type(field), field.null) for field in model._meta.sorted_fields]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_references_are_those_of_the_model(opened, model):
    in_file = {(key.column, key.dest_table) for key in opened.get_foreign_keys(model._meta.table_name)}
    assert in_file == {(field.column_name, field.rel_model._meta.table_name) for field in model._meta.refs}


def test_every_table_is_strict(opened):
    tables = opened.run("PRAGMA table_list").fetchall()
    loose = [name for schema, name, kind, _, _, strict in tables if kind == "table" and not strict]
    assert {name for name in loose if not name.startswith("sqlite_")} == set()


def test_every_table_but_the_log_and_the_attachments_is_logged(opened):
    triggers = {row[0] for row in opened.run("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    tables = {model._meta.table_name for model in MODELS} - change_log.UNLOGGED
    assert triggers == {f"log_{table}_{action}" for table in tables for action in ("insert", "update", "delete")}
