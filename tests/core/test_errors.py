"""Problems, cancellation, silent progress and the list of touched rows."""

import copy
import pickle

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem, SystemProblem, UserError
from thidua_gui.core.ids import OperationId
from thidua_gui.core.progress import SILENT


def test_a_refusal_tells_its_code_and_details() -> None:
    refusal = UserError("over_maximum", value="42", maximum=40)
    assert isinstance(refusal, Problem)
    assert (refusal.code, refusal.details) == ("over_maximum", {"value": "42", "maximum": 40})
    assert str(refusal) == "over_maximum(value='42', maximum=40)"


def test_a_problem_without_details_is_written_as_its_code() -> None:
    assert str(SystemProblem("disk_full")) == "disk_full"


def test_a_problem_survives_copying_between_threads_and_processes() -> None:
    refusal = UserError("unit_code_taken", code="A", owner="B")
    for twin in (copy.copy(refusal), pickle.loads(pickle.dumps(refusal))):
        assert type(twin) is UserError
        assert (twin.code, twin.details) == (refusal.code, refusal.details)


def test_silent_progress_never_stops_the_work() -> None:
    SILENT.step(200, 100, "rows")


def test_changes_tell_which_tables_and_rows_were_touched() -> None:
    changes = Changes("Sửa", frozenset({("people", 1), ("people", 7), ("units", 2)}), OperationId(5))
    assert changes.ids("people") == {1, 7}
    assert changes.touches("awards", "units")
    assert not changes.touches("awards", "scores")


def test_a_table_with_too_many_rows_is_touched_but_lists_none() -> None:
    changes = Changes("Nhập", many=frozenset({"scores"}))
    assert changes.touches("scores")
    assert changes.ids("scores") == frozenset()


def test_no_changes_touch_nothing() -> None:
    assert not Changes("").touches("people")
    assert Changes("").operation is None
