"""How a reader asks for the records to be read: query parameters of every trace."""

from ninja import Schema
from pydantic import AwareDatetime

from lotline.genealogy.records import AsOf


class AsOfQuery(Schema):
    """As they stood (`recorded`), as things stood (`happened`), without trust in times (`plain`).

    `since` bounds suspicion forward and `until` backward; all times carry their offset.
    """

    since: AwareDatetime | None = None
    until: AwareDatetime | None = None
    recorded: AwareDatetime | None = None
    happened: AwareDatetime | None = None
    plain: bool = False

    def as_of(self) -> AsOf:
        """Give the reading that is asked for."""
        return AsOf(self.since, self.until, self.recorded, self.happened, self.plain)
