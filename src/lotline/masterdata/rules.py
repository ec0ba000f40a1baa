"""What makes a master fit to be kept: pure checks, each with its place and its code."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import singledispatch
from typing import Any, Final, TypeVar
from zoneinfo import available_timezones

from lotline.codes.faults import Fault
from lotline.codes.keys import check_gln, check_gtin
from lotline.kernel.errors import Violation
from lotline.kernel.units import UNITS
from lotline.masterdata.records import (
    CharacteristicDraft,
    CharacteristicKind,
    Kept,
    Location,
    LocationDraft,
    Named,
    OrderDraft,
    Origin,
    PartyDraft,
    PlaceKind,
    Product,
    ProductDraft,
    SiteDraft,
)

D = TypeVar("D", bound=Named)
CODE_LENGTH: Final = 80
NAME_LENGTH: Final = 200
URI_BYTES: Final = 2000  # what a unique index of PostgreSQL takes with certainty
SHELF_LIFE_DAYS: Final = 36500
ORDER_LINES: Final = 1000
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")  # RFC 3986, 3.1


def tidy(draft: D) -> D:
    """Trim what was typed; write a GTIN with its 14 digits and give it its canonical URI."""
    uri = (draft.uri or "").strip() or None
    own: dict[str, Any] = {"uri": uri}
    if isinstance(draft, ProductDraft):
        own |= _canonical((draft.gtin or "").strip(), uri)
    names = {name: getattr(draft, name).strip() for name in ("code", "name", "name_en")}
    return replace(draft, **names, **own)


def violations(draft: Named) -> tuple[Violation, ...]:
    """Give everything that is wrong with a draft, all at once."""
    return (*_named(draft), *_own(draft))


def changes(draft: Named, before: Kept | None) -> Iterator[Violation]:
    """Give what may no longer be changed once it is kept, because quantities rest on it."""
    if isinstance(draft, ProductDraft) and isinstance(before, Product):
        known = before.origin is Origin.RECORDED
        if known and before.stock_unit != draft.stock_unit:
            yield Violation("/stock_unit", "masterdata.stock_unit_fixed")
    if isinstance(draft, LocationDraft) and isinstance(before, Location):
        was, now = (before.kind, before.party), (draft.kind, draft.party)
        if was != now and PlaceKind.TRANSIT in {before.kind, draft.kind}:
            yield Violation("/kind", "masterdata.transit_fixed")


def _canonical(gtin: str, uri: str | None) -> dict[str, str | None]:
    if not gtin or check_gtin(gtin):
        return {"gtin": gtin or None}
    padded = gtin.zfill(14)
    return {"gtin": padded, "uri": uri or f"https://id.gs1.org/01/{padded}"}


def _named(draft: Named) -> Iterator[Violation]:
    texts = (("code", draft.code, CODE_LENGTH), ("name", draft.name, NAME_LENGTH))
    for field, text, limit in (*texts, ("name_en", draft.name_en, NAME_LENGTH)):
        yield from _text(field, text, limit, required=field != "name_en")
    if draft.uri is not None:
        yield from uri_violations(draft.uri)


def _text(field: str, text: str, limit: int, *, required: bool) -> Iterator[Violation]:
    if required and not text:
        yield Violation(f"/{field}", "masterdata.empty")
    if len(text) > limit:
        yield Violation(f"/{field}", "masterdata.too_long", {"limit": str(limit)})
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in text):
        yield Violation(f"/{field}", "masterdata.control_character")


def uri_violations(uri: str) -> Iterator[Violation]:
    """Give what keeps a text from being a URI that can name a thing."""
    if len(uri.encode("utf-8", "replace")) > URI_BYTES:
        yield Violation("/uri", "masterdata.too_long", {"limit": str(URI_BYTES)})
    scheme, colon, rest = uri.partition(":")
    plain = uri.isascii() and uri.isprintable() and " " not in uri
    if not (plain and _SCHEME.fullmatch(scheme) and colon and rest):
        yield Violation("/uri", "masterdata.not_a_uri")


@singledispatch
def _own(draft: Named) -> Iterator[Violation]:
    return iter(())


@_own.register
def _site(draft: SiteDraft) -> Iterator[Violation]:
    if draft.zone not in available_timezones():
        yield Violation("/zone", "masterdata.unknown_zone", {"zone": draft.zone[:60]})
    yield from _checked("gln", check_gln(draft.gln) if draft.gln else None)


@_own.register
def _party(draft: PartyDraft) -> Iterator[Violation]:
    yield from _checked("gln", check_gln(draft.gln) if draft.gln else None)


@_own.register
def _location(draft: LocationDraft) -> Iterator[Violation]:
    if draft.kind is PlaceKind.TRANSIT and draft.party is None and draft.site is None:
        yield Violation("/party", "masterdata.transit_to_nobody")


@_own.register
def _product(draft: ProductDraft) -> Iterator[Violation]:
    yield from _checked("gtin", check_gtin(draft.gtin) if draft.gtin else None)
    yield from _unit("/stock_unit", draft.stock_unit)
    days = draft.shelf_life_days
    if days is not None and not 0 < days <= SHELF_LIFE_DAYS:
        limit = str(SHELF_LIFE_DAYS)
        yield Violation("/shelf_life_days", "masterdata.not_a_shelf_life", {"limit": limit})
    if draft.pieces_factor is not None and draft.pieces_factor <= 0:
        yield Violation("/pieces_factor", "masterdata.not_positive")


@_own.register
def _order(draft: OrderDraft) -> Iterator[Violation]:
    if len(draft.lines) > ORDER_LINES:
        yield Violation("/lines", "masterdata.too_many_lines", {"limit": str(ORDER_LINES)})
    for number, line in enumerate(draft.lines):
        yield from _unit(f"/lines/{number}/unit", line.unit)
        if line.quantity <= 0:
            yield Violation(f"/lines/{number}/quantity", "masterdata.not_positive")


@_own.register
def _characteristic(draft: CharacteristicDraft) -> Iterator[Violation]:
    yield from _text("kde", draft.kde, CODE_LENGTH, required=True)
    yield from _text("expected", draft.expected, NAME_LENGTH, required=False)
    if draft.unit is not None:
        yield from _unit("/unit", draft.unit)
    numeric = (draft.lower, draft.target, draft.upper)
    if draft.kind is CharacteristicKind.OBSERVED:
        if any(limit is not None for limit in (*numeric, draft.unit)):
            yield Violation("/kind", "masterdata.observed_with_limits")
    elif draft.expected:
        yield Violation("/expected", "masterdata.measured_with_words")
    if not _ascending([limit for limit in numeric if limit is not None]):
        yield Violation("/lower", "masterdata.limits_crossed")


def _ascending(limits: list[Decimal]) -> bool:
    return limits == sorted(limits)


def _unit(pointer: str, code: str) -> Iterator[Violation]:
    if code not in UNITS:
        yield Violation(pointer, "unit.unknown", {"unit": code[:20]})


def _checked(field: str, fault: Fault | None) -> Iterator[Violation]:
    if fault is not None:
        yield Violation(f"/{field}", fault.code, fault.params)
