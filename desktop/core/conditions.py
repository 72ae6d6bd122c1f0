"""Safe conditions over answers: `has_agency and 'tiktok' in platforms`.

A condition is read with Python's own parser and walked by hand: only names, codes, numbers, tuples, comparisons and
`and` / `or` / `not` are let through, so content can never run code.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

Values = Mapping[str, Any]
_Evaluate = Callable[[Values], Any]

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
}


class ConditionError(ValueError):
    """A condition that cannot be read; the message quotes the part at fault."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition ready to be asked."""

    source: str
    names: tuple[str, ...]
    """The questions it asks about, in order of first mention."""
    codes: tuple[tuple[str, Any], ...]
    """Every (question, code) pair it compares."""
    _evaluate: _Evaluate

    def holds(self, values: Values) -> bool:
        """Whether it holds for these values; a name without a value counts as empty."""
        return bool(self._evaluate(values))


@cache
def parse(source: str) -> Condition:
    """Read a condition. The empty one always holds. Raises `ConditionError`."""
    if not source.strip():
        return Condition(source, (), (), lambda _values: True)
    try:
        tree = ast.parse(source.strip(), mode="eval")
    except SyntaxError as error:
        raise ConditionError(source) from error
    names: dict[str, None] = {}
    codes: list[tuple[str, Any]] = []
    evaluate = _compile(tree.body, names, codes)
    return Condition(source, tuple(names), tuple(codes), evaluate)


def _compile(node: ast.expr, names: dict[str, None], codes: list[tuple[str, Any]]) -> _Evaluate:
    match node:
        case ast.BoolOp(op=op, values=parts):
            steps = tuple(_compile(part, names, codes) for part in parts)
            if isinstance(op, ast.And):
                return lambda values: all(step(values) for step in steps)
            return lambda values: any(step(values) for step in steps)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = _compile(operand, names, codes)
            return lambda values: not inner(values)
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARE:
            _note_codes(left, right, codes)
            return _comparison(_COMPARE[type(op)], _compile(left, names, codes), _compile(right, names, codes))
        case ast.Name(id=name):
            names.setdefault(name)
            return lambda values: values.get(name)
        case ast.Constant(value=bool() | int() | str() as constant):
            return lambda _values: constant
        case ast.Tuple(elts=elements) if all(isinstance(e, ast.Constant) for e in elements):
            constants = tuple(e.value for e in elements if isinstance(e, ast.Constant))
            return lambda _values: constants
        case _:
            raise ConditionError(ast.unparse(node))


def _comparison(compare: Callable[[Any, Any], bool], left: _Evaluate, right: _Evaluate) -> _Evaluate:
    def evaluate(values: Values) -> bool:
        try:
            return compare(left(values), right(values))
        except TypeError:  # an empty answer has no order and no members
            return compare in (_COMPARE[ast.NotEq], _COMPARE[ast.NotIn])

    return evaluate


def _note_codes(left: ast.expr, right: ast.expr, codes: list[tuple[str, Any]]) -> None:
    for name, other in ((left, right), (right, left)):
        if isinstance(name, ast.Name):
            found = other.elts if isinstance(other, ast.Tuple) else [other]
            codes += [(name.id, e.value) for e in found if isinstance(e, ast.Constant)]
