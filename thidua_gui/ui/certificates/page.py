"""Giấy khen: choose people, look at the very PDF, save it as one file or one a person, print it, keep the record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.progress import Progress
from thidua_gui.documents.batch import FitState
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services import certificates
from thidua_gui.services.certificates import CertificateKind
from thidua_gui.text import certificates as wording
from thidua_gui.text import printing as printing_words
from thidua_gui.ui import printing, theme
from thidua_gui.ui.certificates import press
from thidua_gui.ui.certificates.options_panel import OptionsPanel
from thidua_gui.ui.certificates.press import Recipient, Run
from thidua_gui.ui.certificates.recipient_list import RecipientList
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.pdf_view import PdfView
from thidua_gui.ui.widgets.segmented import Choice, Segmented


class CertificatesPage(Page):
    """Giấy khen and Giấy chứng nhận Lao động tiên tiến."""

    key = "certificates"
    icon = "certificate"
    tables = (
        "awards", "award_revocations", "ratings", "scores", "people", "memberships", "units", "campaigns", "settings",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._run: Run | None = None
        self._style: HeadingStyle | None = None
        self._preview_serial = 0
        self._kinds = Segmented(
            [Choice(kind, wording.KINDS[kind.value]) for kind in CertificateKind], name=wording.KIND
        )
        self._years = QComboBox()
        self._years.setAccessibleName(wording.YEAR)
        self._tally = QHBoxLayout()
        self._all = push(wording.ALL, kind="link")
        self._none = push(wording.NONE, kind="link")
        self._list = RecipientList()
        self._nobody = EmptyState("certificate", wording.NOBODY, wording.NOBODY_WHY)
        self._view = PdfView(context.jobs)
        self._options = OptionsPanel(context.settings)
        self._save_one = push(wording.SAVE_ONE, "file-type-pdf")
        self._save_each = push(wording.SAVE_EACH, "files")
        self._print = push(wording.PRINT.format(count=0), "printer", "primary")
        self._empty = EmptyState("certificate", wording.NO_YEAR, wording.NO_YEAR_WHY)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return "" if self._run is None else wording.SUBTITLE.format(count=len(self._run.recipients))

    def header_widgets(self) -> list[QWidget]:
        return [self._save_one, self._save_each, self._print]

    def reload(self) -> None:
        self._ask(self._run.year if self._run is not None else None)

    def _ask(self, year: int | None) -> None:
        campaign = self.context.campaign
        self._stack.setCurrentIndex(0 if campaign is not None else 1)
        if campaign is None:
            return
        kind, style = CertificateKind(str(self._kinds.current())), self._style

        def work(progress: Progress) -> Run:
            return press.collect(campaign.id, campaign.year, kind, year, style, progress)

        self.context.jobs.run(work, self._show, title=wording.RENDERING)

    def _show(self, run: Run) -> None:
        self._run = run
        self._years.blockSignals(True)
        self._years.clear()
        for year in run.years:
            self._years.addItem(str(year), year)
        self._years.setCurrentIndex(self._years.findData(run.year))
        self._years.blockSignals(False)
        self._options.show_run(run)
        self._list.show_recipients(run.recipients)
        self._centre.setCurrentIndex(0 if run.recipients else 1)
        self._show_tally(run)
        if not run.recipients:
            self._view.show_pdf(None)
        self.heading_changed.emit()

    def _show_tally(self, run: Run) -> None:
        while (item := self._tally.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        states = [each.state for each in run.recipients]
        counts = (states.count(FitState.FITS), states.count(FitState.SHRUNK))
        for kind, words in wording.tally(*counts, len(states) - sum(counts)):
            self._tally.addWidget(Chip(words, kind))
        self._tally.addStretch(1)

    def _preview(self, recipient: Recipient) -> None:
        run = self._run
        if run is None:
            return
        self._preview_serial += 1
        serial, output, words = self._preview_serial, self._options.output(), recipient.content
        if words is None or not recipient.can_print:
            self._view.show_pdf(None)
            return

        def draw(progress: Progress) -> tuple[int, bytes]:
            from thidua_gui.documents import batch

            return serial, batch.render_certificates(run.layout, [words], progress, output)

        self.context.jobs.render(draw, self._show_preview)

    def _show_preview(self, drawn: tuple[int, bytes]) -> None:
        serial, pdf = drawn
        if serial == self._preview_serial:
            self._view.show_pdf(pdf)

    def _preview_current(self) -> None:
        index = self._list.currentIndex()
        recipient = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(recipient, Recipient):
            self._preview(recipient)

    def _change_style(self) -> None:
        self._style = self._options.heading_style()
        self.reload()

    def _count_picks(self) -> None:
        count = len(self._list.picked())
        self._print.setText(wording.PRINT.format(count=count))
        for button in (self._print, self._save_one, self._save_each):
            button.setEnabled(count > 0)

    def _file_stem(self, run: Run) -> str:
        stem = wording.FILE[run.kind.value].format(year=run.year)
        only_drafts = all(each.candidate.is_draft for each in self._list.picked())
        return wording.DRAFT_FILE.format(stem=stem) if only_drafts else stem

    def _save_pdf(self) -> None:
        run, picked = self._run, self._list.picked()
        if run is None or not picked:
            return
        name = f"{self._file_stem(run)}.pdf"
        path = printing.ask_pdf_path(self, printing.last_folder(self.context), name)
        if path is not None:
            printing.remember_folder(self.context, path.parent)
            self._render_all(run, picked, lambda pdf: self._written(run, picked, pdf, path), path)

    def _written(self, run: Run, picked: Sequence[Recipient], pdf: bytes, path: Path) -> None:
        self.context.bus.status.emit(printing_words.SAVED.format(name=path.name))
        self._record(run, picked, pdf, path.name)

    def _save_files(self) -> None:
        run, picked = self._run, self._list.picked()
        if run is None or not picked:
            return
        folder = printing.ask_folder(self, printing.last_folder(self.context))
        if folder is None:
            return
        printing.remember_folder(self.context, folder)
        output = self._options.output()

        def write(progress: Progress) -> tuple[int, bytes]:
            from thidua_gui.documents import batch

            words = press.contents(picked)
            files = batch.render_each(run.layout, words, folder, progress, output)
            return len(files), batch.render_certificates(run.layout, words, progress, output)

        def done(result: tuple[int, bytes]) -> None:
            count, pdf = result
            self.context.bus.status.emit(printing_words.SAVED_MANY.format(count=count, name=folder.name))
            self._record(run, picked, pdf, folder.name)

        self.context.jobs.render(write, done, title=wording.RENDERING)

    def _print_picked(self) -> None:
        run, picked = self._run, self._list.picked()
        if run is None or not picked:
            return
        title = wording.KINDS[run.kind.value]

        def show_dialog(pdf: bytes) -> None:
            printing.ask_and_print(
                self, self.context, pdf, title, lambda: self._record(run, picked, pdf, f"{self._file_stem(run)}.pdf")
            )

        self._render_all(run, picked, show_dialog)

    def _render_all(
        self, run: Run, picked: Sequence[Recipient], then: Callable[[bytes], None], path: Path | None = None
    ) -> None:
        output = self._options.output()

        def draw(progress: Progress) -> bytes:
            from thidua_gui.documents import batch
            from thidua_gui.documents.files import write_whole

            pdf = batch.render_certificates(run.layout, press.contents(picked), progress, output)
            if path is not None:
                write_whole(path, pdf)
            return pdf

        self.context.jobs.render(draw, then, title=wording.RENDERING)

    def _record(self, run: Run, picked: Sequence[Recipient], pdf: bytes, name: str) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            return
        printed = [(each.candidate, each.content) for each in picked if each.content is not None]
        layout, now = (run.layout.id, run.layout.version), self.context.clock()
        self.context.jobs.command(
            lambda progress: certificates.record(campaign_id, printed, layout, pdf, name, now)
        )

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("toolbar", True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(self._kinds)
        row.addWidget(self._years)
        row.addStretch(1)
        left = QFrame()
        left.setProperty("panel", True)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.px(10), 0, 0)
        column.setSpacing(theme.px(6))
        self._tally.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        column.addLayout(self._tally)
        picks = QHBoxLayout()
        picks.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        picks.addWidget(self._all)
        picks.addWidget(self._none)
        picks.addStretch(1)
        column.addLayout(picks)
        column.addWidget(self._list, 1)
        middle = QWidget()
        self._centre = QStackedLayout(middle)
        self._centre.addWidget(self._view)
        self._centre.addWidget(self._nobody)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for place, (widget, width) in enumerate(((left, 264), (middle, 640), (_scrolled(self._options), 264))):
            splitter.addWidget(widget)
            widget.setMinimumWidth(theme.px(min(width, 240)))
            splitter.setStretchFactor(place, int(place == 1))
        splitter.setSizes([theme.px(264), theme.px(900), theme.px(264)])
        whole = QWidget()
        frame = QVBoxLayout(whole)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(bar)
        frame.addWidget(splitter, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)

    def _connect(self) -> None:
        self._kinds.picked.connect(lambda _: self._ask(None))
        self._years.currentIndexChanged.connect(lambda _: self._ask(self._years.currentData()))
        self._list.previewed.connect(self._preview)
        self._list.picks_changed.connect(self._count_picks)
        self._all.clicked.connect(lambda: self._list.pick_all(wanted=True))
        self._none.clicked.connect(lambda: self._list.pick_all(wanted=False))
        self._options.style_changed.connect(self._change_style)
        self._options.output_changed.connect(self._preview_current)
        self._save_one.clicked.connect(self._save_pdf)
        self._save_each.clicked.connect(self._save_files)
        self._print.clicked.connect(self._print_picked)
        for button, tip in ((self._save_one, wording.SAVE_TIP), (self._print, wording.PRINT_TIP)):
            button.setToolTip(tip)
        add_actions(
            self,
            [
                ("Ctrl+P", wording.PRINT_PICKED, self._print.click),
                ("Ctrl+E", wording.SAVE_PICKED, self._save_one.click),
            ],
        )


def _scrolled(panel: QWidget) -> QScrollArea:
    """Large letters must not squeeze its fields."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(panel)
    return area
