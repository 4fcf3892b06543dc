"""What is asked about one person or cell of the board: the rating. Opens dialogs; the store and services write."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from thidua_gui.core.ids import PersonId
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.scoring import effective_of
from thidua_gui.ui.context import Context
from thidua_gui.ui.scoring.board_store import BoardStore
from thidua_gui.ui.scoring.board_view import BoardView
from thidua_gui.ui.scoring.rating_dialog import RatedPerson, RatingDialog


class CellDesk(QObject):
    """`window` is the page over which dialogs open."""

    def __init__(self, context: Context, store: BoardStore, view: BoardView, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._store = store
        self._view = view
        self._window = window

    def is_closed_year(self) -> bool:
        """Nothing of the year may be changed any more."""
        campaign = self._context.campaign
        return campaign is not None and campaign.state is CampaignState.CLOSED

    def rate(self, person_id: PersonId) -> None:
        """Decide a rating."""
        board, row = self._store.board, self._store.row(person_id)
        shown = self._view.grid.model_.row_of(person_id)
        if board is None or row is None or shown is None or self.is_closed_year():
            return
        rating = effective_of(row, board)
        total = None if rating.stage is None else shown.line.points(rating.stage)
        dialog = RatingDialog(RatedPerson(shown.label, rating, row.decided_reason, total), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(partial(self._store.decide, person_id))
        dialog.open()
