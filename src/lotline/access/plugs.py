"""What access plugs in: how its own doors recognise callers, and its trail for the ledger."""

from lotline.access.doors import Doorkeeper
from lotline.access.queries import by_session
from lotline.access.tokens import recognise
from lotline.access.trail import AuditTrail

AUDIT_TRAIL = AuditTrail()
DOORKEEPER = Doorkeeper(by_session, recognise)
