"""A running document as a stack of slices, and how slices are put on pages. Knows heights, nothing of their content."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_gui.documents.marks import Mark


@dataclass(frozen=True, slots=True)
class Slice:
    """A strip across the page that is never cut; its marks have y from its own top, x from the page's left edge.

    `keep`: no page ends between this slice and the next. `gap`: empty room that a page's top swallows.
    `repeat`: drawn above the slice when it is the first on a page: the header of the table it belongs to.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    gap: bool = False
    repeat: "Slice | None" = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A slice and the height on the page where it begins."""

    slice: Slice
    top: float


Page = tuple[Placed, ...]


def gap(height: float, *, keep: bool = False) -> Slice:
    return Slice(height, keep=keep, gap=True)


def paginate(slices: Sequence[Slice], top: float, bottom: float) -> tuple[Page, ...]:
    """The slices on pages whose text runs from `top` to `bottom`.

    Slices kept together go to the next page as a block; a block taller than a page is cut where it must be.
    """
    pages: list[list[Placed]] = [[]]
    y = top
    for block in _blocks(slices):
        height = sum(piece.height for piece in block)
        if pages[-1] and y + height > bottom and _opening(block) + height <= bottom - top:
            pages.append([])
            y = top
        for piece in block:
            if pages[-1] and y + piece.height > bottom:
                pages.append([])
                y = top
            if not pages[-1]:
                if piece.gap:
                    continue
                if piece.repeat is not None:
                    pages[-1].append(Placed(piece.repeat, y))
                    y += piece.repeat.height
            pages[-1].append(Placed(piece, y))
            y += piece.height
    return tuple(tuple(page) for page in pages if page)


def _blocks(slices: Sequence[Slice]) -> list[list[Slice]]:
    blocks: list[list[Slice]] = [[]]
    for piece in slices:
        blocks[-1].append(piece)
        if not piece.keep:
            blocks.append([])
    return [block for block in blocks if block]


def _opening(block: Sequence[Slice]) -> float:
    """What stands above the block if it opens a page."""
    first = next((piece for piece in block if not piece.gap), None)
    return first.repeat.height if first is not None and first.repeat is not None else 0.0
