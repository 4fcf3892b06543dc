"""The projector is found again after a restart, and never guessed."""

from dataclasses import replace

import pytest

from thidua_gui.core.screens import ScreenFacts, found_again, offered, restored

LAPTOP = ScreenFacts("eDP-1", "LGD", "0x05E5", "", 0, 0, 1366, 768)
PROJECTOR = ScreenFacts("HDMI-1", "EPSON", "EB-X51", "X123", 1366, 0, 1024, 768)
TWIN = replace(PROJECTOR, name="HDMI-2", serial="X124", left=2390)
NAMELESS = ScreenFacts("HDMI-1", left=1366, width=1920, height=1080)


@pytest.mark.parametrize(
    ("remembered", "screens", "place"),
    [
        (PROJECTOR, [LAPTOP, PROJECTOR], 1),
        (PROJECTOR, [LAPTOP], None),
        (PROJECTOR, [], None),
        (PROJECTOR, [LAPTOP, TWIN, PROJECTOR], 2),
        (PROJECTOR, [LAPTOP, replace(PROJECTOR, name="DP-3", left=0, top=768)], 1),
        (PROJECTOR, [LAPTOP, replace(PROJECTOR, serial="")], 1),
        (PROJECTOR, [LAPTOP, TWIN], None),
        (replace(PROJECTOR, serial=""), [replace(TWIN, serial=""), replace(PROJECTOR, serial="")], 1),
        (replace(PROJECTOR, serial="", left=9), [replace(TWIN, serial=""), replace(PROJECTOR, serial="")], None),
        (NAMELESS, [LAPTOP, replace(NAMELESS, left=0)], 1),
        (NAMELESS, [LAPTOP, PROJECTOR], 1),
    ],
)
def test_a_screen_is_found_by_what_it_is(remembered, screens, place):
    assert found_again(remembered, screens) == place


def test_the_operators_own_screen_is_never_offered():
    assert offered(LAPTOP, [LAPTOP], 0) is None
    assert offered(LAPTOP, [LAPTOP, PROJECTOR], 0) is None


def test_nothing_is_offered_before_somebody_chose():
    assert offered(None, [LAPTOP, PROJECTOR], 0) is None


def test_the_remembered_projector_is_offered():
    assert offered(PROJECTOR, [LAPTOP, PROJECTOR], 0) == 1


def test_what_is_stored_is_restored():
    assert restored(PROJECTOR.stored()) == PROJECTOR


@pytest.mark.parametrize("stored", [None, "HDMI-1", [], {}, {"name": ""}, {"name": 5}, {"name": "a", "left": "x"}])
def test_what_is_damaged_is_nothing(stored):
    assert restored(stored) is None
