"""What others may know of a lot's present and of what happened to it."""

from lotline.lots.records.found import (
    Hit,
    Hits,
    Understanding,
)
from lotline.lots.records.happened import (
    ChainLink,
    EventCheck,
    EventDetail,
    EventLine,
    EventRow,
    EventVerification,
    HoldMention,
    Measurement,
    Mention,
)
from lotline.lots.records.rows import (
    Amount,
    BalanceRow,
    Content,
    HoldCard,
    HolderCard,
    HoldRow,
    LotDetail,
    LotFilter,
    LotRef,
    LotRow,
    Named,
)
from lotline.lots.records.state import (
    ObjectState,
    OpenHold,
    total_of,
)

__all__ = [
    "Amount",
    "BalanceRow",
    "ChainLink",
    "Content",
    "EventCheck",
    "EventDetail",
    "EventLine",
    "EventRow",
    "EventVerification",
    "Hit",
    "Hits",
    "HoldCard",
    "HoldMention",
    "HoldRow",
    "HolderCard",
    "LotDetail",
    "LotFilter",
    "LotRef",
    "LotRow",
    "Measurement",
    "Mention",
    "Named",
    "ObjectState",
    "OpenHold",
    "Understanding",
    "total_of",
]
