"""One box for everything: lots, units, documents, products and parties by what is typed or scanned."""

from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.codes.understanding import Scheme, Understood, understand
from lotline.kernel.errors import Invalid
from lotline.kernel.messages import text
from lotline.kernel.names import code_key
from lotline.lots.queries.lists import checked_words, like
from lotline.lots.queries.lookup import find
from lotline.lots.queries.rows import lot_rows
from lotline.lots.records import Hit, Hits, LotRow, Understanding
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Listing, Party, Product

_MOST: Final = 50
_CODES: Final = (
    "SELECT object FROM lots_object_code WHERE code_key LIKE %s"
    " GROUP BY object ORDER BY min(length(code_key)), min(code_key), object LIMIT %s"
)
_REFERENCES: Final = (
    "SELECT DISTINCT ON (length(r.ref_key), r.ref_key, r.type) r.event, r.ref, r.type, e.kind,"
    " e.event_time, r.ref_key = %s FROM lots_event_reference r"
    " JOIN ledger_event e ON e.event_id = r.event WHERE r.ref_key LIKE %s"
    " ORDER BY length(r.ref_key), r.ref_key, r.type, r.event_time DESC LIMIT %s"
)


def search(actor: Actor, q: str, limit: int = 10) -> Hits:
    """Find what carries just this code first, then what begins with it or is named so."""
    access.require(actor, "lots.read")
    wanted = checked_words(q)
    if not wanted:
        raise Invalid.at("/query/q", "search.empty")
    told, size = understand(wanted), max(1, min(limit, _MOST))
    exact, nearby = _exact(actor, wanted, told, size), _nearby(actor, wanted, size)
    hits = {(hit.kind, hit.id, hit.code): hit for hit in (*exact, *nearby)}
    return Hits(tuple(hits.values())[:size], bool(exact), _understanding(actor, told))


def _exact(actor: Actor, wanted: str, told: Understood, size: int) -> list[Hit]:
    lots = _lot_hits(actor, find([wanted])[wanted][:size])
    documents = [hit for same, hit in _references(wanted, size) if same]
    return [*lots, *documents, *_masters_by_code(actor, wanted, told)]


def _nearby(actor: Actor, wanted: str, size: int) -> list[Hit]:
    with connection.cursor() as cursor:
        cursor.execute(_CODES, [f"{like(code_key(wanted))}%", size])
        lots = [row[0] for row in cursor.fetchall()]
    documents = [hit for _, hit in _references(wanted, size)]
    return [*_lot_hits(actor, lots), *documents, *_masters_by_words(actor, wanted, size)]


def _lot_hits(actor: Actor, lots: Iterable[UUID]) -> list[Hit]:
    return [_lot_hit(row) for row in lot_rows(lots, actor.language).values()]


def _lot_hit(row: LotRow) -> Hit:
    around = (row.supplier.name if row.supplier else None, row.supplier_lot, row.place)
    title = row.product.name if row.product else ""
    return Hit(row.kind, row.id, row.code, title, " · ".join(t for t in around if t), _status(row))


def _status(row: LotRow) -> str:
    if row.on_hold:
        return "on_hold"
    return "expired" if row.expired else row.quality


def _references(wanted: str, size: int) -> Iterator[tuple[bool, Hit]]:
    key = code_key(wanted)
    with connection.cursor() as cursor:
        cursor.execute(_REFERENCES, [key, f"{like(key)}%", size])
        for event, reference, type_, kind, at, same in cursor.fetchall():
            yield same, Hit("reference", event, reference, type_, f"{kind} · {at:%Y-%m-%d}")


def _masters_by_code(actor: Actor, wanted: str, told: Understood) -> Iterator[Hit]:
    if actor.may("masters.read"):
        products = dict(masterdata.products_by_code([wanted]))
        products |= masterdata.products_by_gtin([told.gtin]) if told.gtin else {}
        yield from (_master_hit("product", found, actor) for found in products.values())
        parties = masterdata.parties_by_code([wanted])
        yield from (_master_hit("party", found, actor) for found in parties.values())


def _masters_by_words(actor: Actor, wanted: str, size: int) -> Iterator[Hit]:
    if actor.may("masters.read"):
        listing = Listing(q=wanted, limit=size)
        for product in masterdata.list_products(actor, listing).items:
            yield _master_hit("product", product, actor)
        for party in masterdata.list_parties(actor, listing).items:
            yield _master_hit("party", party, actor)


def _master_hit(kind: str, found: Product | Party, actor: Actor) -> Hit:
    subtitle = (found.gtin or "") if isinstance(found, Product) else ""
    return Hit(kind, found.id, found.code, found.title(actor.language), subtitle)


def _understanding(actor: Actor, told: Understood) -> Understanding | None:
    """Say what the text is by the standards; plain text without a fault says nothing."""
    if told.scheme is Scheme.PLAIN and told.note is None:
        return None
    note = text(told.note, actor.language, **told.params) if told.note else None
    return Understanding(told.scheme.value, told.gtin, told.lot, told.serial, told.sscc, note)
