"""The first seeds of the long run over mangled books of units (soak/unit_books.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from soak.unit_books import mangled


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("soak")


@pytest.mark.parametrize("seed", range(16))
def test_a_mangled_book_is_refused_or_taken_in_as_it_was_shown(work: Path, seed: int) -> None:
    assert sum(mangled(work, seed).values()) == 2
