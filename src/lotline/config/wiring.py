"""Where plugs meet engines: one line each, in order."""

from lotline.access.plugs import AUDIT_TRAIL
from lotline.genealogy.projection import GenealogyFollower
from lotline.ledger import operations as ledger
from lotline.lots.projection import LotsFollower
from lotline.timeliness.projection import TimelinessFollower


def plug_in() -> None:
    """Hand every plug to its engine."""
    ledger.register_trail(AUDIT_TRAIL)
    ledger.register_followers([LotsFollower(), GenealogyFollower(), TimelinessFollower()])
