"""Hồ sơ: what is proposed in words, the unit's vote, and the list of papers to tick. Asks the desk for all."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from thidua_gui.core.proposals import EDITABLE, PaperState
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.proposal_views import Dossier, PaperLine
from thidua_gui.text import proposals as service_wording
from thidua_gui.text import proposals_panel as wording
from thidua_gui.text.rules import UNCHECKED
from thidua_gui.ui.forms.fact_list import FactList
from thidua_gui.ui.proposals.panel_tab import PanelTab
from thidua_gui.ui.proposals.tinted_row import Lines, TintedRow
from thidua_gui.ui.widgets.buttons import push


class PapersTab(PanelTab):
    """Space ticks the paper under the keyboard."""

    tick_wanted = Signal(object, object)
    """PaperLine, and the state it shall have (None = not there)."""
    waive_wanted = Signal(object)
    note_wanted = Signal(object)
    attach_wanted = Signal(object)
    open_wanted = Signal(object)
    add_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.PAPERS, parent)
        self._is_editable = False

    def show_dossier(self, seen: Dossier) -> None:
        """Papers may still come in while the dossier is before the council; a closed year is only looked at."""
        self._is_editable = not seen.is_closed
        self.start()
        edit = push(wording.EDIT, kind="link")
        edit.clicked.connect(self.edit_wanted)
        may_edit = self._is_editable and seen.row.state in EDITABLE
        self.add_heading(wording.PAPER_FACTS, edit if may_edit else None)
        facts = FactList(label_width=116)
        facts.show_sections([("", _facts(seen))])
        self.add_widget(facts)
        add = push(wording.ADD_PAPER, kind="link")
        add.clicked.connect(self.add_wanted)
        self.add_heading(wording.PAPER_LIST, add if self._is_editable else None)
        for paper in seen.papers:
            self._add_paper(paper)
        if not seen.papers:
            self.add_words(wording.NO_PAPERS)
        self.finish()

    def _add_paper(self, paper: PaperLine) -> None:
        is_missing = paper.is_required and paper.state is None
        lines: Lines = [(paper.name, "tableStrong" if is_missing else "table"), (_kind_of(paper), "caption")]
        lines += [(words, "caption") for words in (paper.hint, paper.note, paper.attachment) if words]
        row = TintedRow(
            "", "", lines, tint="warningTint" if is_missing else "",
            menu=wording.PAPER_MENU.format(name=paper.name) if self._is_editable else "",
            spoken=f"{paper.name}, {_kind_of(paper)}",
        )  # fmt: skip
        box = QCheckBox()
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.setAccessibleName(paper.name)
        box.setChecked(paper.state is PaperState.PRESENT)
        box.setEnabled(self._is_editable)
        row.put_first(box)
        tick = partial(self._tick, paper)
        box.clicked.connect(tick)
        row.acted.connect(tick)
        row.menu_wanted.connect(partial(self._open_menu, paper))
        self.add_row(row)

    def _tick(self, paper: PaperLine, *_: object) -> None:
        if self._is_editable:
            self.tick_wanted.emit(paper, None if paper.state is PaperState.PRESENT else PaperState.PRESENT)

    def _open_menu(self, paper: PaperLine, at: QPoint) -> None:
        menu = QMenu(self)
        if paper.state is PaperState.WAIVED:
            menu.addAction(wording.UNWAIVE).triggered.connect(lambda: self.tick_wanted.emit(paper, None))
        else:
            menu.addAction(wording.WAIVE).triggered.connect(lambda: self.waive_wanted.emit(paper))
        menu.addAction(wording.ATTACH).triggered.connect(lambda: self.attach_wanted.emit(paper))
        if paper.attachment_id is not None:
            menu.addAction(wording.OPEN_FILE).triggered.connect(lambda: self.open_wanted.emit(paper))
        if paper.state is PaperState.PRESENT:
            menu.addAction(wording.PAPER_NOTE).triggered.connect(lambda: self.note_wanted.emit(paper))
        menu.popup(at)


def _kind_of(paper: PaperLine) -> str:
    asked = wording.REQUIRED if paper.is_required else wording.OPTIONAL
    parts = [asked if paper.is_asked else wording.NOT_ASKED]
    if paper.state is not None:
        parts.append(service_wording.PAPER_STATES[paper.state].lower())
    parts += [wording.noted(paper.noted_on)] if paper.noted_on is not None else []
    return " · ".join([*parts, *([UNCHECKED] if paper.is_asked and not paper.is_checked else [])])


def _facts(seen: Dossier) -> list[tuple[str, str]]:
    row = seen.row
    facts = [
        (wording.STATE, service_wording.STATES[row.state]),
        (wording.BASIS, service_wording.BASES[row.basis]),
        (wording.RECEIVED, "" if row.received_on is None else date_text(row.received_on)),
        (wording.ACHIEVEMENT, row.achievement),
    ]
    facts += [(wording.LOWERED, row.lowered_to)] if row.lowered_to else []
    facts += [(wording.NOTE, row.note)] if row.note else []
    for vote in seen.votes:
        told = wording.vote(vote.agree, vote.present, vote.members)
        day = wording.on_day(vote.held_on)
        facts.append((wording.VOTES, ". ".join(part for part in (vote.unit_name, f"{told} {day}".strip()) if part)))
    return facts
