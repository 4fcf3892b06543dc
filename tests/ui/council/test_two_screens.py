"""A laptop and a projector of another sharpness: Qt's offscreen platform gives both without hardware."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1},
    {"name": "projector", "x": 1366, "y": 0, "width": 1280, "height": 720, "dpr": 1.5},
]


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("screens")
    described = [screen | {"logicalDpi": 96, "logicalBaseDpi": 96} for screen in SCREENS]
    (folder / "screens.json").write_text(json.dumps({"screens": described}), encoding="utf-8")
    platform = f"offscreen:configfile={folder / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.council.two_screens", str(folder)], cwd=ROOT, capture_output=True, text=True,
        env=os.environ | {"QT_QPA_PLATFORM": platform}, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def test_the_show_fills_the_second_screen_in_its_own_pixels(told):
    assert (told["on"], told["covers"], told["pixels"]) == ("projector", True, [1920, 1080])


def test_unplugging_hides_the_show_and_keeps_the_slide(told):
    assert told["hidden_when_unplugged"]
    assert told["slide_kept"]
    assert told["never_on_the_laptop"]


def test_the_show_comes_back_with_its_screen(told):
    assert told["back"]


def test_the_screen_is_remembered_and_the_operator_s_own_never_offered(told):
    assert not told["offered_first"]
    assert told["offered_again"]
    assert told["not_over_the_operator"]


def test_the_show_ends_when_it_is_ended(told):
    assert told["gone"]
