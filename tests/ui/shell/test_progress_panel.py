"""Long work: nothing for a moment, then what and how far, with a way out; the window stays usable."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from thidua_gui.core.errors import UserError
from thidua_gui.core.progress import Progress
from thidua_gui.text import shell
from thidua_gui.ui.bus import Bus
from thidua_gui.ui.jobs import Jobs
from thidua_gui.ui.progress_panel import ProgressPanel


class SlowWork:
    """Steps as far as it is let."""

    def __init__(self) -> None:
        self.may_step = threading.Event()
        self.stepped = threading.Event()

    def __call__(self, progress: Progress) -> str:
        progress.step(32, 45, "phiếu")
        self.stepped.set()
        self.may_step.wait(10)
        progress.step(45, 45)
        return "xong"


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(Bus())
    yield made
    made.stop()


@pytest.fixture
def panel(qtbot: QtBot, jobs: Jobs) -> ProgressPanel:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    return ProgressPanel(jobs, window)


def test_short_work_shows_nothing(jobs: Jobs, panel: ProgressPanel) -> None:
    jobs.run(lambda _: 1, title="Đang đọc")
    assert jobs.wait()
    assert not panel.isVisible()
    assert not panel._patience.isActive()


def test_long_work_shows_title_and_count_and_goes_when_it_is_done(
    qtbot: QtBot, jobs: Jobs, panel: ProgressPanel
) -> None:
    work = SlowWork()
    jobs.run(work, title="Đang nhập sổ năm 2022")
    qtbot.waitUntil(panel.isVisible)
    assert (panel.title.text(), panel.count.text()) == ("Đang nhập sổ năm 2022", "32/45 phiếu")
    assert (panel.bar.value(), panel.bar.maximum()) == (32, 45)
    work.may_step.set()
    assert jobs.wait()
    assert not panel.isVisible()


def test_cancel_stops_the_work_and_says_that_it_is_stopping(qtbot: QtBot, jobs: Jobs, panel: ProgressPanel) -> None:
    work, results, stopped = SlowWork(), [], []
    jobs.cancelled.connect(stopped.append)
    jobs.run(work, results.append, title="Đang nhập")
    qtbot.waitUntil(panel.isVisible)
    panel.cancel.click()
    assert panel.title.text() == shell.STOPPING
    work.may_step.set()
    assert jobs.wait()
    assert (results, len(stopped)) == ([], 1)


def test_the_panel_stays_in_the_corner_of_a_window_that_changes(qtbot: QtBot, jobs: Jobs, panel: ProgressPanel) -> None:
    work = SlowWork()
    jobs.run(work)
    qtbot.waitUntil(panel.isVisible)
    window = panel.parentWidget()
    window.resize(1000, 600)
    qtbot.waitUntil(lambda: window.rect().contains(panel.geometry()))
    work.may_step.set()
    assert jobs.wait()


def test_the_progress_of_failed_work_is_over_before_anybody_hears_why(
    qtbot: QtBot, jobs: Jobs, panel: ProgressPanel
) -> None:
    work, seen = SlowWork(), []

    def fail(progress: Progress) -> None:
        work(progress)
        raise UserError("backup_missing")

    jobs.run(fail, failed=lambda _: seen.append(panel.isVisible()), title="Đang mở tệp dữ liệu")
    qtbot.waitUntil(panel.isVisible)
    work.may_step.set()
    assert jobs.wait()
    assert seen == [False]
