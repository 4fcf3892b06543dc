"""The base of every page in the main window; knows no page and no service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QWidget

from thidua_gui.text import shell

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes
    from thidua_gui.ui.context import Context


class Page(QWidget):
    """Made once, on its first visit; reloads when told that something it shows has changed."""

    key: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    tables: ClassVar[tuple[str, ...]] = ()
    """Tables whose changes make the page reload."""
    wants_room: ClassVar[bool] = False
    """The sidebar stands back while the page is shown, unless somebody chose its width."""

    heading_changed = Signal()
    """The title, the line beside it or the header's buttons changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        context.bus.changed.connect(self.on_changes)
        context.bus.year_changed.connect(self._on_year_changed)

    def title(self) -> str:
        """Heading of the page."""
        return ""

    def subtitle(self) -> str:
        """The quiet line beside the title: year, counts."""
        return ""

    def header_widgets(self) -> list[QWidget]:
        """Buttons for the page header, at most one primary."""
        return []

    def reload(self) -> None:
        """Ask the services for everything the page shows."""

    def open_argument(self, argument: object) -> None:
        """Show what another page pointed at, usually an id."""

    def show_loaded(self) -> None:
        """Called on every visit: reload if something changed while the page was hidden."""
        if self._stale:
            self._stale = False
            self.reload()

    def keyed_actions(self) -> list[QAction]:
        """What its keys do now, for the sheet of keys (F1): its own actions and those of what it shows."""
        shown = (self, *(part for part in self.findChildren(QWidget) if part.isVisible()))
        return [action for part in shown for action in part.actions() if action.isEnabled()]

    def table_keys(self) -> Sequence[tuple[str, str]]:
        """Keys of its table that no action names."""
        from thidua_gui.ui.widgets.grid.view import GridView

        has_grid = any(grid.isVisible() for grid in self.findChildren(GridView))
        return shell.GRID_SHORTCUTS if has_grid else ()

    def panes(self) -> list[QWidget]:
        """Where F6 goes within the page, in order; by default every list, table and tree."""
        views = self.findChildren(QAbstractItemView)
        return [view for view in views if view.isVisible() and view.focusPolicy() != Qt.FocusPolicy.NoFocus]

    def first_pane(self) -> QWidget | None:
        """Where the keyboard belongs when the page is shown, so that its keys work at once; None while it loads."""
        return next((pane for pane in self.panes() if pane.isVisible()), None)

    def on_changes(self, changes: Changes) -> None:
        """Reload if the command touched a table of this page; a hidden page waits for its next visit."""
        if self.tables and changes.touches(*self.tables):
            self.refresh()

    def refresh(self) -> None:
        """Reload now, or on the next visit while hidden."""
        if self.isVisible():
            self._stale = False
            self.reload()
        else:
            self._stale = True

    def _on_year_changed(self, year: int) -> None:
        self.refresh()
