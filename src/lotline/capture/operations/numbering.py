"""Lot codes of ours: the day and a running number, unique in the installation."""

from dataclasses import replace
from datetime import date

from django.db import connection

from lotline.lots.events import Birth, TraceEvent


def next_codes(day: date, count: int) -> list[str]:
    """Give the next codes of a day as `yymmdd-nnn`; a number once given is not given again."""
    label = day.strftime("%y%m%d")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO capture_lot_number AS n (day, last) VALUES (%s, %s)"
            " ON CONFLICT (day) DO UPDATE SET last = n.last + excluded.last RETURNING last",
            [label, count],
        )
        last = int(cursor.fetchone()[0])
    return [f"{label}-{number:03d}" for number in range(last - count + 1, last + 1)]


def with_codes(event: TraceEvent) -> TraceEvent:
    """Give a code to whatever came into being without one."""
    nameless = [line for line in event.lines if line.birth is not None and not line.birth.code]
    if not nameless:
        return event
    codes = iter(next_codes(event.business_date, len(nameless)))
    lines = tuple(
        replace(line, birth=_coded(line.birth, next(codes)))
        if line.birth is not None and not line.birth.code
        else line
        for line in event.lines
    )
    return replace(event, lines=lines)


def _coded(birth: Birth, code: str) -> Birth:
    return replace(birth, code=code)
