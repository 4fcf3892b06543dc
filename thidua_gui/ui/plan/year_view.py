"""The base of the two views of the plan page: what the page asks of a view. Knows neither."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.ui.context import Context


class YearView(QWidget):
    """A view of one year. The page owns its keys and the header, and asks the view that is shown."""

    tables: ClassVar[tuple[str, ...]] = ()
    """Tables whose changes make the page reload the view."""

    heading_changed = Signal()
    """The line beside the page's title or the view's buttons in the header changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def reload(self, campaign_id: CampaignId | None) -> None:
        """Ask the services for everything the view shows; None while the data file has no year."""

    def subtitle(self) -> str:
        """The quiet line beside the page's title."""
        return ""

    def header_widgets(self) -> list[QWidget]:
        """Buttons for the page header, at most one primary."""
        return []

    def panes(self) -> list[QWidget]:
        """Where F6 goes within the view."""
        return []

    def add_new(self) -> None:
        """Ctrl+N."""

    def start_finding(self) -> None:
        """Ctrl+F."""

    def print_out(self) -> None:
        """Ctrl+P."""

    def export(self) -> None:
        """Ctrl+E."""

    def open_argument(self, argument: object) -> bool:
        """Show what another page pointed at; False when it is nothing of this view."""
        return False
