"""The registration papers: collected, drawn and shown as the very pages that will be printed. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.registering import Side
from thidua_gui.text import registration as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output

if TYPE_CHECKING:
    from datetime import date

    from thidua_gui.documents.registration_content import RegistrationPaper
    from thidua_gui.services.list_documents import ShownList
    from thidua_gui.services.registrations import Row

Collect = Callable[[CampaignId, "date"], "Sequence[RegistrationPaper]"]


class Papers(QObject):
    """`owner` is the view over which the preview opens; it is told of refusals by `failed`."""

    def __init__(self, context: Context, owner: QWidget, failed: Callable[[Problem], None]) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self._failed = failed

    def fill(self, menu: QMenu, side: Side, row: Row | None) -> None:
        """What can be printed of the current row, of all units and of the school."""
        if side is Side.PEOPLE:
            self._add(menu, wording.PAPER_UNIT, lambda: self.of_unit(row), row is not None and row.unit_id is not None)
            self._add(menu, wording.PAPER_UNITS, self.of_units)
            self._add(menu, wording.PAPER_PERSON, lambda: self.of_person(row), row is not None)
        else:
            self._add(menu, wording.PAPER_SUBJECT, lambda: self.of_collective(row), row is not None)
            self._add(menu, wording.PAPER_SCHOOL, self.of_school)
        menu.addSeparator()
        self._add(menu, wording.PAPER_SUMMARY, self.summary)
        self._add(menu, wording.SUMMARY_EXCEL, self.summary_to_excel)

    def of_unit(self, row: Row | None) -> None:
        """Of the unit of the current row."""
        from thidua_gui.services import registration_papers

        unit = None if row is None else row.unit_id
        if unit is not None:
            self._preview(lambda campaign, on: registration_papers.unit_papers(campaign, on, unit))

    def of_units(self) -> None:
        """Of every unit with people, in one file."""
        from thidua_gui.services import registration_papers

        self._preview(registration_papers.unit_papers)

    def of_person(self, row: Row | None) -> None:
        """Of the person of the current row."""
        from thidua_gui.services import registration_papers

        if row is not None:
            person = PersonId(row.id)
            self._preview(lambda campaign, on: (registration_papers.person_paper(campaign, on, person),))

    def of_collective(self, row: Row | None) -> None:
        """Of the unit of the current row as a collective."""
        from thidua_gui.services import registration_papers

        if row is not None:
            unit = UnitId(row.id)
            self._preview(lambda campaign, on: (registration_papers.collective_paper(campaign, on, unit),))

    def of_school(self) -> None:
        """Of the school itself."""
        from thidua_gui.services import registration_papers

        self._preview(lambda campaign, on: (registration_papers.collective_paper(campaign, on),))

    def summary(self) -> None:
        """Of the whole school, counted by unit and title."""
        from thidua_gui.services import registration_papers

        self._preview(lambda campaign, on: (registration_papers.summary_paper(campaign, on),))

    def summary_to_excel(self) -> None:
        """The same table as an Excel file."""
        from thidua_gui.services import registration_papers

        campaign_id, on = self._context.campaign_id, self._context.clock().date()
        if campaign_id is not None:
            self._context.jobs.run(
                lambda _: shown_summary(registration_papers.summary_paper(campaign_id, on), on),
                lambda shown: list_output.save_excel(self._owner, self._context, shown), self._failed,
            )  # fmt: skip

    def _preview(self, collect: Collect) -> None:
        from thidua_gui.documents.registration_pages import render_registration, render_registrations

        context, campaign_id, on = self._context, self._context.campaign_id, self._context.clock().date()
        if campaign_id is None:
            return

        def draw(papers: Sequence[RegistrationPaper]) -> None:
            alone = papers[0] if len(papers) == 1 else None
            title = papers[0].document_title
            context.jobs.render(
                lambda progress: (
                    render_registrations(papers, progress) if alone is None else render_registration(alone, progress)
                ),
                lambda pdf: list_output.ListPreview(self._owner, context, title, pdf).open(), self._failed,
                title=wording.DRAWING,
            )  # fmt: skip

        context.jobs.run(lambda _: collect(campaign_id, on), draw, self._failed)

    def _add(self, menu: QMenu, words: str, act: Callable[[], None], possible: bool = True) -> QAction:
        action = menu.addAction(words)
        action.setEnabled(possible)
        action.triggered.connect(lambda _checked: act())
        return action


def shown_summary(paper: RegistrationPaper, on: date) -> ShownList:
    """The table of a paper for the list output; counts are numbers there."""
    from thidua_gui.documents.list_sheet import ListColumn
    from thidua_gui.services.list_documents import ShownList

    rows = [row[1:] for row in (*paper.rows, *paper.sums)]
    return ShownList(
        paper.document_title, (), on,
        tuple(ListColumn(column.title, column.centred, column.wraps) for column in paper.columns[1:]), tuple(rows),
        tuple(tuple(int(cell) if cell.isdecimal() else cell for cell in row) for row in rows),
    )  # fmt: skip
