"""Lot codes of ours: the day and a running number, unique in the installation."""

from datetime import date

from django.db import connection


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
