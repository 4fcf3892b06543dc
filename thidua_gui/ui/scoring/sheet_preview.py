"""One person's sheet as it will be printed, filled or blank, over the sheet it belongs to. Knows no page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, SubjectId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services import score_sheets
from thidua_gui.services.score_sheets import ScoreSheets
from thidua_gui.services.summaries import Issue
from thidua_gui.text import printing as printing_words
from thidua_gui.text import score_sheet as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import printing, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.pdf_view import PdfView
from thidua_gui.ui.widgets.segmented import Choice, Segmented


class SheetPreview(Dialog):
    """The very pages, with saving and printing."""

    def __init__(
        self, parent: QWidget, context: Context, campaign_id: CampaignId, person_id: SubjectId, name: str,
        of: SheetSubject = SheetSubject.PERSON,
    ) -> None:  # fmt: skip
        super().__init__(parent, wording.PREVIEW.format(name=name), wording.PRINT_VERB, cancel=wording.CLOSE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._campaign_id = campaign_id
        self._scope = score_sheets.scope_of(person_id, of)
        self._words: ScoreSheets | None = None
        self.pdf: bytes | None = None
        self.form = Segmented((Choice(False, wording.FILLED), Choice(True, wording.BLANK)), name=wording.FORM)
        self.view = PdfView(context.jobs)
        self.view.setMinimumHeight(theme.px(480))
        self.save = push(wording.SAVE_PDF, "file-type-pdf")
        self.add_button(self.save)
        top = QHBoxLayout()
        top.addWidget(self.form)
        top.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self.view, 1)
        self.fill_with_body()
        self.resize(theme.px(820), theme.px(780))
        self.form.picked.connect(lambda _: self._collect())
        self.save.clicked.connect(self._save)

    def begin(self) -> None:
        """Show the window and draw the sheet into it."""
        self._collect()
        self.open()

    def submit(self) -> None:
        """The system's print dialog."""
        if self.pdf is not None:
            printing.ask_and_print(self, self._context, self.pdf, self.windowTitle(), self.accept)

    def _collect(self) -> None:
        campaign_id, scope = self._campaign_id, self._scope
        issue, is_blank = Issue(self._context.clock().date()), bool(self.form.current())
        self._offer(None)
        self._context.jobs.run(
            lambda _: score_sheets.score_sheets(campaign_id, scope, issue, blank=is_blank),
            self._draw,
            self._refuse,
            title=wording.DRAWING,
        )

    def _draw(self, words: ScoreSheets) -> None:
        from thidua_gui.documents.score_sheet_pages import render_score_sheets

        self._words = words
        self._context.jobs.render(
            lambda progress: (words, render_score_sheets(words.contents, progress)),
            self._show,
            self._refuse,
            title=wording.DRAWING,
        )

    def _show(self, drawn: tuple[ScoreSheets, bytes]) -> None:
        words, pdf = drawn
        if words is self._words:
            self.view.show_pdf(pdf)
            self._offer(pdf)

    def _refuse(self, problem: Problem) -> None:
        self.show_error(sentence(problem))
        self._offer(None)

    def _offer(self, pdf: bytes | None) -> None:
        self.pdf = pdf
        self.save.setEnabled(pdf is not None)
        self.primary.setEnabled(pdf is not None)

    def _save(self) -> None:
        from thidua_gui.documents.files import safe_name, write_whole

        context, pdf, words = self._context, self.pdf, self._words
        if pdf is None or words is None:
            return
        sheet = words.contents[0]
        name = safe_name(sheet.person_code, sheet.name)
        path = printing.ask_pdf_path(self, printing.last_folder(context), f"{name}.pdf")
        if path is None:
            return
        goal: Path = path
        printing.remember_folder(context, goal.parent)
        context.jobs.render(
            lambda _: write_whole(goal, pdf),
            lambda written: context.bus.status.emit(printing_words.SAVED.format(name=written.name)),
            self._refuse,
        )
