"""What the routes of all masters share: how a list is asked for, what every body and answer has."""

from decimal import Decimal
from typing import Annotated, cast
from uuid import UUID

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field, PlainSerializer

from lotline.access.kinds import Body
from lotline.access.records import Actor
from lotline.kernel.decimals import parse_decimal, plain
from lotline.masterdata.records import Change, Listing, Origin

Number = Annotated[Decimal, PlainSerializer(plain, return_type=str)]
NumberText = Annotated[str, Field(max_length=80, examples=["12.5"])]
Text = Annotated[str, Field(max_length=2000)]
# JSON carries ids and the words of a list as text, which strictness alone would refuse.
OfList = Field(strict=False)
Id = Annotated[UUID, Field(strict=False)]
Version = Annotated[int, Field(ge=1, le=2_000_000_000)]


class Asked(Schema):
    """Which part of a list is wanted; `q` finds codes, names, pinyin and initials of pinyin."""

    q: Annotated[str, Field(max_length=200)] = ""
    active: bool | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: Annotated[str | None, Field(max_length=4000)] = None

    def listing(self) -> Listing:
        """Give it in the room's own words."""
        return Listing(self.q, self.active, self.limit, self.cursor)


class MasterBody(Body):
    """What every master is written down with."""

    code: Text
    name: Text
    name_en: Text = ""
    active: bool = True
    uri: Text | None = None


class MasterShown(Schema):
    """What every master shows; `version` goes back with a change."""

    id: UUID
    code: str
    name: str
    name_en: str
    active: bool
    uri: str | None
    origin: Origin
    version: int


def actor_of(request: HttpRequest) -> Actor:
    """Give whoever the guard let in."""
    return cast(Actor, request.auth)  # type: ignore[attr-defined]


def change(id_: UUID, version: int) -> Change:
    """Name the master that is changed and the version it was read with."""
    return Change(id_, version)


def number(text: str | None, pointer: str) -> Decimal | None:
    """Read a number that may be missing."""
    return None if text is None else parse_decimal(text, pointer)
