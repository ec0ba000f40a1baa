"""A trace as a table for a spreadsheet: one row a lot, safe to open.

UTF-8 with a byte order mark, so that Chinese reads in every spreadsheet. A text that a spreadsheet
would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
"""

import csv
import io
from collections.abc import Iterator
from typing import Final

from lotline.genealogy.records import Trace
from lotline.kernel.messages import Language, text
from lotline.lots.records import LotRow

_COLUMNS: Final = (
    "direction", "distance", "kind", "code", "product_code", "product", "quantity", "made", "unit",
    "quality", "on_hold", "expired", "expires_on", "supplier", "supplier_lot", "place",
    "first_event_time", "id",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def trace_csv(trace: Trace, language: Language) -> bytes:
    """Write a trace as CSV: the start, then every lot and unit of the answer."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow([text(f"trace.column.{name}", language) for name in _COLUMNS])
    writer.writerow(guarded(_cells("start", 0, trace.start, language)))
    for found in (*trace.lots, *trace.units):
        writer.writerow(guarded(_cells(found.direction, found.distance, found.row, language)))
    return table.getvalue().encode("utf-8-sig")


def guarded(cells: Iterator[str]) -> list[str]:
    """Keep spreadsheets from computing what is only text."""
    return [f"'{cell}" if _is_formula(cell) else cell for cell in cells]


def _is_formula(cell: str) -> bool:
    return cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)


def _cells(direction: str, distance: int, row: LotRow, language: Language) -> Iterator[str]:
    amount = row.quantity or row.made
    yield text(f"trace.direction.{direction}", language)
    yield str(distance)
    yield text(f"trace.kind.{row.kind}", language)
    yield row.code
    yield row.product.code if row.product else ""
    yield row.product.name if row.product else ""
    yield row.quantity.value if row.quantity else ""
    yield row.made.value if row.made else ""
    yield amount.unit if amount else ""
    yield text(f"trace.quality.{row.quality}", language)
    yield text("trace.yes" if row.on_hold else "trace.no", language)
    yield text("trace.yes" if row.expired else "trace.no", language)
    yield row.expires_on.isoformat() if row.expires_on else ""
    yield row.supplier.name if row.supplier else ""
    yield row.supplier_lot or ""
    yield row.place or ""
    yield row.first_event_time.isoformat()
    yield str(row.id)
