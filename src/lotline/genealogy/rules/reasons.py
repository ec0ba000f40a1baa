"""Whether an answer is complete and exact, and why not (GENEALOGY R11): pure."""

from collections.abc import Iterable
from typing import Final, cast

from lotline.genealogy.records import ReasonCode
from lotline.genealogy.rules.flow.doubts import ESTIMATED, INCOMPLETE

CLASSES: Final[dict[str, tuple[ReasonCode, ...]]] = {
    "missing": (
        "origin_unrecorded", "disputed", "tank_underrun", "unexplained", "quantity_missing",
        "unit_mismatch", "contents_unfollowed", "voided_uncorrected",
    ),
    "late": ("recorded_later",),
    "hidden": ("hidden", "cut"),
    "estimated": (
        "allocation_assumed", "place_assumed", "shipment_assumed", "tank_model_undeclared",
        "order_ambiguous", "packed_after_shipping", "possible_link",
    ),
    "note": ("late", "cycle"),
}  # fmt: skip
_ORDER: Final = tuple(code for codes in CLASSES.values() for code in codes)


def in_order(codes: Iterable[str]) -> list[ReasonCode]:
    """Give reasons the gravest first."""
    return sorted((cast(ReasonCode, code) for code in codes), key=_ORDER.index)


def is_complete(codes: Iterable[str]) -> bool:
    """Say whether the set leaves out nothing that the records can know of."""
    return not (INCOMPLETE | {"contents_unfollowed"}).intersection(codes)


def is_exact(codes: Iterable[str]) -> bool:
    """Say whether, besides, no figure rests on an assumption."""
    found = set(codes)
    return is_complete(found) and not ESTIMATED.intersection(found)
