"""What every view of the page "Danh hiệu & quy định" gives the page. Knows no law."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.keyed_actions import Key


class RulesPane(QWidget):
    """A view loads while it is shown, or on its next visit. It lays out everything below the switch itself."""

    key: ClassVar[str] = ""
    words: ClassVar[str] = ""
    """What the switch calls it."""
    tables: ClassVar[tuple[str, ...]] = ()
    """Tables whose changes make the view load again."""

    reads_files: ClassVar[bool] = False
    """Files that anybody may change: loaded again on every visit."""

    heading_changed = Signal()
    """The line beside the title, or the header's buttons changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def load(self) -> None:
        """Ask the services for everything the view shows; the year may be none."""

    def subtitle(self) -> str:
        """The quiet line beside the page's title while the view is shown."""
        return ""

    def header_widgets(self) -> list[QWidget]:
        """Buttons of the page header while the view is shown, at most one primary."""
        return []

    def tools(self) -> Sequence[QWidget]:
        """What stands at the right of the switch while the view is shown; the same widgets each time."""
        return ()

    def keys(self) -> Sequence[Key]:
        """Ctrl+N, Ctrl+F, Ctrl+E, Ctrl+P and its own; they work everywhere on the page while the view is shown."""
        return ()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return []

    def go_to(self, *place: object) -> None:
        """Show a row: what stands behind the view's key in the argument of the page. May come before `load` is done."""
