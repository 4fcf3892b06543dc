"""Phiếu chấm điểm: one person's criteria, stages side by side, with the people of the unit. Emits what was typed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CriterionId, PersonId, StageId, UnitId
from thidua_gui.core.names import NamedPerson, distinct_labels
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, StageKey, group_maximum
from thidua_gui.services import attachments, evidence, score_entry, scoring
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.evidence import EvidenceRow, OnSheet
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import Board, Comment, ScoreRow
from thidua_gui.text import score_sheet as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.evidence_desk import EvidenceDesk
from thidua_gui.ui.scoring.person_list import ListedPerson, PersonList
from thidua_gui.ui.scoring.sheet_figures import SheetFigures
from thidua_gui.ui.scoring.sheet_model import SheetModel
from thidua_gui.ui.scoring.sheet_panel import SheetPanel
from thidua_gui.ui.scoring.sheet_preview import SheetPreview
from thidua_gui.ui.scoring.sheet_tree import SheetTree
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.elided_combo import ElidedCombo
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.portrait_frame import PortraitFrame
from thidua_gui.ui.widgets.segmented import Choice, Segmented

LIST = 244


@dataclass(frozen=True, slots=True)
class _Extras:
    """What stands beside the points."""

    person_id: PersonId
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
        self._person: PersonId | None = None
        self._stage: StageId | None = None
        self._comments: tuple[Comment, ...] = ()
        self._evidence: tuple[EvidenceRow, ...] = ()
        self._labels: dict[PersonId, str] = {}
        self._units = ElidedCombo()
        self._units.setAccessibleName(wording.PEOPLE)
        self._count = _label("muted")
        self._people = PersonList()
        self._previous = push(wording.PREVIOUS, "chevron-left")
        self._next = push(wording.NEXT, "chevron-right")
        self._back = push(wording.BACK, "arrow-left")
        self._portrait = PortraitFrame()
        self._name = ElidedLabel()
        self._name.setProperty("role", "section")
        self._post = ElidedLabel()
        self._post.setProperty("role", "muted")
        self._place = _label("muted")
        self._stages = Segmented(name=wording.TITLE)
        self._notice = _label("muted")
        self._model = SheetModel(self)
        self._tree = SheetTree(self._model)
        self._no_sheet = EmptyState("clipboard-list", wording.NO_SHEET, wording.NO_SHEET_WHY)
        self._figures = SheetFigures()
        self._panel = SheetPanel()
        self._desk = EvidenceDesk(context, self._panel.evidence)
        self._lay_out()
        self._connect()

    @property
    def person_id(self) -> PersonId | None:
        """Whose sheet is open."""
        return self._person

    def open_person(self, board: Board, person_id: PersonId, stage_id: StageId) -> None:
        """Open a person's sheet at a stage, the cursor in the first criterion."""
        self._board, self._person, self._stage = board, person_id, stage_id
        self._labels = _labels(board)
        self._fill_units()
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

    def _fill_units(self) -> None:
        row, board = self._row(), self._board
        if board is None or row is None:
            return
        units = sorted({(item.unit_position, item.unit_name, item.unit_id) for item in board.rows if item.unit_id})
        self._units.blockSignals(True)
        self._units.clear()
        self._units.addItem(wording.WHOLE_SCHOOL, None)
        for _, name, unit_id in units:
            self._units.addItem(name, unit_id)
        self._units.setCurrentIndex(max(0, self._units.findData(row.unit_id)))
        self._units.blockSignals(False)

    def _listed(self) -> list[ListedPerson]:
        board, stage = self._board, self._stage
        if board is None or stage is None:
            return []
        unit: UnitId | None = self._units.currentData()
        return [
            ListedPerson(
                row.id,
                self._labels.get(row.id, row.name),
                scoring.stage_total(board, row, stage),
                bool(row.drafts[stage]),
            )
            for row in board.rows
            if unit is None or row.unit_id == unit
        ]

    def _refill(self) -> None:
        board, row, stage = self._board, self._row(), self._stage
        if board is None or row is None or stage is None:
            return
        people = self._listed()
        self._people.show_people(people, row.id)
        done = sum(person.total is not None for person in people)
        self._count.setText(wording.people_count(done, len(people)))
        self._place.setText(wording.place(self._people.place() + 1, len(people), len(people) - done))
        self._name.setText(self._labels.get(row.id, row.name))
        self._post.setText(", ".join(part for part in (row.post, row.unit_name) if part))
        self._show_stages(board, stage)
        self._centre.setCurrentIndex(0 if row.sheet_id is not None else 1)
        comments = Counter(comment.criterion_id for comment in self._comments)
        files = Counter(file.criterion_id for file in self._evidence)
        self._model.show(board, row, stage, comments, files, frozen=self._is_closed_year())
        self._figures.show_row(board, row, stage)
        self._show_criterion()

    def _show_stages(self, board: Board, stage: StageId) -> None:
        choices = [Choice(item.id, wording.STAGE_LONG[item.key]) for item in board.stages]
        if choices != [segment.choice for segment in self._stages.segments()]:
            self._stages.set_choices(choices)
        self._stages.set_current(stage)
        is_closed = next((item.closed_at for item in board.stages if item.id == stage), None) is not None
        sentence = wording.CLOSED_YEAR if self._is_closed_year() else wording.CLOSED_STAGE if is_closed else ""
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))

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
        self._panel.show_comments(mine, is_editable=not self._notice.text())
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
        place = None if campaign_id is None else OnSheet(campaign_id, row.id, key)
        if place != self._desk.place:
            self._panel.evidence.banner.silence()
        self._desk.place = place
        self._panel.evidence.show_rows(files, is_editable=not self._is_closed_year(), prefix=is_group)

    def _ask_extras(self) -> None:
        campaign_id, person = self._context.campaign_id, self._person
        if campaign_id is None or person is None:
            return
        self._context.jobs.run(
            lambda progress: _Extras(
                person,
                scoring.comments(campaign_id, person),
                evidence.of_sheet(campaign_id, person),
                attachments.portrait(person),
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
            SheetPreview(self, self._context, campaign_id, row.id, self._labels.get(row.id, row.name)).begin()

    def _write_comment(self, text: str) -> None:
        criterion, person, stage = self._tree.current_criterion(), self._person, self._stage
        if person is None or stage is None:
            return
        key = None if criterion is None else criterion.id
        now, user = self._context.clock(), self._context.user
        self._context.jobs.command(
            lambda progress: score_entry.add_comment(stage, person, key, text, at=now, author=user),
            lambda changes: self._panel.clear_editor(),
        )

    def _remove_comment(self, comment_id: int) -> None:
        self._context.jobs.command(lambda progress: score_entry.remove_comment(comment_id))

    def _choose(self, person_id: PersonId) -> None:
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

    def _change_unit(self) -> None:
        people = self._listed()
        if people and self._person not in {person.id for person in people}:
            self._choose(people[0].id)
        else:
            self._refill()

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for place, (widget, width) in enumerate(((self._left(), LIST), (self._middle(), 672), (self._panel, 288))):
            splitter.addWidget(widget)
            widget.setMinimumWidth(theme.px(width * 3 // 4))
            splitter.setStretchFactor(place, int(place == 1))
        splitter.setSizes([theme.px(LIST), theme.px(672), theme.px(288)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _left(self) -> QWidget:
        left = QFrame()
        left.setProperty("panel", True)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        column.setSpacing(theme.px(8))
        top = QVBoxLayout()
        top.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        top.addWidget(self._back)
        top.addWidget(self._units)
        counts = QHBoxLayout()
        counts.addWidget(self._count, 1)
        points = _label("muted")
        points.setText(wording.POINTS_HEADING)
        counts.addWidget(points)
        top.addLayout(counts)
        steps = QHBoxLayout()
        steps.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        steps.addWidget(self._previous)
        steps.addWidget(self._next)
        column.addLayout(top)
        column.addWidget(self._people, 1)
        column.addLayout(steps)
        return left

    def _middle(self) -> QWidget:
        middle = QWidget()
        names = QVBoxLayout()
        names.setSpacing(theme.px(1))
        names.addWidget(self._name)
        names.addWidget(self._post)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        head.setSpacing(theme.px(12))
        head.addWidget(self._portrait)
        head.addLayout(names, 1)
        head.addWidget(self._place)
        head.addWidget(self._stages)
        notice = QHBoxLayout()
        notice.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        notice.addWidget(self._notice)
        content = QWidget()
        self._centre = QStackedLayout(content)
        self._centre.addWidget(self._tree)
        self._centre.addWidget(self._no_sheet)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(notice)
        column.addWidget(content, 1)
        column.addWidget(self._figures)
        return middle

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._units.currentIndexChanged.connect(self._change_unit)
        self._people.chosen.connect(self._choose)
        self._previous.clicked.connect(lambda: self._people.step(-1))
        self._next.clicked.connect(lambda: self._people.step(1))
        self._stages.picked.connect(self._pick_stage)
        self._model.entered.connect(self._enter)
        self._tree.criterion_changed.connect(lambda _: self._show_criterion())
        self._panel.comment_written.connect(self._write_comment)
        self._panel.comment_removed.connect(self._remove_comment)
        self._panel.print_wanted.connect(self._print)
        self._context.bus.changed.connect(self.on_changes)
        keys = (("Ctrl+PgUp", lambda: self._people.step(-1)), ("Ctrl+PgDown", lambda: self._people.step(1)))
        for key, act in (*keys, ("Escape", self.closed.emit), ("Ctrl+P", self._print)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        for place in range(3):
            shortcut = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda place=place: self._stage_by_place(place))

    def _stage_by_place(self, place: int) -> None:
        if self._board is not None and place < len(self._board.stages):
            self._stages.set_current(self._board.stages[place].id)
            self._pick_stage(self._board.stages[place].id)


def _labels(board: Board) -> dict[PersonId, str]:
    return distinct_labels(
        NamedPerson(row.id, row.name, row.born_on, row.unit_short, row.code) for row in board.rows
    )


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label
