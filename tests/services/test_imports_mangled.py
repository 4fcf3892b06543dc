"""The first seeds of the long run over mangled workbooks (soak/workbooks.py)."""

import pytest

from soak.workbooks import mangled


@pytest.mark.parametrize("seed", range(24))
def test_a_mangled_workbook_is_refused_with_a_list_or_comes_back_as_it_was(tmp_path, seed):
    assert sum(mangled(tmp_path, seed).values()) == 2
