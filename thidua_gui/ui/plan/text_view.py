"""The plan's text: outline, the chosen paragraph, the pages. Runs the commands; judges nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, PlanItemId
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.services import plan, plan_edit
from thidua_gui.services.plan import PlanHead, PlanLine, PlanSource, PlanView
from thidua_gui.services.plan_edit import ItemDraft
from thidua_gui.text import plan as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.plan.head_form import HeadForm
from thidua_gui.ui.plan.outline import Outline
from thidua_gui.ui.plan.outline_model import HEAD, LINE, Node, line_key, section_key
from thidua_gui.ui.plan.paragraph_editor import ParagraphEditor
from thidua_gui.ui.plan.paste_dialog import PasteDialog
from thidua_gui.ui.plan.preview import Preview
from thidua_gui.ui.plan.year_view import YearView
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState

LEFT, RIGHT = 560, 460
"""Widths at 100 % of the outline and of what is edited; a wider window widens both."""


class TextView(YearView):
    """Kế hoạch: outline at the left; at the right the head, a paragraph, or the pages as they will be printed."""

    tables: ClassVar[tuple[str, ...]] = plan.TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: PlanView | None = None
        self._campaign_id: CampaignId | None = None
        self._sources: tuple[PlanSource, ...] = ()
        self._continue = False
        self.lock, self.problem = Banner(), Banner(closable=True)
        self.outline = Outline()
        self.head = HeadForm()
        self.editor = ParagraphEditor()
        self.preview = Preview(context)
        self.start = EmptyState("file-text", wording.EMPTY, wording.EMPTY_WHY, wording.PASTE_WHOLE)
        self.copy = push("", "copy")
        self.no_year = EmptyState("file-text", wording.NO_YEAR, wording.NO_YEAR_WHY)
        self.preview_button = push(wording.PREVIEW, "eye")
        self.add_button = push(wording.ADD, "plus", "primary")
        self._lay_out()
        self._connect()

    def subtitle(self) -> str:
        view = self._view
        return "" if view is None else wording.subtitle(view.year, sum(line.id is not None for line in view.lines))

    def header_widgets(self) -> list[QWidget]:
        if self._view is None:
            return []
        return [self.preview_button] if self._view.is_closed else [self.preview_button, self.add_button]

    def panes(self) -> list[QWidget]:
        if self._view is None:
            return []
        right = self._right.currentWidget()
        edited = self.head.words["number"] if right is self._head_page else self.editor.text
        return [self.outline.tree, self.preview.view if right is self.preview else edited]

    def reload(self, campaign_id: CampaignId | None) -> None:
        self._campaign_id = campaign_id
        if campaign_id is None:
            self._view = None
            self._stack.setCurrentWidget(self.no_year)
            return
        self.context.jobs.run(lambda _: (plan.plan(campaign_id), plan.sources(campaign_id)), self._show)

    def open_argument(self, argument: object) -> bool:
        """A section, or "item:" with a paragraph's id, chooses it."""
        if isinstance(argument, PlanSection):
            self.outline.choose(section_key(argument))
            return True
        if isinstance(argument, str) and argument.startswith(LINE):
            self.outline.choose(argument)
            return True
        return False

    def add_new(self) -> None:
        """A new paragraph after the chosen one."""
        view, node = self._view, self.outline.current()
        if view is None or view.is_closed:
            return
        self._leave_preview()
        section = PlanSection.LEGAL_BASIS if node is None or node.section is None else node.section
        line = None if node is None or node.line is None or node.line.id is None else node.line
        self.editor.begin(view, section, line)
        self._right.setCurrentWidget(self._text_page)
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_finding(self) -> None:
        self.outline.start_finding()

    def print_out(self) -> None:
        """The pages as they will be printed; once more closes them."""
        if self._campaign_id is None:
            return
        if self._right.currentWidget() is self.preview:
            self.preview.print_pdf()
        else:
            self._open_preview()

    def export(self) -> None:
        """The pages as a file."""
        if self._campaign_id is not None:
            if self._right.currentWidget() is not self.preview:
                self._open_preview()
            self.preview.save_pdf()

    def _show(self, found: tuple[PlanView, tuple[PlanSource, ...]]) -> None:
        view, self._sources = found
        other = self._view is None or self._view.campaign_id != view.campaign_id
        self._view = view
        self._stack.setCurrentWidget(self._content)
        if view.is_closed:
            self.lock.say("in", wording.closed(view.year), icon="lock")
        else:
            self.lock.silence()
        if other:
            self.problem.silence()
        self.outline.show_plan(view)
        self.head.show_head(view)
        self.copy.setVisible(bool(self._sources))
        self.copy.setText(wording.copy_year(self._sources[0].year) if self._sources else "")
        self._show_right()
        self.heading_changed.emit()

    def _show_right(self) -> None:
        """The part at the right for the chosen row; a new paragraph that is being typed is left alone."""
        view, node = self._view, self.outline.current()
        if view is None:
            return
        if self._continue:
            self._continue = False
            if node is not None and node.line is not None:
                self.add_new()
                return
        if self._right.currentWidget() is self.preview:
            self.preview.draw(view.campaign_id)
        elif self._right.currentWidget() is self._text_page and self.editor.is_new() and self.editor.text.hasFocus():
            return
        elif node is not None:
            self._show_node(view, node)

    def _show_node(self, view: PlanView, node: Node) -> None:
        if node.line is not None:
            self.editor.show_line(view, node.line)
            self._right.setCurrentWidget(self._text_page)
        elif node.section is not None and not view.is_closed:
            lines = [line for line in view.lines if line.section is node.section and line.id is not None]
            self.editor.begin(view, node.section, lines[-1] if lines and lines[-1].depth == 0 else None)
            self._right.setCurrentWidget(self._text_page)
        else:
            self._right.setCurrentWidget(self._head_page)
        self._start.setVisible(view.is_empty and not view.is_closed)

    def _choose(self, node: Node) -> None:
        if self._view is not None:
            if self._right.currentWidget() is self.preview:
                return
            self._show_node(self._view, node)

    def _begin_editing(self) -> None:
        """Enter or a double click on a row."""
        self._leave_preview()
        node = self.outline.current()
        if node is not None and node.key == HEAD:
            self.head.words["number"].setFocus(Qt.FocusReason.OtherFocusReason)
        elif node is not None:
            self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(
        self, work: Callable[[], Changes], then: Callable[[Changes], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> None:  # fmt: skip
        self.problem.silence()
        self.context.jobs.command(lambda _: work(), then, failed or self._refused)

    def _refused(self, problem: Problem) -> None:
        self.problem.say("er", sentence(problem))

    def _edit_head(self, head: PlanHead) -> None:
        campaign_id = self._campaign_id
        if campaign_id is None:
            return

        def refused(problem: Problem) -> None:
            if not self.head.show_error(str(problem.details.get("field", "")), sentence(problem)):
                self._refused(problem)

        self.head.clear_errors()
        self._run(lambda: plan.edit_head(campaign_id, head), None, refused)

    def _edit_item(self, item_id: PlanItemId, draft: ItemDraft) -> None:
        self.editor.clear_errors()
        self._run(lambda: plan_edit.edit_item(item_id, draft), None, self._refused_beside)

    def _add_items(self, section: PlanSection, after: PlanItemId | None, text: str, go_on: bool) -> None:
        view, campaign_id = self._view, self._campaign_id
        if view is None or campaign_id is None:
            return
        known = {int(line.id) for line in view.lines if line.id is not None}

        def kept(changes: Changes) -> None:
            added = sorted(changes.ids("plan_items") - known)
            if self.editor.is_new() and self._view is not None:
                self._continue = go_on
                self._go_to(added[-1] if added else None)

        self.editor.clear_errors()
        self._run(lambda: plan_edit.add_items(campaign_id, section, text, after), kept, self._refused_beside)

    def _go_to(self, item_id: int | None) -> None:
        """Choose what was just added, once it is shown; then perhaps begin another."""
        if item_id is None or self._campaign_id is None or self._view is None:
            return
        self.outline.choose(f"{LINE}{item_id}")
        if self._continue and self.outline.current() is not None:
            self._continue = False
            self.add_new()

    def _refused_beside(self, problem: Problem) -> None:
        self.editor.not_kept()
        if not self.editor.show_error(str(problem.details.get("field", "")), sentence(problem)):
            self._refused(problem)

    def _current_line(self) -> PlanLine | None:
        node = self.outline.current()
        return None if node is None else node.line

    def _on_item(self, work: Callable[[PlanItemId], Changes]) -> None:
        line = self._current_line()
        if line is not None and line.id is not None:
            item_id = line.id
            self._run(lambda: work(item_id))

    def _delete(self, ids: tuple[PlanItemId, ...]) -> None:
        view = self._view
        if view is None:
            return
        keys = [line_key(line) for line in view.lines if line.id not in ids]
        current = self.outline.current()
        order = self.outline.model.row_keys()
        at = 0 if current is None else order.index(current.key)
        nearest = next((key for key in (*order[at:], *reversed(order[:at])) if key in keys), HEAD)
        self._run(
            lambda: plan_edit.delete_items(ids),
            lambda changes: self.context.bus.status.emit(f"{changes.title}. {wording.DELETED_HINT}"),
        )
        self.outline.choose(nearest)

    def _paste(self, text: str) -> None:
        """Into the outline: after the chosen paragraph."""
        view, node = self._view, self.outline.current()
        if view is None or view.is_closed or node is None or node.section is None or not text.strip():
            return
        after = None if node.line is None else node.line.id
        section, campaign_id = node.section, view.campaign_id
        self._run(lambda: plan_edit.add_items(campaign_id, section, text, after))

    def _paste_whole(self) -> None:
        if self._campaign_id is not None:
            PasteDialog(self.context, self, self._campaign_id).open()

    def _copy(self) -> None:
        campaign_id = self._campaign_id
        if campaign_id is not None and self._sources:
            source = self._sources[0].campaign_id
            self._run(lambda: plan.copy_from(campaign_id, source))

    def _open_preview(self) -> None:
        if self._campaign_id is not None:
            self._right.setCurrentWidget(self.preview)
            self.preview_button.setEnabled(False)
            self.preview.draw(self._campaign_id)

    def _leave_preview(self) -> None:
        self.preview_button.setEnabled(True)
        node = self.outline.current()
        if self._right.currentWidget() is self.preview:
            self._right.setCurrentWidget(self._head_page)
            if node is not None and self._view is not None:
                self._show_node(self._view, node)

    def _give_up(self) -> None:
        node = self.outline.current()
        if node is not None and self._view is not None:
            self._show_node(self._view, node)
        self.outline.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._start = QFrame()
        offers = QVBoxLayout(self._start)
        offers.addWidget(self.start)
        offers.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignHCenter)
        self._head_page, self._text_page = _page(self._start, self.head), _page(self.editor)
        self._right = QStackedWidget()
        for page in (self._head_page, self._text_page, self.preview):
            self._right.addWidget(page)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for place, (part, least) in enumerate(((self.outline, 300), (self._right, 320))):
            split.addWidget(part)
            part.setMinimumWidth(theme.px(least))
            split.setStretchFactor(place, 1)
        split.setSizes([theme.px(LEFT), theme.px(RIGHT)])
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lock)
        column.addWidget(self.problem)
        column.addWidget(split, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.no_year)
        self._stack.addWidget(self._content)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        outline, editor = self.outline, self.editor
        outline.chosen.connect(self._choose)
        outline.opened.connect(self._begin_editing)
        outline.move_wanted.connect(lambda step: self._on_item(lambda key: plan_edit.move_item(key, step)))
        outline.indent_wanted.connect(
            lambda step: self._on_item(plan_edit.indent_item if step > 0 else plan_edit.outdent_item)
        )
        outline.delete_wanted.connect(self._delete)
        outline.pasted.connect(self._paste)
        self.head.edited.connect(self._edit_head)
        editor.edited.connect(self._edit_item)
        editor.added.connect(self._add_items)
        editor.next_wanted.connect(self.add_new)
        editor.given_up.connect(self._give_up)
        editor.schedule_wanted.connect(lambda: self.context.bus.navigate.emit("schedule", None))
        self.add_button.clicked.connect(self.add_new)
        self.preview_button.clicked.connect(self._open_preview)
        self.preview.closed.connect(self._leave_preview)
        self.start.acted.connect(self._paste_whole)
        self.copy.clicked.connect(self._copy)


def _page(*parts: QWidget) -> QScrollArea:
    """Scrolls when the window is low."""
    inside = QWidget()
    inside.setProperty("transparent", True)
    column = QVBoxLayout(inside)
    column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll
