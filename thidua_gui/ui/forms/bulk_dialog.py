"""The base of dialogs that do one thing with many checked rows and say for how many it was done. Knows no command."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from thidua_gui.text import bulk as wording
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes
    from thidua_gui.services.bulk import Done


class BulkDialog(FormDialog):
    """Subclasses give the work; the result is told in the status bar with its way back."""

    _said = ""

    def work(self) -> Callable[[], Done]:
        """What is to be done, read from the fields now."""
        raise NotImplementedError

    def command(self) -> Command:
        work = self.work()

        def run() -> Changes:
            done = work()
            self._said = done.said
            return done.changes

        return run

    def _done(self, changes: Changes) -> None:
        self.context.bus.status.emit(wording.with_undo(self._said))
        self.accept()


class HasId(Protocol):
    """A row of a grid."""

    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=HasId)


def picked_as_shown(model: SnapshotModel[Row]) -> list[Row]:
    """The checked rows in the order of the screen; those that a filter hides come last."""
    picked = set(model.picked)
    shown = [row for row in model.shown_rows if row.id in picked]
    seen = {row.id for row in shown}
    return [*shown, *(row for row in model.rows if row.id in picked - seen)]

