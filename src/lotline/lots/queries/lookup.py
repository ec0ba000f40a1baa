"""From what is printed, typed or scanned to the objects it may mean."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from lotline.codes.understanding import Scheme, Understood, understand
from lotline.kernel.names import code_key
from lotline.lots.events import ObjectKind
from lotline.masterdata import queries as masterdata


def resolve(codes: Iterable[str]) -> dict[str, tuple[UUID, ...]]:
    """Give all objects that carry each code: none, one, or candidates – never a first hit."""
    wanted = {code: code_key(code) for code in codes}
    found: dict[str, list[UUID]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT code_key, object FROM lots_object_code WHERE code_key = ANY(%s)"
            " ORDER BY code_key, object",
            [list(set(wanted.values()))],
        )
        for key, lot in cursor.fetchall():
            found[key].append(lot)
    return {code: tuple(found.get(key, ())) for code, key in wanted.items()}


def taken(codes: Iterable[str]) -> set[str]:
    """Give those codes that a lot or unit of ours already carries."""
    wanted = {code_key(code): code for code in codes}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT code_key FROM lots_object_code"
            " WHERE code_key = ANY(%s) AND scheme = 'own'",
            [list(wanted)],
        )
        return {wanted[key] for (key,) in cursor.fetchall()}


def exist(ids: Iterable[UUID]) -> set[UUID]:
    """Give those ids that are objects of ours."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM lots_trace_object WHERE id = ANY(%s)", [list(ids)])
        return {row[0] for row in cursor.fetchall()}


def find(scans: Iterable[str]) -> dict[str, tuple[UUID, ...]]:
    """Give all objects that a scan may mean: by the very code, else by the GS1 keys in it."""
    found = resolve(scans)
    read = {scan: understand(scan) for scan, objects in found.items() if not objects}
    keyed = {scan: told for scan, told in read.items() if told.scheme is not Scheme.PLAIN}
    return {**found, **_by_keys(keyed)} if keyed else found


def _by_keys(keyed: dict[str, Understood]) -> dict[str, tuple[UUID, ...]]:
    """Look for what the keys of element strings, Digital Links and EPC URIs name."""
    gtins = {told.gtin for told in keyed.values() if told.gtin}
    products = {gtin: found.id for gtin, found in masterdata.products_by_gtin(gtins).items()}
    texts = {text for told in keyed.values() for text in _texts(told)}
    carriers = _carriers(texts)
    return {scan: _matching(told, products, carriers) for scan, told in keyed.items()}


def _texts(told: Understood) -> tuple[str, ...]:
    """Give the printed codes under which an object may be known, most telling key first."""
    if told.sscc:
        return told.sscc, f"00{told.sscc}", f"(00){told.sscc}"
    if told.gtin and told.serial:
        return (told.serial,)
    return (told.lot,) if told.gtin and told.lot else ()


Carrier = tuple[UUID, str, UUID | None]


def _carriers(texts: Iterable[str]) -> dict[str, list[Carrier]]:
    found: dict[str, list[Carrier]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.code_key, o.id, o.kind, o.product FROM lots_object_code c"
            " JOIN lots_trace_object o ON o.id = c.object WHERE c.code_key = ANY(%s)"
            " ORDER BY o.id",
            [[code_key(text) for text in texts]],
        )
        for key, *carrier in cursor.fetchall():
            found[key].append((carrier[0], carrier[1], carrier[2]))
    return found


def _matching(
    told: Understood, products: dict[str, UUID], carriers: dict[str, list[Carrier]]
) -> tuple[UUID, ...]:
    found = [carrier for text in _texts(told) for carrier in carriers.get(code_key(text), ())]
    if told.sscc:
        units = [lot for lot, kind, _ in found if kind == ObjectKind.LOGISTIC_UNIT]
        return tuple(dict.fromkeys(units))
    product = products.get(told.gtin or "")
    items = bool(told.serial)
    return tuple(
        lot
        for lot, kind, made_of in found
        if product is not None and made_of == product and (kind == ObjectKind.ITEM) == items
    )
