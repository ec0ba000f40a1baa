"""The contract of faces: what one room may take from another. The whole kernel and the pure rooms are face."""

import grimp
from importlinter import Contract, ContractCheck, fields, output

_OPEN = {"kernel", "codes", "epcis"}
_TOP = "config"


class FacesContract(Contract):
    """Refuses an import of another room's inner shelves.

    `doorways` are shelves that only the wiring page at the top may take: it puts rooms together.
    """

    face = fields.SetField(subfield=fields.StringField())
    doorways = fields.SetField(subfield=fields.StringField())

    def check(self, graph: grimp.ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every import between two rooms."""
        found = [
            (importer, imported)
            for importer in sorted(graph.modules)
            if importer.startswith("lotline.")
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if not self._is_allowed(importer, imported)
        ]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each import that goes past a face."""
        for importer, imported in check.metadata["found"]:
            output.print_error(f"{importer} takes {imported}, which is not on that room's face.")

    def _is_allowed(self, importer: str, imported: str) -> bool:
        target = imported.split(".")
        if target[0] != "lotline" or len(target) < 3:
            return True
        room, shelf = target[1], target[2]
        own = importer.split(".")[1]
        if room == own or room in _OPEN or shelf in self.face:  # type: ignore[operator]
            return True
        return own == _TOP and shelf in self.doorways  # type: ignore[operator]
