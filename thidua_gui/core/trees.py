"""Order, depth and sums of a tree given as parents; knows no rows. A unit's tree is one."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Node(Generic[Key]):
    """A place in the depth-first order; `parent` is None for the root alone."""

    key: Key
    parent: Key | None
    depth: int


def depth_first(root: Key, parents: Mapping[Key, Key | None], order: Sequence[Key]) -> list[Node[Key]]:
    """Each node before those below it, siblings in the given order.

    Whoever has no parent, or one that is not listed, hangs on the root, so that nobody gets lost.
    """
    below: dict[Key, list[Key]] = defaultdict(list)
    for key in order:
        if key != root:
            parent = parents[key]
            below[parent if parent is not None and parent in parents else root].append(key)
    found: list[Node[Key]] = []
    waiting: list[Node[Key]] = [Node(root, None, 0)]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting.extend(Node(child, node.key, node.depth + 1) for child in reversed(below.get(node.key, [])))
    return found


def sums(nodes: Sequence[Node[Key]], own: Mapping[Key, int]) -> dict[Key, int]:
    """For each node its own number and those of all nodes below it; `nodes` as `depth_first` gives them."""
    totals = {node.key: own.get(node.key, 0) for node in nodes}
    for node in reversed(nodes):
        if node.parent is not None:
            totals[node.parent] += totals[node.key]
    return totals


def below(key: Key, nodes: Sequence[Node[Key]]) -> set[Key]:
    """The node itself and everything below it; `nodes` as `depth_first` gives them."""
    found = {key}
    for node in nodes:
        if node.parent in found:
            found.add(node.key)
    return found
