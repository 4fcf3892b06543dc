"""Killed at any moment the program leaves the old state or the new; of typed cells at most the last is lost.

The same code with thousands of seeds: soak/run.py.
"""

from __future__ import annotations

import pytest

from soak import kills


@pytest.mark.parametrize("seed", range(5))
def test_of_200_cells_being_typed_at_most_the_last_is_lost(tmp_path, seed):
    killed = kills.kill_once("entry", tmp_path, seed)
    assert killed.lost <= 1


@pytest.mark.parametrize("statement", ["BEGIN", 'INSERT INTO "operations"', 'INSERT INTO "scores"', "COMMIT"])
def test_killed_at_a_named_point_exactly_the_cell_being_typed_is_lost(tmp_path, statement):
    killed = kills.kill_once("entry", tmp_path, 1, die_at=statement)
    assert (killed.finished, killed.lost) == (False, 1)


@pytest.mark.parametrize("seed", range(4))
def test_of_a_ballot_being_counted_at_most_the_last_number_is_lost(tmp_path, seed):
    killed = kills.kill_once("ballot", tmp_path, seed)
    assert killed.lost <= 1


@pytest.mark.parametrize("statement", ["BEGIN", 'INSERT INTO "operations"', 'UPDATE "ballot_counts"', "COMMIT"])
def test_killed_at_a_named_point_exactly_the_number_being_typed_is_lost(tmp_path, statement):
    killed = kills.kill_once("ballot", tmp_path, 1, die_at=statement)
    assert (killed.finished, killed.lost) == (False, 1)


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_import_is_there_wholly_or_not_at_all(tmp_path, seed):
    kills.kill_once("import", tmp_path, seed)


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_backup_leaves_no_bad_copy(tmp_path, seed):
    kills.kill_once("backup", tmp_path, seed)


def test_a_killed_creation_leaves_whole_files_only(tmp_path):
    kills.kill_once("create", tmp_path, 3)
