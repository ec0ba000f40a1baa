"""Points of time as EPCIS writes them (RFC 3339), and as the event hash wants them."""

from datetime import UTC, datetime, timedelta
from typing import Final

from lotline.kernel.errors import Invalid

_MILLISECOND: Final = 1000


def parse_time(text: str, pointer: str = "") -> datetime:
    """Read a time with its offset; raise `Invalid` where the calendar has no such moment."""
    try:
        moment = datetime.fromisoformat(text.upper())
        moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:  # a leap second, the year 0
        raise Invalid.at(pointer, "epcis.not_a_time", value=text[:60]) from error
    if moment.tzinfo is None:
        raise Invalid.at(pointer, "epcis.not_a_time", value=text[:60])
    return moment


def hashed_time(text: str) -> str:
    """Write a time in UTC with milliseconds, the fourth decimal rounded half up (rules 8, 9)."""
    moment = parse_time(text).astimezone(UTC)
    rest = moment.microsecond % _MILLISECOND
    up = _MILLISECOND if 2 * rest >= _MILLISECOND else 0
    rounded = moment + timedelta(microseconds=up - rest)
    return rounded.isoformat(timespec="milliseconds").replace("+00:00", "Z")
