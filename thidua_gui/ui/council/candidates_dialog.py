"""Who is judged in one item, before its first ballot: put in, taken out, ordered. Each step is written at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, ProposalId
from thidua_gui.services import agenda_edit
from thidua_gui.services.meeting_views import ItemRow
from thidua_gui.text import council_prepare as words
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.council.reading import ItemPeople, read_people
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.keyed_actions import add_actions

if TYPE_CHECKING:
    from thidua_gui.ui.council.desk import Command, Desk

_SIZE = (300, 300)


class CandidatesDialog(Dialog):
    """At the left who is on the agenda, at the right who could be."""

    def __init__(self, desk: Desk, item: ItemRow, campaign_id: CampaignId) -> None:
        text = words.CANDIDATES_TEXT.format(title=item.title)
        super().__init__(desk, words.CANDIDATES_TITLE, words.CLOSE, text=text)
        self._context, self._item_id, self._campaign_id = desk.context, item.id, campaign_id
        self._found: ItemPeople | None = None
        self.here, self.ready = _list(words.ON_AGENDA), _list(words.READY)
        self.put_in, self.take_out = push(words.PUT_IN, "arrow-left"), push(words.TAKE_OUT, "arrow-right")
        self.up, self.down = push(words.UP, "arrow-up"), push(words.DOWN, "arrow-down")
        self.note = QLabel(words.NOBODY_READY)
        self.note.setProperty("role", "muted")
        self.secondary.hide()
        self._fill_body()
        self.put_in.clicked.connect(self._put_in)
        self.take_out.clicked.connect(self._take_out)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.here.currentRowChanged.connect(lambda _: self._enable())
        self.ready.currentRowChanged.connect(lambda _: self._enable())
        self.ready.itemActivated.connect(lambda _: self._put_in())
        add_actions(self.here, [
            ("Alt+Up", words.UP, partial(self._move, -1)), ("Alt+Down", words.DOWN, partial(self._move, 1)),
            ("Delete", words.TAKE_OUT, self._take_out),
        ])  # fmt: skip
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read()

    def _read(self) -> None:
        item_id, campaign_id = self._item_id, self._campaign_id
        self._context.jobs.run(lambda _: read_people(campaign_id, item_id), self._show)

    def _show(self, found: ItemPeople) -> None:
        self._found = found
        _fill(self.here, [f"{place}. {one.name}" for place, one in enumerate(found.item.candidates, start=1)])
        _fill(self.ready, [one.name for one in found.ready])
        self.note.setVisible(not found.ready)
        self._enable()

    def _enable(self) -> None:
        row, count = self.here.currentRow(), self.here.count()
        self.put_in.setEnabled(self.ready.currentRow() >= 0)
        self.take_out.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)

    def _put_in(self) -> None:
        row = self.ready.currentRow()
        if self._found is not None and row >= 0:
            wanted: list[ProposalId] = [one for one in (self._found.ready[row].proposal_id,) if one is not None]
            self._run(partial(agenda_edit.add_proposals, self._item_id, wanted))

    def _take_out(self) -> None:
        row = self.here.currentRow()
        if self._found is not None and row >= 0:
            self._run(partial(agenda_edit.remove_candidates, [self._found.item.candidates[row].id]))

    def _move(self, step: int) -> None:
        row = self.here.currentRow()
        if self._found is not None and 0 <= row + step < self.here.count() and row >= 0:
            candidate = self._found.item.candidates[row]
            self.here.setCurrentRow(row + step)
            self._run(partial(agenda_edit.move_candidate, candidate.id, row + step))

    def _run(self, command: Command) -> None:
        self.show_error("")
        self._context.jobs.command(lambda _: command(), self._done, self._cannot)

    def _done(self, changes: Changes) -> None:
        self._read()

    def _cannot(self, problem: Problem) -> None:
        self.show_error(sentence(problem))

    def _fill_body(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(theme.px(16))
        for heading, listed, buttons in (
            (words.ON_AGENDA, self.here, (self.up, self.down, self.take_out)),
            (words.READY, self.ready, (self.put_in,)),
        ):
            side = QVBoxLayout()
            side.setSpacing(theme.px(6))
            label = QLabel(heading)
            label.setProperty("role", "caption")
            label.setBuddy(listed)
            side.addWidget(label)
            side.addWidget(listed, 1)
            if listed is self.ready:
                side.addWidget(self.note)
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            side.addLayout(row)
            sides.addLayout(side)
        self.body.addLayout(sides)
        self.fill_with_body()


def _list(name: str) -> QListWidget:
    listed = QListWidget()
    listed.setAccessibleName(name)
    listed.setProperty("choices", True)
    listed.setMinimumSize(theme.px(_SIZE[0]), theme.px(_SIZE[1]))
    return listed


def _fill(listed: QListWidget, names: list[str]) -> None:
    row = listed.currentRow()
    listed.clear()
    for name in names:
        item = QListWidgetItem(name)
        item.setToolTip(name)
        listed.addItem(item)
    listed.setCurrentRow(min(max(row, 0), len(names) - 1))
