"""Small faults put into a module's syntax tree, one at a time: what tests of that module must notice."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from types import CodeType

Place = tuple[ast.AST, str, int | None]
"""A node's parent, the field it stands in, and its place there where the field is a list."""

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "any_of": "all_of", "all_of": "any_of",
           "floor": "ceil", "ceil": "floor"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: the function it stands in, what was written there and what stands there now."""

    function: str
    line: int
    before: str
    after: str
    _place: Place
    _node: ast.AST
    nth: int = 1

    @property
    def name(self) -> str:
        """Told of a survivor, and by which an equivalent mutant is known whatever its line; the same fault in another
        place of a function is told by its number."""
        return f"{self.function}: {self.before} → {self.after}{f' ({self.nth})' if self.nth > 1 else ''}"


class Mutated:
    """A module's source and its mutants, always in the same order."""

    def __init__(self, source: str, file: str) -> None:
        self._tree, self._file = ast.parse(source), file
        self.mutants = _numbered(self._found(self._tree, "module"))

    def code(self, mutant: Mutant | None) -> CodeType:
        """The module with that fault, or as it is."""
        if mutant is None:
            return compile(self._tree, self._file, "exec")
        before = _put(mutant._place, mutant._node)
        try:
            return compile(ast.fix_missing_locations(self._tree), self._file, "exec")
        finally:
            _put(mutant._place, before)

    def _found(self, node: ast.AST, function: str) -> Iterator[Mutant]:
        for place, child in _children(node):
            if _says_nothing(node, place, child):
                continue
            name = child.name if isinstance(child, ast.FunctionDef | ast.ClassDef) else function
            for changed in (one for one in _changes(child) if ast.dump(one) != ast.dump(child)):
                line = getattr(child, "lineno", getattr(node, "lineno", 0))
                yield Mutant(name, line, _short(child), _short(changed), place, changed)
            yield from self._found(child, name)


def _numbered(mutants: Iterable[Mutant]) -> tuple[Mutant, ...]:
    seen = Counter[str]()
    found = []
    for mutant in mutants:
        seen[mutant.name] += 1
        found.append(replace(mutant, nth=seen[mutant.name]))
    return tuple(found)


def _children(node: ast.AST) -> Iterator[tuple[Place, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield (node, field, None), value
        elif isinstance(value, list):
            for number, one in enumerate(value):
                if isinstance(one, ast.AST):
                    yield (node, field, number), one


def _says_nothing(parent: ast.AST, place: Place, child: ast.AST) -> bool:
    """Imports, annotations, decorators, docstrings, and what only type checkers read."""
    if place[1] in ("annotation", "returns", "decorator_list", "bases", "type_comment"):
        return True
    if isinstance(child, ast.Import | ast.ImportFrom | ast.arguments):
        return not isinstance(child, ast.arguments) or not (child.defaults or child.kw_defaults)
    if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
        return True
    return isinstance(child, ast.Assign) and isinstance(parent, ast.Module) and _makes_a_type(child.value)


def _makes_a_type(value: ast.expr) -> bool:
    """An alias such as tuple[int, str], or a TypeVar."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id == "TypeVar"
    return isinstance(value, ast.Subscript) or (isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr))


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    for kind, change in _BY_KIND:
        if isinstance(node, kind):
            yield from change(node)


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for number, operator in enumerate(node.ops):
        turned = [*node.ops[:number], _COMPARED[type(operator)](), *node.ops[number + 1 :]]
        yield ast.Compare(node.left, turned, node.comparators)


def _binary(node: ast.BinOp) -> Iterator[ast.AST]:
    other = _COUNTED.get(type(node.op))
    if other is not None:
        yield ast.BinOp(node.left, other(), node.right)


def _boolean(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    if len(node.values) > 2:
        yield ast.BoolOp(node.op, node.values[1:])
        yield ast.BoolOp(node.op, node.values[:-1])


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        if value:
            yield ast.Constant(value - 1)
    elif isinstance(value, str):
        yield ast.Constant(value + "?")


def _condition(node: ast.If | ast.IfExp | ast.While) -> Iterator[ast.AST]:
    turned = ast.UnaryOp(ast.Not(), node.test)
    if isinstance(node, ast.IfExp):
        yield ast.IfExp(turned, node.body, node.orelse)
    elif isinstance(node, ast.If):
        yield ast.If(turned, node.body, node.orelse)
        yield ast.If(ast.Constant(False), node.body, node.orelse)


def _returned(node: ast.Return) -> Iterator[ast.AST]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield ast.Return(ast.Constant(None))


def _statement(node: ast.stmt) -> Iterator[ast.AST]:
    yield ast.Pass()


def _call(node: ast.Call) -> Iterator[ast.AST]:
    args = node.args
    in_any_order = isinstance(node.func, ast.Name) and node.func.id in ("min", "max")
    for number in range(0 if in_any_order else len(args) - 1):
        if not any(isinstance(one, ast.Starred) for one in args[number : number + 2]):
            swapped = [*args[:number], args[number + 1], args[number], *args[number + 2 :]]
            yield ast.Call(node.func, swapped, node.keywords)
    for number in range(len(node.keywords)):
        yield ast.Call(node.func, args, node.keywords[:number] + node.keywords[number + 1 :])
    if isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        yield ast.Call(ast.Name(_CALLED[node.func.id], ast.Load()), args, node.keywords)


def _filter(node: ast.comprehension) -> Iterator[ast.AST]:
    for number in range(len(node.ifs)):
        yield ast.comprehension(node.target, node.iter, node.ifs[:number] + node.ifs[number + 1 :], node.is_async)


_BY_KIND: tuple[tuple[type | tuple[type, ...], Callable[..., Iterator[ast.AST]]], ...] = (
    (ast.Compare, _compare), (ast.BinOp, _binary), (ast.BoolOp, _boolean), (ast.UnaryOp, _unary),
    (ast.Constant, _constant), ((ast.If, ast.IfExp), _condition), (ast.Return, _returned), (ast.Call, _call),
    ((ast.Raise, ast.AugAssign, ast.Break, ast.Continue), _statement), (ast.Expr, _statement),
    (ast.comprehension, _filter),
)  # fmt: skip


def _short(node: ast.AST) -> str:
    if isinstance(node, ast.comprehension):
        return " if ".join(["filter", *(ast.unparse(one) for one in node.ifs)])
    told = ast.unparse(ast.fix_missing_locations(ast.Module([node], [])) if isinstance(node, ast.stmt) else node)
    return told.split("\n", 1)[0][:110]


def _put(place: Place, node: ast.AST) -> ast.AST:
    """Put a node there; what stood there before."""
    parent, field, number = place
    if number is None:
        before: ast.AST = getattr(parent, field)
        setattr(parent, field, node)
        return before
    listed: list[ast.AST] = getattr(parent, field)
    before, listed[number] = listed[number], node
    return before
