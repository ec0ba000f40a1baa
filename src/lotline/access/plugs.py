"""What access plugs into its own doors: how sessions and tokens are recognised."""

from lotline.access.doors import Doorkeeper
from lotline.access.queries import by_session
from lotline.access.tokens import recognise

DOORKEEPER = Doorkeeper(by_session, recognise)
