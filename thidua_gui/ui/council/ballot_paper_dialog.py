"""How many ballot papers, how many on a sheet: then the pages as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.services import meeting_documents
from thidua_gui.services.meeting_views import ItemRow
from thidua_gui.text import council_page as words
from thidua_gui.text import lists as list_words
from thidua_gui.text.errors import sentence
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import FormDialog
from thidua_gui.ui.forms.list_output import ListPreview

if TYPE_CHECKING:
    from thidua_gui.documents.ballot_papers import BallotContent, PerSheet

_MOST = 500


class BallotPaperDialog(FormDialog):
    """Spelling and order of the candidates are those of the item."""

    def __init__(self, context: Context, parent: QWidget, item: ItemRow, present: int) -> None:
        super().__init__(context, parent, words.BALLOTS.rstrip("…"), words.PREVIEW_VERB, text=item.title)
        self._item, self._opener = item, parent
        self.present, self.spare = QSpinBox(), QSpinBox()
        for box, value in ((self.present, present), (self.spare, 1)):
            box.setRange(0, _MOST)
            box.setValue(value)
        self.per_sheet = QComboBox()
        for many in (1, 2, 3, 4):
            self.per_sheet.addItem(words.per_sheet(many), many)
        self.with_below = QCheckBox(words.WITH_BELOW)
        self.with_below.setChecked(True)
        self.add_field("present", words.PRESENT_PAPERS, self.present, half=0)
        self.add_field("spare", words.SPARE_PAPERS, self.spare, half=1)
        self.add_field("per_sheet", words.PER_SHEET, self.per_sheet)
        self.add_widget(self.with_below)

    def submit(self) -> None:
        present, spare = self.present.value(), self.spare.value()
        per_sheet = cast("PerSheet", self.per_sheet.currentData())
        with_below, item_id = self.with_below.isChecked(), self._item.id
        self.show_error("")
        self.context.jobs.run(
            lambda _: meeting_documents.collected_ballots(item_id, present, spare, per_sheet, with_below=with_below),
            self._draw, self._refused,
        )  # fmt: skip

    def _draw(self, content: BallotContent) -> None:
        self.context.jobs.render(
            lambda progress: meeting_documents.print_ballots(content, progress),
            lambda pdf: self._show(content.document_title, pdf), self._refused, title=list_words.DRAWING,
        )  # fmt: skip

    def _show(self, title: str, pdf: bytes) -> None:
        self.accept()
        ListPreview(self._opener, self.context, title, pdf).open()

    def _refused(self, problem: Problem) -> None:
        self.refuse(str(problem.details.get("field", "")), sentence(problem))
