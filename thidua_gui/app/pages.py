"""The registry of pages: the one place that knows them all, imported only when a page is first shown."""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from typing import TYPE_CHECKING

from thidua_gui.ui.navigation import PageEntry

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context
    from thidua_gui.ui.page import Page

# key, icon, section of the sidebar; the order is the order of the sidebar, and of Ctrl+1 to Ctrl+9
ROWS = (
    ("overview", "layout-dashboard", "start"),
    ("units", "building-community", "catalogue"),
    ("people", "users", "catalogue"),
    ("plan", "target", "campaign"),
    ("schedule", "calendar-event", "campaign"),
    ("registration", "writing-sign", "campaign"),
    ("unitbooks", "table-share", "campaign"),
    ("criteria", "clipboard-list", "campaign"),
    ("scoring", "calculator", "campaign"),
    ("ratings", "chart-bar", "campaign"),
    ("collectives", "school", "campaign"),
    ("initiatives", "bulb", "campaign"),
    ("movements", "speakerphone", "campaign"),
    ("proposals", "clipboard-check", "commendation"),
    ("council", "gavel", "commendation"),
    ("certificates", "certificate", "printing"),
    ("reports", "report", "printing"),
    ("awards", "list-search", "tools"),
    ("rules", "scale", "tools"),
    ("importing", "table-import", "tools"),
    ("history", "history", "tools"),
    ("system", "settings", "tools"),
)


def entries() -> tuple[PageEntry, ...]:
    """Every page of this version, in the sidebar's order."""
    return tuple(_entry(key, icon, section) for key, icon, section in ROWS if find_spec(_module(key)) is not None)


def _module(key: str) -> str:
    return f"thidua_gui.ui.{key}.page"


def _entry(key: str, icon: str, section: str) -> PageEntry:
    def make(context: Context) -> Page:
        page: type[Page] = getattr(importlib.import_module(_module(key)), f"{key.capitalize()}Page")
        return page(context)

    return PageEntry(key, icon, section, make)
