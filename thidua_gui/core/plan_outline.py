"""The outline of a year's plan: its sections, the marks before its paragraphs, pasted text as paragraphs. Knows no
rows and no wording."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from thidua_gui.core.vietnamese import fold, tidy

DEEPEST = 2
"""How deep a paragraph may stand below its section; 0 = directly in it."""


class PlanSection(StrEnum):
    """Phần của kế hoạch, in the order in which they are printed."""

    LEGAL_BASIS = "legal_basis"
    OPENING = "opening"
    PURPOSE = "purpose"
    REQUIREMENT = "requirement"
    THEME = "theme"
    CONTENT = "content"
    TARGET = "target"
    SCHEDULE = "schedule"
    TASK = "task"
    REGISTRATION = "registration"
    CLOSING = "closing"
    RECIPIENT = "recipient"


class Marking(StrEnum):
    """What stands before the paragraphs directly in a section: nothing, a dash, or the section's number and theirs."""

    PLAIN = "plain"
    BULLETS = "bullets"
    NUMBERS = "numbers"


MARKING: Mapping[PlanSection, Marking] = {
    PlanSection.LEGAL_BASIS: Marking.PLAIN,
    PlanSection.OPENING: Marking.PLAIN,
    PlanSection.PURPOSE: Marking.BULLETS,
    PlanSection.REQUIREMENT: Marking.BULLETS,
    PlanSection.THEME: Marking.PLAIN,
    PlanSection.CONTENT: Marking.NUMBERS,
    PlanSection.TARGET: Marking.BULLETS,
    PlanSection.SCHEDULE: Marking.BULLETS,
    PlanSection.TASK: Marking.NUMBERS,
    PlanSection.REGISTRATION: Marking.PLAIN,
    PlanSection.CLOSING: Marking.PLAIN,
    PlanSection.RECIPIENT: Marking.BULLETS,
}
PARTS: Mapping[str, tuple[PlanSection, ...]] = {
    "": (PlanSection.LEGAL_BASIS, PlanSection.OPENING),
    "aims": (PlanSection.PURPOSE, PlanSection.REQUIREMENT),
    "substance": (PlanSection.THEME, PlanSection.CONTENT, PlanSection.TARGET),
    "carrying_out": (PlanSection.SCHEDULE, PlanSection.TASK, PlanSection.REGISTRATION),
    "end": (PlanSection.CLOSING, PlanSection.RECIPIENT),
}
"""Sections by the part under whose Roman number they stand; those of the first and last part have no headings."""

HEADED = ("aims", "substance", "carrying_out")
_SIGNS = ("-", "+", "•")
_ROMAN = ("I", "II", "III")


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph's place: how deep it stands, and the mark somebody chose for it (None = as its place says)."""

    depth: int
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph read from text that was typed or pasted."""

    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of a section and, on the first section of a part, that of the part; "" where none is printed."""

    part: str = ""
    section: str = ""


def numbered(filled: Collection[PlanSection]) -> dict[PlanSection, Numbers]:
    """The numbers of the sections that say something: what is empty is not printed and takes none."""
    found: dict[PlanSection, Numbers] = {}
    romans = iter(_ROMAN)
    for part in HEADED:
        sections = [section for section in PARTS[part] if section in filled]
        roman = next(romans) if sections else ""
        for place, section in enumerate(sections, 1):
            found[section] = Numbers(roman if place == 1 else "", str(place))
    return found


def marks(entries: Sequence[Entry], marking: Marking, prefix: str) -> tuple[str, ...]:
    """The mark before each paragraph of a section, "" for none; `prefix` is the section's own number ("2")."""
    found = []
    counted = accumulate(int(entry.depth == 0) for entry in entries)
    for entry, place in zip(entries, counted, strict=True):
        if entry.number is not None:
            found.append(f"{entry.number}." if entry.number[-1:].isdigit() else entry.number)
        elif marking is Marking.NUMBERS and entry.depth == 0:
            found.append(f"{prefix}.{place}." if prefix else f"{place}.")
        else:
            found.append(_sign(entry.depth if marking is Marking.BULLETS else entry.depth - 1))
    return tuple(found)


def _sign(depth: int) -> str:
    return "" if depth < 0 else _SIGNS[min(depth, len(_SIGNS) - 1)]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of pasted text, their marks taken off. How deep each stands follows from the kinds of marks in
    their order: dashes below numbers, plus signs below dashes. A line that goes on in small letters belongs to the one
    before it: a page ended there."""
    found: list[Paragraph] = []
    open_kinds: list[str] = []
    for kind, words in _marked(text):
        if found and not kind and words[0].islower():
            found[-1] = Paragraph(found[-1].depth, f"{found[-1].text} {words}")
            continue
        if kind in open_kinds:
            del open_kinds[open_kinds.index(kind) + 1 :]
        else:
            open_kinds = [*open_kinds, kind] if kind else [kind]
        found.append(Paragraph(min(len(open_kinds) - 1, DEEPEST), words))
    return tuple(found)


_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)](?=\s)\s*|(\d{1,2}(?:\.\d{1,2})+)(?=\s)\s*")
_LETTER = re.compile(r"([^\W\d_])\)\s*")
_SIGN = re.compile(r"([-–—+*•●▪◦·])(?=\s)\s*")


def _marked(text: str) -> Iterator[tuple[str, str]]:
    """Kind of mark ("" for none) and words of every line that has any."""
    for line in text.splitlines():
        words = tidy(line)
        kind = ""
        if number := _NUMBER.match(words):
            kind, words = f"{(number[1] or number[2]).count('.')}", words[number.end() :]
        elif letter := _LETTER.match(words):
            kind, words = "letter", words[letter.end() :]
        elif sign := _SIGN.match(words):
            kind, words = "-" if sign[1] in "-–—" else sign[1], words[sign.end() :]
        if words:
            yield kind, words


@dataclass(frozen=True, slots=True)
class Headings:
    """The words by which the sections of a whole plan are told, folded and without numbers: the heading of each, those
    of the parts, and how the paragraphs begin that stand under no heading."""

    sections: Mapping[str, PlanSection]
    parts: Collection[str]
    legal_basis: str
    closing: str
    recipient: str


def whole_plan(text: str, headings: Headings) -> dict[PlanSection, tuple[Paragraph, ...]]:
    """The sections of a plan pasted as a whole; what stands before the legal grounds and after the recipients is not
    read. Empty when no section is told by its words."""
    found: dict[PlanSection, list[str]] = {}
    current: PlanSection | None = None
    for line in filter(None, map(tidy, text.splitlines())):
        bare, is_marked = _bare(line)
        told = _told(bare, current, headings)
        if bare in headings.parts:
            current = current or PlanSection.OPENING
        elif told is not None:
            current = told
            if bare not in headings.sections and told is not PlanSection.RECIPIENT:
                found.setdefault(current, []).append(line)
        elif current is PlanSection.RECIPIENT and not is_marked:
            break
        elif current is not None:
            if current is PlanSection.LEGAL_BASIS and line[0].isupper():
                current = PlanSection.OPENING
            found.setdefault(current, []).append(line)
    return {section: paragraphs("\n".join(found[section])) for section in PlanSection if section in found}


def _told(bare: str, current: PlanSection | None, headings: Headings) -> PlanSection | None:
    """The section that begins with this line."""
    if bare in headings.sections:
        return headings.sections[bare]
    if current in (None, PlanSection.LEGAL_BASIS) and bare.startswith(headings.legal_basis):
        return PlanSection.LEGAL_BASIS
    if current is not None and bare.startswith(headings.closing):
        return PlanSection.CLOSING
    return PlanSection.RECIPIENT if current is not None and bare.startswith(headings.recipient) else None


_ROMAN_NUMBER = re.compile(r"[IVX]{1,4}[.)]\s+")
_YEAR = re.compile(r"\s+\S+ \d{4}$")


def bare_heading(words: str) -> str:
    """A heading as `Headings` has it: folded, without "năm 2022" and a colon at its end."""
    return _YEAR.sub("", fold(words).rstrip(": "))


def _bare(line: str) -> tuple[str, bool]:
    """The line as a heading may be told by it, and whether a mark stood before it."""
    roman = _ROMAN_NUMBER.match(line)
    marked = list(_marked(line[roman.end() :] if roman else line))
    kind, words = marked[0] if marked else ("", line)
    return bare_heading(words), bool(roman) or bool(kind)


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of the outline: its key, the key of the row it stands under, in the order of reading."""

    key: int
    parent: int | None


def moved(rows: Sequence[Placed], key: int, step: int) -> list[Placed] | None:
    """The rows with one of them, and what is below it, before (-1) or after (1) its neighbour; None at the end."""
    siblings = [row.key for row in rows if row.parent == _row(rows, key).parent]
    other = siblings.index(key) + step
    if not 0 <= other < len(siblings):
        return None
    first, second = (key, siblings[other]) if step > 0 else (siblings[other], key)
    block, after = _branch(rows, first), _branch(rows, second)
    at = list(rows).index(block[0])
    return [*rows[:at], *after, *block, *rows[at + len(block) + len(after) :]]


def indented(rows: Sequence[Placed], key: int) -> list[Placed] | None:
    """The rows with one of them under its neighbour above; None where there is none or it would stand too deep."""
    row = _row(rows, key)
    above = [other.key for other in rows[: list(rows).index(row)] if other.parent == row.parent]
    branch = _branch(rows, key)
    if not above or depth_of(rows, key) + 1 + _height(branch, key) > DEEPEST:
        return None
    return [Placed(other.key, above[-1]) if other.key == key else other for other in rows]


def outdented(rows: Sequence[Placed], key: int) -> list[Placed] | None:
    """The rows with one of them after the row it stood under; None at the top."""
    row = _row(rows, key)
    if row.parent is None:
        return None
    upper = _row(rows, row.parent)
    branch = [Placed(key, upper.parent), *_branch(rows, key)[1:]]
    rest = [other for other in rows if other.key not in {one.key for one in branch}]
    upper_branch = _branch(rest, upper.key)
    at = rest.index(upper_branch[0]) + len(upper_branch)
    return [*rest[:at], *branch, *rest[at:]]


def depth_of(rows: Sequence[Placed], key: int) -> int:
    """0 directly in the section."""
    parent = _row(rows, key).parent
    return 0 if parent is None else 1 + depth_of(rows, parent)


def branch_keys(rows: Sequence[Placed], key: int) -> list[int]:
    """The row and everything below it."""
    return [row.key for row in _branch(rows, key)]


def _row(rows: Sequence[Placed], key: int) -> Placed:
    return next(row for row in rows if row.key == key)


def _branch(rows: Sequence[Placed], key: int) -> list[Placed]:
    inside = {key}
    branch = []
    for row in rows:
        if row.key == key or row.parent in inside:
            inside.add(row.key)
            branch.append(row)
    return branch


def _height(branch: Sequence[Placed], key: int) -> int:
    rows = [Placed(key, None), *branch[1:]]
    return max(depth_of(rows, row.key) for row in rows)
