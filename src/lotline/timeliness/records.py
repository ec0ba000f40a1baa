"""What others may know of timeliness."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Latency:
    """How long events of a kind took from happening to being recorded; `late` is over a day."""

    kind: str
    n: int
    mean_s: int
    max_s: int
    late: int
