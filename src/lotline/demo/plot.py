"""The plot: one fruit preparation made badly, delivered twice, and the days on which it is used."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from lotline.demo.records import Plan
from lotline.masterdata.records import DEFAULT_ZONE

MAKER: Final = "S-JG"
PRODUCT: Final = "FRUIT-BLUE"
KILOGRAMS_A_DELIVERY: Final = 75


@dataclass(frozen=True, slots=True)
class Plot:
    """When what happens in the story; counted from the end, so that it is always fresh."""

    plan: Plan

    @property
    def deliveries(self) -> tuple[int, int]:
        """Give the days on which the bad lot is delivered."""
        return self.plan.days - 8, self.plan.days - 7

    @property
    def days_of_use(self) -> range:
        """Give the days on which it goes into blueberry yoghurt."""
        return range(self.plan.days - 7, self.plan.days - 3)

    @property
    def repacking_day(self) -> int:
        """Give the day whose blueberry pallet is taken apart for two customers."""
        return self.plan.days - 6

    @property
    def last_day_of_use(self) -> int:
        """Give the last such day; part of what was made on it is still in the cold store."""
        return self.days_of_use[-1]

    @property
    def supplier_lot(self) -> str:
        """Give the maker's number of the bad lot."""
        return supplier_number("BB", self.plan, self.deliveries[0], "B")

    @property
    def hold_day(self) -> int:
        """Give the day on which quality stops another lot for a while, and rightly lets it go."""
        return 4

    @property
    def rework_day(self) -> int:
        """Give the day whose strawberry mix is left over and worked in on the next."""
        return 5

    def before_end(self, hours: int, minutes: int = 0) -> datetime:
        """Give a moment shortly before the end, in the plant's own time."""
        end = self.plan.end.astimezone(ZoneInfo(DEFAULT_ZONE)).replace(second=0, microsecond=0)
        return end - timedelta(hours=hours, minutes=minutes)


def supplier_number(letters: str, plan: Plan, day: int, kettle: str = "A") -> str:
    """Give a maker's lot number: letters, the day on which they made it, and the kettle."""
    return f"{letters}-{plan.label(day - 3)}{kettle}"
