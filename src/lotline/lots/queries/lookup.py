"""From what is printed, typed or scanned to the objects it may mean."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from lotline.kernel.names import code_key


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
    """Give all objects that a scan may mean."""
    return resolve(scans)
