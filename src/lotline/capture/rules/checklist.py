"""The list of checks that the gate runs: a new check is a file of its own and one line here."""

from typing import Final

from lotline.capture.rules.checks.conforming import not_nonconforming
from lotline.capture.rules.checks.counted import counted_lots
from lotline.capture.rules.checks.enough import enough_left
from lotline.capture.rules.checks.identity import blends_are_new, free_codes
from lotline.capture.rules.checks.known import known_objects
from lotline.capture.rules.checks.nesting import not_into_itself
from lotline.capture.rules.checks.on_hold import not_on_hold
from lotline.capture.rules.checks.owned import only_for_its_owner
from lotline.capture.rules.checks.placed import a_place_to_go
from lotline.capture.rules.checks.shelf_life import within_shelf_life
from lotline.capture.rules.checks.tank import enough_in_tank, one_dimension
from lotline.capture.rules.checks.units import fitting_units
from lotline.capture.rules.gate import Check

CHECKS: Final[tuple[Check, ...]] = (
    known_objects,
    fitting_units,
    counted_lots,
    free_codes,
    blends_are_new,
    a_place_to_go,
    not_into_itself,
    only_for_its_owner,
    not_on_hold,
    within_shelf_life,
    not_nonconforming,
    enough_left,
    one_dimension,
    enough_in_tank,
)
CODES: Final = (
    "code.unknown",
    "code.ambiguous",
    "unit.unknown",
    "unit.dimension",
    "quantity.missing",
    "code.taken",
    "lot.exists",
    "place.missing",
    "count.nowhere",
    "unit.in_itself",
    "lot.other_owner",
    "lot.on_hold",
    "lot.expired",
    "lot.nonconforming",
    "stock.short",
    "tank.dimension",
    "tank.short",
)
