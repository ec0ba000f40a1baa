"""A logistic unit named in place of what is inside it: the lines that are meant (GENEALOGY R6)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple
from uuid import UUID

from lotline.lots.events import INPUT_ROLES, Holder, Kind, ObjectKind, Role
from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.step import Part, Step


class Inside(NamedTuple):
    """So much of a lot, in its own unit, in a stay of a logistic unit."""

    lot: UUID
    stay: Holder
    amount: int
    unit: str | None


Contents = Callable[[UUID, bool], Iterable[Inside]]
_STATED: Final = frozenset({Kind.COUNT, Kind.ADJUST})
_TAKING: Final = frozenset({Kind.DESTROY, Kind.SAMPLE})


def lines_meant(step: Step, contents: Contents) -> tuple[Part, ...]:
    """Give the lines in the order in which they are folded: what goes in before what comes out.

    A unit that is consumed, filled in, destroyed or sent back to a supplier means all that is
    inside, to any depth; a unit unpacked without naming anything means what lies directly in it.
    `contents` is asked with the unit, and whether to look into the units inside.
    """
    return in_order(meant for part in step.parts for meant in _meant(step, part, contents))


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Give the lines of a step in the order in which they are folded: inputs first."""
    return tuple(sorted(parts, key=lambda part: part.role not in INPUT_ROLES))


def _meant(step: Step, part: Part, contents: Contents) -> Iterator[Part]:
    if part.object_kind is ObjectKind.ITEM and part.quantity is None:
        yield part if part.role is Role.PARENT or step.kind in _STATED else _piece(part)
    elif part.object is None or part.object_kind is not ObjectKind.LOGISTIC_UNIT:
        yield part
    elif part.role is Role.PARENT:
        yield part
        if step.kind is Kind.UNPACK and all(p.role is not Role.CONTENT for p in step.parts):
            for inside in contents(part.object, False):
                yield _line(replace(part, role=Role.CONTENT), inside)
    elif _takes_all(step, part):
        for inside in contents(part.object, True):
            yield _line(part, inside)
    else:
        yield part


def _takes_all(step: Step, part: Part) -> bool:
    sent_back = step.kind is Kind.RETURN and step.supplier is not None
    return part.role in INPUT_ROLES or step.kind in _TAKING or sent_back


def _piece(part: Part) -> Part:
    """Give an item as what it is: one piece."""
    return replace(part, quantity=Decimal(1), unit="H87")


def _line(part: Part, inside: Inside) -> Part:
    return replace(
        part,
        object=inside.lot,
        object_kind=ObjectKind.LOT,
        quantity=decimal_of(inside.amount),
        unit=inside.unit,
        source=inside.stay,
        target=None if part.role is Role.CONTENT else part.target,
        open_source=False,
    )
