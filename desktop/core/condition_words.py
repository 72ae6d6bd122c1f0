"""Conditions in words a person understands: “Do you sell online?” is answered “Yes”."""

import ast
from collections.abc import Iterable, Iterator
from itertools import groupby

from desktop.core.conditions import ConditionError, parse
from desktop.core.library import Kind, Library, Question
from desktop.core.text import Language, side


def in_words(library: Library, condition: str, language: Language) -> str:
    """A condition in the words of a language; "" for one that always holds. Raises `ConditionError`."""
    if not condition.strip():
        return ""
    parse(condition)  # says what is wrong with it
    return _Words(library, language).said(ast.parse(condition.strip(), mode="eval").body)


def all_in_words(library: Library, conditions: Iterable[str], language: Language) -> str:
    """Conditions that must all hold, in words; "" where none is set."""
    wanted = [condition for condition in conditions if condition.strip()]
    return in_words(library, " and ".join(f"({condition})" for condition in wanted), language) if wanted else ""


def answer_asked_for(library: Library, condition: str, language: Language) -> tuple[str, str] | None:
    """Answer and question of a condition that asks for one answer, or one of some; None for any other condition."""
    words = _Words(library, language)
    match ast.parse(condition.strip() or "True", mode="eval").body:
        case ast.Compare(left=ast.Name(id=name), ops=[ast.Eq() | ast.In()], comparators=[right]):
            return words.answers(name, right), words.prompt(name)
        case _:
            return None


class _Words:
    """One library in one language; in its first where it is not written in that one, as the interface may speak it."""

    def __init__(self, library: Library, language: Language) -> None:
        self._library = library
        self._language = language if language in library.language else library.languages[0].id

    def prompt(self, name: str) -> str:
        """A question."""
        return self._prompt(self._library.question[name])

    def answers(self, name: str, node: ast.expr) -> str:
        """The answers, by code, that a question is compared with: “Clinic” or “Beauty”."""
        labels = [self._label(self._library.question[name], code) for code in _codes(node)]
        return f" {self._word('condition_or')} ".join(f"“{label}”" for label in labels)

    def said(self, node: ast.expr, *, inner: bool = False) -> str:
        match node:
            case ast.BoolOp(op=op, values=parts):
                key = "condition_and" if isinstance(op, ast.And) else "condition_or"
                joined = f" {self._word(key)} ".join(self._parts(parts, key))
                return f"({joined})" if inner and isinstance(op, ast.Or) else joined
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self._not(operand)
            case ast.Name(id=name):
                return self._filled(name, is_filled=True)
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._compared(left, op, right)
            case ast.Constant(value=bool()):
                return self._word("condition_never")
            case _:
                raise ConditionError(ast.unparse(node))

    def _parts(self, parts: list[ast.expr], joiner: str) -> Iterator[str]:
        """Each part in words; ticks under one question are said together."""
        for (name, kind), group in groupby(parts, _ticked):
            nodes = list(group)
            if kind is None:
                yield from (self.said(part, inner=True) for part in nodes)
                continue
            found = (part for node in nodes for part in ast.walk(node))
            codes = tuple(part.value for part in found if isinstance(part, ast.Constant))
            yield self._about("condition_ticked", name, codes, joiner)

    def _not(self, operand: ast.expr) -> str:
        match operand:
            case ast.Name(id=name):
                return self._filled(name, is_filled=False)
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _OPPOSITE:
                return self._compared(left, _OPPOSITE[type(op)](), right)
            case _:
                return self._word("condition_not").format(condition=self.said(operand))

    def _filled(self, name: str, *, is_filled: bool) -> str:
        question = self._library.question[name]
        if question.kind is Kind.YES_NO:
            answer = self._word("yes" if is_filled else "no")
            return self._word("condition_is").format(question=self._prompt(question), answer=_capital(answer))
        key = "condition_filled" if is_filled else "condition_empty"
        return self._word(key).format(question=self._prompt(question))

    def _compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
        if isinstance(right, ast.Name) and isinstance(left, ast.Constant):  # 'code' in name
            key = "condition_not_ticked" if isinstance(op, ast.NotIn) else "condition_ticked"
            return self._about(key, right.id, (left.value,))
        if not isinstance(left, ast.Name):
            raise ConditionError(ast.unparse(left))
        return self._about(_KEYS[type(op)], left.id, _codes(right))

    def _about(self, key: str, name: str, codes: tuple[object, ...], joiner: str = "condition_or") -> str:
        question = self._library.question[name]
        labels = [self._label(question, code) for code in codes]
        answer = f" {self._word(joiner)} ".join(f"“{label}”" for label in labels).removeprefix("“")
        return self._word(key).format(question=self._prompt(question), answer=answer.removesuffix("”"))

    def _label(self, question: Question, code: object) -> str:
        if isinstance(code, bool):
            return _capital(self._word("yes" if code else "no"))
        choice = question.choice(code)
        return side(choice.label, self._language) if choice else str(code)

    def _prompt(self, question: Question) -> str:
        return side(question.prompt, self._language)

    def _word(self, key: str) -> str:
        return side(self._library.words[key], self._language)


_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
}
_KEYS: dict[type[ast.cmpop], str] = {
    ast.Eq: "condition_is",
    ast.NotEq: "condition_is_not",
    ast.In: "condition_is",
    ast.NotIn: "condition_is_not",
    ast.Lt: "condition_less",
    ast.LtE: "condition_at_most",
    ast.Gt: "condition_more",
    ast.GtE: "condition_at_least",
}


def _ticked(node: ast.expr) -> tuple[str, str | None]:
    """The question that a part asks for a tick of, so that neighbours about one question go together."""
    match node:
        case ast.Compare(left=ast.Constant(), ops=[ast.In()], comparators=[ast.Name(id=name)]):
            return name, "ticked"
        case _:
            return "", None


def _codes(node: ast.expr) -> tuple[object, ...]:
    values = node.elts if isinstance(node, ast.Tuple) else (node,)
    return tuple(value.value for value in values if isinstance(value, ast.Constant))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
