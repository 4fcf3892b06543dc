"""The plan's own pages beside its outline: the very PDF that is saved and printed. Draws what it is given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId
from thidua_gui.documents.files import write_whole
from thidua_gui.text import plan as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import printing, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.pdf_view import PdfView


class Preview(QWidget):
    """Drawn anew whenever the plan changes while it is shown."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.pdf: bytes | None = None
        self._serial = 0
        self.view = PdfView(context.jobs)
        self.problem = Banner()
        self.back = push(wording.BACK_TO_EDITING, "arrow-left")
        self.save = push(wording.SAVE_PDF, "file-type-pdf")
        self.print = push(wording.PRINT, "printer", "primary")
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.save.clicked.connect(self.save_pdf)
        self.print.clicked.connect(self.print_pdf)

    def draw(self, campaign_id: CampaignId) -> None:
        """The plan as it is now; an older drawing that comes later is thrown away."""
        from thidua_gui.documents.plan_pages import render_plan
        from thidua_gui.services.plan_document import collected_plan

        self._serial += 1
        serial = self._serial

        def shown(pdf: bytes) -> None:
            if serial == self._serial:
                self.pdf = pdf
                self.problem.silence()
                self.view.show_pdf(pdf)
                self._offer()

        self.context.jobs.run(
            lambda _: collected_plan(campaign_id),
            lambda content: self.context.jobs.render(
                lambda progress: render_plan(content, progress), shown, self._refuse, title=wording.DRAWING
            ),
            self._refuse,
        )

    def save_pdf(self) -> None:
        """Ask where and write the pages that are shown."""
        context, pdf = self.context, self.pdf
        if pdf is None:
            return
        path = printing.ask_pdf_path(self, printing.last_folder(context), wording.file_name(context.year))
        if path is not None:
            printing.remember_folder(context, path.parent)
            context.jobs.render(
                lambda _: write_whole(path, pdf), lambda written: context.bus.status.emit(wording.saved(written.name))
            )

    def print_pdf(self) -> None:
        """The system's print dialog."""
        if self.pdf is not None:
            printing.ask_and_print(self, self.context, self.pdf, wording.PAPER, lambda: None)

    def _refuse(self, problem: Problem) -> None:
        """Nothing is shown that is not what was asked for."""
        self.pdf = None
        self.view.show_pdf(None)
        self.problem.say("er", sentence(problem))
        self._offer()

    def _offer(self) -> None:
        for button in (self.save, self.print):
            button.setEnabled(self.pdf is not None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        top.setSpacing(theme.px(8))
        top.addWidget(self.back)
        top.addStretch(1)
        top.addWidget(self.save)
        top.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.problem)
        column.addWidget(self.view, 1)
        self._offer()
