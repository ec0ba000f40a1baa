"""The other record that stands under the checkpoints: the audit trail, plugged in at start."""

from lotline.ledger.kinds import Trail

_registered: list[Trail] = []


def register_trail(trail: Trail) -> None:
    """Take the trail; the wiring page calls this once at start."""
    _registered[:] = [trail]


def trail() -> Trail:
    """Give the trail; raise `LookupError` where none is plugged in."""
    if not _registered:
        raise LookupError("no audit trail is plugged in")
    return _registered[0]
