"""What may go wrong at one node of a program: each way yields the node that would stand there instead."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from itertools import chain

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_Slip = tuple[str, ast.AST]


def slips(node: ast.AST, *, decides: bool, at_import: bool) -> Iterator[_Slip]:
    """Return every slip at one node, with its kind; those below it are not looked at.

    Args:
        node: Is left as it is.
        decides: It is the test of an `if`, a `while` or a conditional expression.
        at_import: It is worked out once, while its module is imported: there, tables lose a member.
    """
    return chain(
        _comparison(node),
        _boolean(node, decides=decides),
        _constant(node),
        _arithmetic(node),
        _statement(node),
        _default(node),
        _member(node) if at_import else (),
    )


def _changed(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for field, value in fields.items():
        setattr(other, field, value)
    return other


def _comparison(node: ast.AST) -> Iterator[_Slip]:
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in _COMPARISONS[type(operator)]:
                yield "comparison", _changed(node, ops=[*node.ops[:index], other(), *node.ops[index + 1 :]])


def _boolean(node: ast.AST, *, decides: bool) -> Iterator[_Slip]:
    match node:
        case ast.BoolOp(op=op, values=values):
            yield "boolean", _changed(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
            for index in range(len(values)):
                left = [*values[:index], *values[index + 1 :]]
                yield "boolean", left[0] if len(left) == 1 else _changed(node, values=left)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "boolean", operand
        case ast.Compare():
            pass  # has its own
        case ast.expr() if decides:
            yield "boolean", ast.UnaryOp(ast.Not(), node)
        case ast.comprehension(ifs=[_, *_]):
            yield "boolean", _changed(node, ifs=[])


def _constant(node: ast.AST) -> Iterator[_Slip]:
    match node:
        case ast.Constant(value=bool(value)):
            yield "constant", _changed(node, value=not value)
        case ast.Constant(value=int(value)):
            yield "constant", _changed(node, value=value + 1)
        case ast.Constant(value=str(value)):
            yield "constant", _changed(node, value=f"?{value}")


def _arithmetic(node: ast.AST) -> Iterator[_Slip]:
    match node:
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _ARITHMETIC:
            yield "arithmetic", _changed(node, op=_ARITHMETIC[type(op)]())
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield "arithmetic", operand


def _statement(node: ast.AST) -> Iterator[_Slip]:
    attribute = ast.Attribute | ast.Subscript
    match node:
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            yield "return", _changed(node, value=ast.Constant(None))
        case ast.Raise():
            yield "no raise", ast.Pass()
        case ast.Expr() | ast.Delete() | ast.AugAssign() | ast.Continue() | ast.Break():
            yield "no statement", ast.Pass()
        case ast.Assign(targets=[target]) if isinstance(target, attribute):
            yield "no statement", ast.Pass()
        case ast.AnnAssign(target=target, value=ast.expr()) if isinstance(target, attribute):
            yield "no statement", ast.Pass()


def _default(node: ast.AST) -> Iterator[_Slip]:
    if not isinstance(node, ast.arguments):
        return
    if node.defaults:
        yield "no default", _changed(node, defaults=node.defaults[1:])
    for index, default in enumerate(node.kw_defaults):
        if default is not None:
            rest = [*node.kw_defaults[:index], None, *node.kw_defaults[index + 1 :]]
            yield "no default", _changed(node, kw_defaults=rest)


def _member(node: ast.AST) -> Iterator[_Slip]:
    match node:
        case ast.Set(elts=members) | ast.List(elts=members) | ast.Tuple(elts=members, ctx=ast.Load()) if (
            len(members) > 1
        ):
            for index in range(len(members)):
                yield "no member", _changed(node, elts=[*members[:index], *members[index + 1 :]])
        case ast.Dict(keys=keys, values=values):
            for index in range(len(keys)):
                rest = {
                    "keys": [*keys[:index], *keys[index + 1 :]],
                    "values": [*values[:index], *values[index + 1 :]],
                }
                yield "no member", _changed(node, **rest)
