"""The school's own list of papers for one kind and procedure, or the shipped one again. Runs one command."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.services import dossiers
from thidua_gui.services.award_kinds import AwardKindRow
from thidua_gui.services.kind_details import PaperList
from thidua_gui.text import award_kinds_page as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.rules.kind_papers import PapersField
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.date_field import DateField

WIDTH = 720


class PapersDialog(FormDialog):
    """Opens with the list that stands on the day of the view."""

    def __init__(
        self, context: Context, parent: QWidget, row: AwardKindRow, basis: CommendationKind, found: PaperList
    ) -> None:
        super().__init__(
            context, parent, wording.PAPERS_TITLE.format(name=row.name), wording.SAVE,
            text=wording.PAPERS_TEXT.format(basis=wording.procedure(basis)),
        )  # fmt: skip
        self._kind, self._basis, self._since = row.key, basis, found.since
        self.setMinimumWidth(theme.px(WIDTH))
        self.papers = PapersField(found.papers)
        self.since = DateField(found.since)
        self.hint = QLabel(wording.PAPERS_HINT)
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        self.reset = push(wording.PAPERS_RESET, "arrow-back-up")
        self.reset.setVisible(found.is_own)
        self.add_button(self.reset)
        self.add_field("name", wording.PAPER, self.papers)
        self.add_widget(self.hint)
        self.add_field("since", wording.SINCE, self.since, wording.SINCE_HINT, half=0)
        self.end_line()
        self.reset.clicked.connect(self._reset)
        self.papers.grid.setFocus()

    def command(self) -> Command:
        kind, basis, drafts, since = self._kind, self._basis, self.papers.drafts, self.since.day()
        return partial(dossiers.set_dossier_list, kind, basis, drafts, since)

    def _reset(self) -> None:
        kind, basis, since = self._kind, self._basis, self._since
        self.context.jobs.command(
            lambda _: dossiers.reset_dossier_list(kind, basis, since),
            lambda _: self.accept(),
            lambda problem: self.show_error(sentence(problem)),
        )
