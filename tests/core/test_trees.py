"""A tree of units keeps the given order of siblings and loses nobody."""

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.trees import Node, below, depth_first, sums

PARENTS: dict[str, str | None] = {"@": None, "A": "@", "B": None, "A1": "A", "A2": "A", "X": "closed"}
NODES = depth_first("@", PARENTS, ["A2", "B", "A", "@", "A1", "X"])


def test_each_node_stands_before_those_below_it_and_siblings_keep_their_order() -> None:
    assert [(node.key, node.depth) for node in NODES] == [("@", 0), ("B", 1), ("A", 1), ("A2", 2), ("A1", 2), ("X", 1)]


def test_whoever_has_no_listed_parent_hangs_on_the_root() -> None:
    assert {node.key: node.parent for node in NODES}["X"] == "@"
    assert NODES[0] == Node("@", None, 0)


def test_a_node_sums_itself_and_everything_below() -> None:
    assert sums(NODES, {"@": 1, "A": 2, "A1": 3, "A2": 4, "B": 5}) == {
        "@": 15,
        "B": 5,
        "A": 9,
        "A2": 4,
        "A1": 3,
        "X": 0,
    }


def test_what_is_below_a_node_includes_the_node() -> None:
    assert below("A", NODES) == {"A", "A1", "A2"}
    assert below("@", NODES) == set(PARENTS)


@given(st.lists(st.integers(0, 100), max_size=30))
def test_every_node_is_reached_once_and_counted_at_the_root(choices: list[int]) -> None:
    parents: dict[int, int | None] = {0: None}
    for number, choice in enumerate(choices, start=1):
        parents[number] = choice % number
    nodes = depth_first(0, parents, list(parents))
    assert sorted(node.key for node in nodes) == list(parents)
    assert sums(nodes, dict.fromkeys(parents, 1))[0] == len(parents)
