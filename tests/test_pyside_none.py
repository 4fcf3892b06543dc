"""A void Qt call must not lose a reference to None: PySide6 6.12.0 does on Python 3.11 and aborts after a while."""

import os
import subprocess
import sys

import pytest

PROBE = """
import sys
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPainterPath

app = QGuiApplication([])
image = QImage(64, 64, QImage.Format.Format_RGB32)
painter = QPainter(image)
path = QPainterPath()
font = QFont()
calls = {
    "setFont": lambda: painter.setFont(font),
    "setPen": lambda: painter.setPen(QColor(1, 2, 3)),
    "drawPath": lambda: painter.drawPath(path),
    "drawPoint": lambda: painter.drawPoint(QPointF(1, 2)),
    "addRect": lambda: path.addRect(1, 2, 3, 4),
    "setPixelSize": lambda: font.setPixelSize(3),
}
for name, call in calls.items():
    call()  # the first call fills caches
    before = sys.getrefcount(None)
    for _ in range(500):
        call()
    print(name, sys.getrefcount(None) - before)
painter.end()
"""


@pytest.fixture(scope="module")
def drift() -> dict[str, int]:
    """How many references to None 500 calls of each kind gained or lost, counted in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PROBE]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, f"the probe died with {ended.returncode}:\n{ended.stderr}"
    return {name: int(count) for name, count in (line.split() for line in ended.stdout.splitlines())}


def test_a_void_qt_call_keeps_the_references_to_none(drift: dict[str, int]) -> None:
    assert drift, "nothing was counted"
    assert all(abs(count) < 50 for count in drift.values()), drift


def test_the_pinned_pyside_is_the_one_that_was_tried() -> None:
    import PySide6

    assert PySide6.__version__ == "6.11.3", "read docs/decisions/0002 before changing it"
