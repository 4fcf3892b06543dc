"""Phiếu chấm điểm: one person's criteria, stages side by side, with the people of the unit. Emits what was typed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CriterionId, PersonId, StageId, SubjectId
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, SheetSubject, StageKey, group_maximum
from thidua_gui.services import attachments, evidence, score_entry, scoring
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.evidence import EvidenceRow, OnSheet
from thidua_gui.services.last_year import LastYear, stage_compared
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import Board, Comment, ScoreRow
from thidua_gui.text import score_sheet as wording
from thidua_gui.text.score_board import go_to_stage
from thidua_gui.text.unit_scoring import unit_facts
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.evidence_desk import EvidenceDesk
from thidua_gui.ui.scoring.sheet_figures import SheetFigures
from thidua_gui.ui.scoring.sheet_head import SheetHead
from thidua_gui.ui.scoring.sheet_model import LastYearLines, SheetModel
from thidua_gui.ui.scoring.sheet_panel import SheetPanel
from thidua_gui.ui.scoring.sheet_people import SheetPeople
from thidua_gui.ui.scoring.sheet_preview import SheetPreview
from thidua_gui.ui.scoring.sheet_tree import SheetTree
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions

LIST = 244


@dataclass(frozen=True, slots=True)
class _Extras:
    """What stands beside the points."""

    person_id: SubjectId
    comments: tuple[Comment, ...]
    evidence: tuple[EvidenceRow, ...]
    portrait: bytes | None


class PersonSheet(QWidget):
    """Ctrl+PgUp/PgDn change the person, Alt+1..3 the stage, Esc goes back to the board."""

    closed = Signal()
    entered = Signal(object, object)
    """StageId and a tuple of CellEntry."""
    stage_picked = Signal(object)
    """StageId."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._board: Board | None = None
        self._person: SubjectId | None = None
        self._stage: StageId | None = None
        self._before: LastYear | None = None
        self._comments: tuple[Comment, ...] = ()
        self._evidence: tuple[EvidenceRow, ...] = ()
        self._people = SheetPeople()
        self._head = SheetHead()
        self._portrait = self._head.portrait
        self._model = SheetModel(self)
        self._tree = SheetTree(self._model)
        self._no_sheet = EmptyState("clipboard-list", wording.NO_SHEET, wording.NO_SHEET_WHY)
        self._figures = SheetFigures()
        self._panel = SheetPanel()
        self._desk = EvidenceDesk(context, self._panel.evidence)
        self._lay_out()
        self._connect()

    @property
    def person_id(self) -> SubjectId | None:
        """Whose sheet is open."""
        return self._person

    def open_person(
        self, board: Board, person_id: SubjectId, stage_id: StageId, before: LastYear | None = None
    ) -> None:
        """Open a person's or unit's sheet at a stage, the cursor in the first criterion; `before` is compared with."""
        self._board, self._person, self._stage, self._before = board, person_id, stage_id, before
        self._comments, self._evidence = (), ()
        row = self._row()
        if row is not None:
            self._people.offer(board, row)
        self._refill()
        self._ask_extras()
        self._tree.go_to_first()
        self._tree.setFocus()

    def update_rows(self, board: Board) -> None:
        """The same person with the board's newest values."""
        self._board = board
        if self._person is not None and self._row() is None:
            self.closed.emit()
            return
        self._refill()

    def on_changes(self, changes: Changes) -> None:
        """Comments and evidence are this widget's own business."""
        if self._person is not None and changes.touches("score_comments", "evidence"):
            self._ask_extras()

    def _row(self) -> ScoreRow | None:
        rows = () if self._board is None else self._board.rows
        return next((row for row in rows if row.id == self._person), None)

    def _refill(self) -> None:
        board, row, stage = self._board, self._row(), self._stage
        if board is None or row is None or stage is None:
            return
        place = self._people.show_rows(board, row, stage)
        is_person = board.subject is SheetSubject.PERSON
        facts = ", ".join(part for part in (row.post, row.unit_name) if part)
        self._head.show_names(
            self._people.label(row), facts if is_person else unit_facts(row.unit_name, row.post), place,
            has_portrait=is_person,
        )  # fmt: skip
        self._head.show_stages(board, stage, frozen=self._is_closed_year())
        self._centre.setCurrentIndex(0 if row.sheet_id is not None else 1)
        comments = Counter(comment.criterion_id for comment in self._comments)
        files = Counter(file.criterion_id for file in self._evidence)
        before = self._last_year(board, row, stage)
        self._model.show(board, row, stage, comments, files, before, frozen=self._is_closed_year())
        self._figures.show_row(board, row, stage, None if before is None else before.whole)
        self._show_criterion()

    def _last_year(self, board: Board, row: ScoreRow, stage: StageId) -> LastYearLines | None:
        """A unit's points of a year ago; people are not compared."""
        view = next((one for one in board.stages if one.id == stage), None)
        if self._before is None or view is None or board.subject is SheetSubject.PERSON:
            return None
        sheets = {sheet.id: sheet for sheet in board.sheets}
        taken = stage_compared(board.stages, view, row)
        return LastYearLines(self._before.year, self._before.compared(sheets, row, taken))

    def _is_closed_year(self) -> bool:
        campaign = self._context.campaign
        return campaign is not None and campaign.state is CampaignState.CLOSED

    def _show_criterion(self) -> None:
        board, row, stage = self._board, self._row(), self._stage
        criterion = self._tree.current_criterion()
        if board is None or row is None or stage is None:
            return
        sheet = board.sheet(row.sheet_id)
        maximum = None
        if criterion is not None and sheet is not None:
            is_group = criterion.kind is CriterionKind.GROUP
            maximum = group_maximum(sheet, criterion.id) if is_group else criterion.maximum
        key = None if criterion is None else criterion.id
        self._panel.show_criterion(criterion, maximum, None if key is None else row.drafts[stage].get(key))
        keys: dict[StageId, StageKey] = {item.id: item.key for item in board.stages}
        mine = [(item, keys[item.stage_id]) for item in self._comments if item.criterion_id == key]
        self._panel.show_comments(mine, is_editable=self._head.is_editable)
        self._show_evidence(sheet, criterion, row)

    def _show_evidence(self, sheet: Sheet | None, criterion: Criterion | None, row: ScoreRow) -> None:
        """The files of the criterion on view; of a group those of its items too."""
        is_group = criterion is not None and criterion.kind is CriterionKind.GROUP
        wanted: set[CriterionId | None] = {None if criterion is None else criterion.id}
        if is_group and sheet is not None and criterion is not None:
            wanted |= {leaf.id for leaf in sheet.leaves(criterion.id)}
        files = [file for file in self._evidence if file.criterion_id in wanted]
        campaign_id = self._context.campaign_id
        key = None if criterion is None else criterion.id
        place = None if campaign_id is None else OnSheet(campaign_id, row.id, key, row.subject)
        if place != self._desk.place:
            self._panel.evidence.banner.silence()
        self._desk.place = place
        self._panel.evidence.show_rows(files, is_editable=not self._is_closed_year(), prefix=is_group)

    def _ask_extras(self) -> None:
        campaign_id, person, board = self._context.campaign_id, self._person, self._board
        if campaign_id is None or person is None or board is None:
            return
        of = board.subject
        self._context.jobs.run(
            lambda progress: _Extras(
                person,
                scoring.comments(campaign_id, person, of),
                evidence.of_sheet(campaign_id, person, of),
                attachments.portrait(PersonId(person)) if of is SheetSubject.PERSON else None,
            ),
            self._take_extras,
        )

    def _take_extras(self, found: _Extras) -> None:
        if found.person_id == self._person:
            self._comments, self._evidence = found.comments, found.evidence
            self._portrait.show_picture(found.portrait)
            self._refill()

    def _print(self) -> None:
        """The sheet as it will be printed, in a window over this one."""
        campaign_id, row = self._context.campaign_id, self._row()
        if campaign_id is not None and row is not None:
            SheetPreview(self, self._context, campaign_id, row.id, self._people.label(row), row.subject).begin()

    def _write_comment(self, text: str) -> None:
        criterion, person, stage = self._tree.current_criterion(), self._person, self._stage
        if person is None or stage is None or self._board is None:
            return
        of = self._board.subject
        key = None if criterion is None else criterion.id
        now, user = self._context.clock(), self._context.user
        self._context.jobs.command(
            lambda progress: score_entry.add_comment(stage, person, key, text, at=now, author=user, of=of),
            lambda changes: self._panel.clear_editor(),
        )

    def _remove_comment(self, comment_id: int) -> None:
        self._context.jobs.command(lambda progress: score_entry.remove_comment(comment_id))

    def _choose(self, person_id: SubjectId) -> None:
        self._person = person_id
        self._comments, self._evidence = (), ()
        self._portrait.show_picture(None)
        self._refill()
        self._ask_extras()
        if self._tree.current_criterion() is None:
            self._tree.go_to_first()

    def _pick_stage(self, stage_id: StageId) -> None:
        criterion = self._tree.current_criterion()
        self._stage = stage_id
        self._refill()
        if criterion is not None:
            self._tree.go_to(criterion.id)
        self.stage_picked.emit(stage_id)

    def _enter(self, criterion_id: CriterionId, text: str) -> None:
        if self._person is not None and self._stage is not None:
            self.entered.emit(self._stage, (CellEntry(self._person, criterion_id, text),))

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        parts = ((self._people, LIST), (self._middle(), 672), (self._panel, 288))
        for place, (widget, width) in enumerate(parts):
            splitter.addWidget(widget)
            widget.setMinimumWidth(theme.px(width * 3 // 4))
            splitter.setStretchFactor(place, int(place == 1))
        splitter.setSizes([theme.px(LIST), theme.px(672), theme.px(288)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _middle(self) -> QWidget:
        middle = QWidget()
        content = QWidget()
        self._centre = QStackedLayout(content)
        self._centre.addWidget(self._tree)
        self._centre.addWidget(self._no_sheet)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(content, 1)
        column.addWidget(self._figures)
        return middle

    def _connect(self) -> None:
        self._people.left.connect(self.closed)
        self._people.chosen.connect(self._choose)
        self._people.narrowed.connect(self._refill)
        self._head.stage_picked.connect(self._pick_stage)
        self._model.entered.connect(self._enter)
        self._tree.criterion_changed.connect(lambda _: self._show_criterion())
        self._panel.comment_written.connect(self._write_comment)
        self._panel.comment_removed.connect(self._remove_comment)
        self._panel.print_wanted.connect(self._print)
        self._context.bus.changed.connect(self.on_changes)
        self._add_keys()

    def _add_keys(self) -> None:
        stages = [(f"Alt+{one}", go_to_stage(one), partial(self._stage_by_place, one - 1)) for one in (1, 2, 3)]
        add_actions(
            self,
            [
                ("Ctrl+PgUp", wording.PREVIOUS_PERSON, lambda: self._people.step(-1)),
                ("Ctrl+PgDown", wording.NEXT_PERSON, lambda: self._people.step(1)),
                *stages,
                ("Ctrl+P", wording.PRINT, self._print),
                ("Escape", wording.BACK, self.closed.emit),
            ],
        )

    def _stage_by_place(self, place: int) -> None:
        if self._board is not None and place < len(self._board.stages):
            self._pick_stage(self._board.stages[place].id)
