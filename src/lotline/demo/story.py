"""The one story told everywhere: a bad fruit preparation, and what it touched."""

from datetime import datetime

from lotline.demo.records import Plan, Truth
from lotline.demo.timeline import build


def truth(days: int, seed: int, end: datetime) -> Truth:
    """Give what really happened in the demo of these days, this seed and this end."""
    return build(Plan(days, seed, end)).truth
