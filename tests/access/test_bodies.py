"""What a JSON body may say, and how it is told where it went wrong."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import Field, ValidationError

from lotline.access.kinds import Body, guard, schema_problem


class Colour(StrEnum):
    """A choice."""

    RED = "red"


class Part(Body):
    """A part inside a whole."""

    at: datetime | None = None
    type: str | None = None


class Circle(Body):
    """One branch."""

    kind: Literal["circle"]
    radius: int


class Square(Body):
    """The other branch."""

    kind: Literal["square"]
    side: int


class Whole(Body):
    """Every type that bodies use."""

    id: UUID | None = None
    at: datetime | None = None
    day: date | None = None
    count: int | None = None
    flag: bool | None = None
    colour: Colour | None = None
    name: Annotated[str, Field(max_length=5)] | None = None
    parts: list[Part] = []
    shape: Annotated[Circle | Square, Field(discriminator="kind")] | None = None
    pair: tuple[int, ...] = ()


def _found(body: object) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as refused:
        Whole.model_validate(body)
    return [(one.pointer, one.code) for one in schema_problem(refused.value, body).violations]


def test_json_texts_become_ids_times_and_choices() -> None:
    whole = Whole.model_validate(
        {
            "id": "01890a5d-ac96-774b-bcce-b302099a8057",
            "at": "2026-07-16T08:30:00+08:00",
            "day": "2026-07-16",
            "colour": "red",
            "pair": [1, 2],
            "parts": [{"at": "2026-07-16T08:30:00.5Z", "type": "x"}],
            "shape": {"kind": "circle", "radius": 2},
        }
    )
    assert whole.at is not None and whole.at.utcoffset() is not None
    assert (whole.colour, whole.pair) == (Colour.RED, (1, 2))


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"nope": 1}, "/nope", "field.unknown"),
        ({"a/b~c": 1}, "", "field.unknown"),
        ({"parts": [{}, {"nope": 1}]}, "/parts/1/nope", "field.unknown"),
        ({"count": "7"}, "/count", "field.type"),
        ({"count": "７８"}, "/count", "field.type"),
        ({"count": True}, "/count", "field.type"),
        ({"count": Decimal("5.0")}, "/count", "field.type"),
        ({"flag": "yes"}, "/flag", "field.type"),
        ({"flag": 1}, "/flag", "field.type"),
        ({"name": 7}, "/name", "field.type"),
        ({"name": "abcdef"}, "/name", "field.too_long"),
        ({"id": "7"}, "/id", "field.id"),
        ({"id": 7}, "/id", "field.id"),
        ({"colour": "blue"}, "/colour", "field.choice"),
        ({"at": 1700000000}, "/at", "field.time"),
        ({"at": "1700000000"}, "/at", "field.time"),
        ({"at": "2026-07-16"}, "/at", "field.time"),
        ({"at": "２026-07-16T08:30:00Z"}, "/at", "field.time"),
        ({"at": "2026-02-30T08:30:00Z"}, "/at", "field.time"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "/at", "field.time"),
        ({"at": "2026-07-16T08:30:00"}, "/at", "field.offset_missing"),
        ({"day": "2026-07-16T00:00:00Z"}, "/day", "field.date"),
        ({"day": 0}, "/day", "field.date"),
        ({"parts": {}}, "/parts", "field.type"),
        ({"parts": [7]}, "/parts/0", "field.type"),
        ({"shape": {"kind": "circle"}}, "/shape/radius", "field.required"),
        ({"shape": {"kind": "square", "side": "1"}}, "/shape/side", "field.type"),
        ({"shape": {"kind": "blob"}}, "/shape/kind", "field.choice"),
        ({"shape": {}}, "/shape/kind", "field.required"),
        ([], "", "field.type"),
        ("text", "", "field.type"),
        (None, "", "field.type"),
    ],
)
def test_a_wrong_body_is_told_where_and_why(body: Any, pointer: str, code: str) -> None:
    where = "/a~1b~0c" if body == {"a/b~c": 1} else pointer
    assert _found(body) == [(where, code)]


def test_a_permission_that_does_not_exist_guards_nothing() -> None:
    with pytest.raises(ValueError, match="lots.raed"):
        guard("lots.raed")
