"""Cards of awards on paper and in Excel, one or many, with progress and cancel; knows no page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from thidua_gui.documents.files import write_whole
from thidua_gui.text import award_cards as wording
from thidua_gui.text import lists as list_wording
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.list_output import ListPreview, excel_path

if TYPE_CHECKING:
    from thidua_gui.documents.award_card import AwardCardContent
    from thidua_gui.services.award_cards import Bearer


def print_cards(parent: QWidget, context: Context, bearers: Sequence[Bearer]) -> None:
    """The very pages that will be printed, with saving as PDF."""
    from thidua_gui.documents.award_card_pages import render_award_cards
    from thidua_gui.services import award_card_papers

    on, campaign_id, wanted = context.clock().date(), context.campaign_id, tuple(bearers)

    def draw(contents: tuple[AwardCardContent, ...]) -> None:
        title = contents[0].document_title if len(contents) == 1 else wording.TITLE
        context.jobs.render(
            lambda progress: render_award_cards(contents, progress),
            lambda pdf: ListPreview(parent, context, title, pdf).open(),
            title=wording.PRINTING,
        )

    context.jobs.run(
        lambda progress: award_card_papers.card_papers(wanted, on, campaign_id, progress), draw, title=wording.PRINTING
    )


def export_cards(parent: QWidget, context: Context, bearers: Sequence[Bearer]) -> None:
    """Ask where, write, say so."""
    from thidua_gui.services import award_card_papers

    proposed = printing.last_folder(context) / f"{wording.FILE}.xlsx"
    chosen, _ = QFileDialog.getSaveFileName(
        parent, list_wording.SAVE_EXCEL, str(proposed), list_wording.EXCEL_FILTER
    )
    if not chosen:
        return
    path = excel_path(chosen)
    printing.remember_folder(context, path.parent)
    on, wanted = context.clock().date(), tuple(bearers)
    context.jobs.run(
        lambda progress: write_whole(path, award_card_papers.cards_workbook(wanted, on, progress)),
        lambda written: context.bus.status.emit(list_wording.saved(written.name)),
        title=list_wording.WRITING,
    )
