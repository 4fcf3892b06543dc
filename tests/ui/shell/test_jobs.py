"""Work outside the window's thread: in turn, delivered to the window, stoppable, and no failure gets lost."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem, UserError
from thidua_gui.core.progress import Progress
from thidua_gui.ui.bus import Bus
from thidua_gui.ui.jobs import InlineJobs, Jobs


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def jobs(bus: Bus) -> Iterator[Jobs]:
    made = Jobs(bus)
    yield made
    made.stop()


def refuse(_: Progress) -> object:
    raise UserError("nothing_to_undo")


def test_database_work_is_done_in_turn_by_one_other_thread(jobs: Jobs) -> None:
    order: list[int] = []
    threads: set[int] = set()

    def work(number: int) -> None:
        order.append(number)
        threads.add(threading.get_ident())

    for number in range(20):
        jobs.run(lambda _, number=number: work(number))
    assert jobs.wait()
    assert order == list(range(20))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_a_result_is_handed_over_on_the_windows_thread(jobs: Jobs) -> None:
    got: list[tuple[int, int]] = []
    jobs.run(lambda _: 7, lambda result: got.append((result, threading.get_ident())))
    jobs.wait()
    assert got == [(7, threading.get_ident())]


def test_a_command_is_published_before_its_own_answer(jobs: Jobs, bus: Bus) -> None:
    heard: list[str] = []
    bus.changed.connect(lambda changes: heard.append(f"bus {changes.title}"))
    jobs.command(lambda _: Changes("Sửa"), lambda changes: heard.append(f"then {changes.title}"))
    jobs.wait()
    assert heard == ["bus Sửa", "then Sửa"]


def test_a_refusal_goes_to_who_asked(jobs: Jobs) -> None:
    refused: list[Problem] = []
    elsewhere: list[Problem] = []
    jobs.problem.connect(elsewhere.append)
    jobs.run(refuse, failed=refused.append)
    jobs.wait()
    assert [problem.code for problem in refused] == ["nothing_to_undo"]
    assert elsewhere == []


def test_a_refusal_nobody_takes_is_told_by_the_window(jobs: Jobs) -> None:
    told: list[Problem] = []
    jobs.problem.connect(told.append)
    jobs.run(refuse)
    jobs.wait()
    assert [problem.code for problem in told] == ["nothing_to_undo"]


def test_a_bug_is_reported_and_the_next_job_runs(jobs: Jobs) -> None:
    crashes: list[BaseException] = []
    results: list[int] = []
    jobs.crashed.connect(crashes.append)
    jobs.run(lambda _: 1 / 0)
    jobs.run(lambda _: 3, results.append)
    jobs.wait()
    assert [type(crash) for crash in crashes] == [ZeroDivisionError]
    assert results == [3]


def test_cancel_stops_the_work_at_its_next_step(jobs: Jobs) -> None:
    started, go_on = threading.Event(), threading.Event()
    steps: list[int] = []
    stopped: list[object] = []

    def work(progress: Progress) -> None:
        started.set()
        go_on.wait(10)
        for step in range(3):
            progress.step(step, 3)
            steps.append(step)

    jobs.started.connect(lambda job: stopped.append(job))
    jobs.cancelled.connect(lambda job: stopped.append("cancelled"))
    jobs.run(work)
    assert started.wait(10)
    stopped[0].cancel()  # type: ignore[attr-defined]
    go_on.set()
    jobs.wait()
    assert steps == []
    assert stopped[1] == "cancelled"


def test_work_cancelled_while_it_waits_is_never_begun(jobs: Jobs) -> None:
    go_on = threading.Event()
    begun: list[str] = []
    jobs.run(lambda _: go_on.wait(10))
    jobs.started.connect(lambda job: job.cancel())
    jobs.run(lambda _: begun.append("second"))
    go_on.set()
    jobs.wait()
    assert begun == []


def test_an_answer_for_a_deleted_window_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    import shiboken6

    class Receiver(QObject):
        got: list[int] = []

        def take(self, result: int) -> None:
            self.got.append(result)

    receiver = Receiver()
    jobs.run(lambda _: 5, receiver.take)
    shiboken6.delete(receiver)
    assert jobs.wait()
    assert Receiver.got == []


def test_documents_are_rendered_beside_the_database_thread(jobs: Jobs) -> None:
    go_on = threading.Event()
    rendered: list[str] = []
    jobs.run(lambda _: go_on.wait(10))
    jobs.render(lambda _: "pdf", lambda result: (rendered.append(result), go_on.set()))  # type: ignore[func-returns-value]
    assert jobs.wait()
    assert rendered == ["pdf"]


def test_stopping_finishes_what_waits(bus: Bus) -> None:
    jobs = Jobs(bus)
    done: list[int] = []
    for number in range(5):
        jobs.run(lambda _, number=number: done.append(number))
    jobs.stop()
    assert done == [0, 1, 2, 3, 4]


def test_inline_work_is_done_at_once_and_bugs_are_raised(bus: Bus) -> None:
    jobs = InlineJobs(bus)
    got: list[int] = []
    jobs.run(lambda _: 4, got.append)
    assert got == [4]
    assert jobs.is_idle
    with pytest.raises(ZeroDivisionError):
        jobs.run(lambda _: 1 / 0)
    assert jobs.is_idle
