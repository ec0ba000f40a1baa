"""A blast radius as a table for a spreadsheet: one row for each lot at each place or customer."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from lotline.genealogy.export import guarded
from lotline.genealogy.records import LotAccount, Scope, Whereabouts
from lotline.kernel.messages import Language, text
from lotline.lots.records import Named

_COLUMNS: Final = (
    "code", "product_code", "product", "suspect", "possible", "share", "bucket", "quantity",
    "affected", "unit", "equivalent", "place", "customer", "order", "waybill", "logistic_unit",
    "into", "reason", "on_hold", "expires_on", "id",
)  # fmt: skip


def scope_csv(scope: Scope, language: Language) -> bytes:
    """Write a blast radius as CSV: the suspects first, then what came of them."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow([text(f"scope.column.{name}", language) for name in _COLUMNS])
    for account in scope.accounts:
        for line in account.lines:
            writer.writerow(guarded(_cells(account, line, language)))
    return table.getvalue().encode("utf-8-sig")


def _cells(account: LotAccount, line: Whereabouts, language: Language) -> Iterator[str]:
    row = account.row
    yield row.code
    yield row.product.code if row.product else ""
    yield row.product.name if row.product else ""
    yield text("trace.yes" if account.is_suspect else "trace.no", language)
    yield text("trace.yes" if account.possible else "trace.no", language)
    yield account.share or ""
    yield text(f"scope.bucket.{line.bucket}", language)
    yield line.quantity.value
    yield line.affected.value
    yield line.quantity.unit
    yield " + ".join(f"{amount.value} {amount.unit}" for amount in line.suspect)
    yield _name(line.place)
    yield _name(line.customer or line.supplier)
    yield line.order or ""
    yield line.waybill or ""
    yield line.unit.code if line.unit else ""
    yield line.lot.code if line.lot else ""
    yield line.reason or ""
    yield text("trace.yes" if row.on_hold else "trace.no", language)
    yield row.expires_on.isoformat() if row.expires_on else ""
    yield str(row.id)


def _name(named: Named | None) -> str:
    return f"{named.code} {named.name}".strip() if named else ""
