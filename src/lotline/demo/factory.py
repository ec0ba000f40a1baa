"""What all departments of the simulated plant share: the plan, the diary, chance, and the orders."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from lotline.demo.diary import Diary
from lotline.demo.plot import Plot
from lotline.demo.records import OrderPlan, Plan
from lotline.masterdata.records import OrderKind


@dataclass(slots=True)
class Factory:
    """The plant at play."""

    plan: Plan
    rng: Random
    diary: Diary
    plot: Plot
    orders: list[OrderPlan] = field(default_factory=list)

    @classmethod
    def opened(cls, plan: Plan) -> "Factory":
        """Open the plant: one source of chance for everything in it."""
        rng = Random(plan.seed)  # noqa: S311 – a story to be told again, not a secret
        return cls(plan, rng, Diary(plan, rng), Plot(plan))

    def about(self, day: int, hour: int, minute: int = 0, spread: int = 12) -> datetime:
        """Give a moment near a time of day; nothing happens on the dot."""
        drift = timedelta(seconds=self.rng.randint(0, spread * 60))
        return self.plan.at(day, hour, minute) + drift

    def ordered(
        self,
        code: str,
        name: str,
        kind: OrderKind,
        party: str | None,
        *lines: tuple[str, int, str],
    ) -> str:
        """Write an order; give its code."""
        self.orders.append(OrderPlan(code, name, kind, party, tuple(lines)))
        return code
