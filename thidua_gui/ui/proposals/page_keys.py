"""The keys of the page of proposals, named for the sheet of keys (F1). Does nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from thidua_gui.core.proposals import State
from thidua_gui.text import lists as list_wording
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui.proposals.found import WORDS
from thidua_gui.ui.widgets.keyed_actions import Key, add_actions

if TYPE_CHECKING:
    from thidua_gui.ui.proposals.page import ProposalsPage


def add_keys(page: ProposalsPage) -> None:
    """Of the whole page, of the list, and of the panel beside it."""
    view, grid, desk = page.view, page.grid, page.desk
    views: list[Key] = [
        (f"Alt+{place}", WORDS[one][0], partial(page.show_view, one)) for place, one in enumerate(WORDS, 1)
    ]
    add_actions(page, [
        ("Ctrl+N", wording.KEY_NEW, lambda: desk.add(page.kind)),
        ("Ctrl+F", wording.KEY_FIND, page.start_finding),
        ("Ctrl+T", wording.KEY_PRESENT, page.present_listed),
        ("F5", wording.RECHECK, page.recheck),
        ("Ctrl+P", list_wording.PRINT, page.output.preview),
        ("Ctrl+E", list_wording.EXPORT, page.output.save_excel),
        ("Ctrl+Shift+L", wording.KEY_FILTER_ROW, page.toggle_filter_row),
        ("Alt+Right", wording.KEY_NEXT_KIND, lambda: view.tabs.step(1)),
        ("Alt+Left", wording.KEY_LAST_KIND, lambda: view.tabs.step(-1)),
        ("Ctrl+Shift+D", wording.KEY_PANEL, lambda: view.dossier.show_tab(view.dossier.tabs.currentIndex() + 1)),
        *views,
    ])  # fmt: skip
    add_actions(grid, [
        ("F2", wording.KEY_EDIT, _current(page, desk.edit)),
        ("Alt+Return", wording.KEY_VALID, lambda: desk.step(grid.chosen())),
        ("Ctrl+Shift+R", wording.KEY_RETURN, lambda: desk.move(grid.chosen(), State.RETURNED)),
        ("Del", wording.KEY_WITHDRAW, lambda: desk.remove(grid.chosen())),
        ("Alt+Up", wording.KEY_UP, lambda: page.shift_tied(-1)),
        ("Alt+Down", wording.KEY_DOWN, lambda: page.shift_tied(1)),
    ])  # fmt: skip
    add_actions(view.dossier, [("Esc", wording.KEY_BACK, grid.setFocus)])


def _current(page: ProposalsPage, act: Callable[..., None]) -> Callable[[], None]:
    """Of the line under the cursor, if there is one."""

    def run() -> None:
        row = page.grid.current()
        if row is not None:
            act(row)

    return run


