"""The outline of the plan as a snapshot: the head, the sections, their lines; and which of them a search leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.core.vietnamese import fold, words_start_with
from thidua_gui.services.plan import PlanLine, PlanPart, PlanView
from thidua_gui.text import plan as wording

NODE_ROLE = int(Qt.ItemDataRole.UserRole)
HEAD, LINE = "head", "item:"


@dataclass(frozen=True, slots=True)
class Node:
    """A row: `part` is the part's heading above it, `mark` stands before its words, `quiet` below them."""

    key: str
    words: str
    mark: str = ""
    part: str = ""
    quiet: str = ""
    section: PlanSection | None = None
    line: PlanLine | None = None

    @property
    def is_heading(self) -> bool:
        """The head or a section."""
        return self.line is None


def line_key(line: PlanLine) -> str:
    """What names a line from one snapshot to the next."""
    return f"{LINE}{line.id}" if line.id is not None else f"milestone:{line.milestone}"


def section_key(section: PlanSection) -> str:
    """What names a section."""
    return f"section:{section}"


class OutlineModel(QStandardItemModel):
    """Lines below the line or section they stand in."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, QStandardItem] = {}

    def show_plan(self, view: PlanView, query: str) -> None:
        """Another snapshot, or another search: rows with these beginnings of words, and what is above them."""
        self.clear()
        self._items = {}
        wanted = fold(query.strip())
        if not wanted:
            self._add(Node(HEAD, wording.HEAD, quiet=head_words(view)), self.invisibleRootItem())
        for part in view.parts:
            nodes = [*_line_nodes(part)]
            if wanted:
                nodes = _hits(nodes, wanted)
            if nodes or not wanted:
                self._add_section(part, nodes)

    def node(self, key: str) -> Node | None:
        """A row that is shown."""
        item = self._items.get(key)
        return None if item is None else item.data(NODE_ROLE)

    def item_of(self, key: str) -> QStandardItem | None:
        """The item of a row that is shown."""
        return self._items.get(key)

    def row_keys(self) -> list[str]:
        """Every row, in order."""
        return list(self._items)

    def _add_section(self, part: PlanPart, nodes: list[tuple[int, Node]]) -> None:
        quiet = "" if part.lines else wording.NOTHING_YET
        top = Node(section_key(part.section), part.title, part=part.part, quiet=quiet, section=part.section)
        above = [self._add(top, self.invisibleRootItem())]
        for depth, node in nodes:
            place = min(depth + 1, len(above))
            above[place:] = [self._add(node, above[place - 1])]

    def _add(self, node: Node, parent: QStandardItem) -> QStandardItem:
        item = QStandardItem(f"{node.mark} {node.words}".strip())
        item.setData(node, NODE_ROLE)
        item.setEditable(False)
        item.setToolTip("" if node.is_heading else node.words)
        item.setData(", ".join(filter(None, (node.part, item.text(), node.quiet))), Qt.ItemDataRole.AccessibleTextRole)
        parent.appendRow(item)
        self._items[node.key] = item
        return item


def head_words(view: PlanView) -> str:
    """What the head says, on one quiet line."""
    return wording.head_line(view.head.number, view.head.issued_on, view.head.signer_name or view.usual.signer_name)


def _line_nodes(part: PlanPart) -> Iterator[tuple[int, Node]]:
    for line in part.lines:
        quiet = wording.line_note(line.unit_names, line.carrier, line.targets)
        yield line.depth, Node(line_key(line), line.text, line.mark, quiet=quiet, section=part.section, line=line)


def _hits(nodes: list[tuple[int, Node]], wanted: str) -> list[tuple[int, Node]]:
    kept: list[tuple[int, Node]] = []
    above: list[tuple[int, Node]] = []
    for depth, node in nodes:
        above = [*above[:depth], (depth, node)]
        if words_start_with(fold(f"{node.mark} {node.words} {node.quiet}"), wanted):
            kept += [one for one in above if one not in kept]
    return kept
