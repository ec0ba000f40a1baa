"""The names that a blast radius needs, looked up in bulk; no actor (internal)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from lotline.genealogy.queries.objects import lot_rows, named
from lotline.genealogy.queries.parties import UNKNOWN, customer_names
from lotline.genealogy.records import Whereabouts, ref_of
from lotline.genealogy.records.flow import AccountLine, Blast
from lotline.genealogy.rules import scoping
from lotline.kernel.clock import SystemClock
from lotline.kernel.messages import Language
from lotline.lots.records import LotRef, LotRow, Named
from lotline.masterdata import queries as masterdata


@dataclass(frozen=True, slots=True)
class Names:
    """Lots, places, tanks and companies by their ids."""

    rows: Mapping[UUID, LotRow]
    masters: Mapping[UUID, Named]
    nobody: Named
    units: Mapping[str, str]

    def unit_of(self, lot: UUID) -> str | None:
        """Give the own unit of a lot, where anything was ever booked in it."""
        row = self.rows[lot]
        found = row.made or row.quantity
        return found.unit if found else None

    def line(self, line: AccountLine, unit: str | None) -> Whereabouts:
        """Name one line of an account."""
        holder = line.place or line.tank
        return Whereabouts(
            scoping.bucket_of(line), scoping.amount(line.quantity, unit),
            scoping.amount(line.affected, unit), scoping.suspect(line.suspect, self.units),
            self._master(holder), self._customer(line), self._master(line.supplier),
            line.order, line.waybill, self._lot(line.unit), self._lot(line.lot), line.reason,
        )  # fmt: skip

    def _master(self, id_: UUID | None) -> Named | None:
        return self.masters.get(id_) if id_ else None

    def _customer(self, line: AccountLine) -> Named | None:
        """Whoever nobody wrote down is shown as unknown, never left out."""
        return self._master(line.customer) or (self.nobody if line.shipment else None)

    def _lot(self, lot: UUID | None) -> LotRef | None:
        return ref_of(self.rows[lot]) if lot and lot in self.rows else None


def names_of(blast: Blast, more: set[UUID], language: Language) -> Names:
    """Look up everything that a blast radius names."""
    lines = [line for account in blast.accounts.values() for line in account.lines]
    lots = blast.accounts.keys() | blast.units | more
    lots |= {id_ for line in lines for id_ in (line.lot, line.unit) if id_}
    parties = masterdata.parties(
        {id_ for line in lines for id_ in (line.customer, line.supplier) if id_}
    )
    places = masterdata.locations({line.place for line in lines if line.place})
    tanks = masterdata.equipment({line.tank for line in lines if line.tank})
    masters = {
        id_: found
        for known in (parties, places, tanks)
        for id_, master in known.items()
        if (found := named(master, language)) is not None
    }
    nobody = customer_names([UNKNOWN], language)[UNKNOWN]
    units = {fate.dimension: fate.unit for fate in blast.fates}
    return Names(lot_rows(lots, language, SystemClock().now()), masters, nobody, units)
