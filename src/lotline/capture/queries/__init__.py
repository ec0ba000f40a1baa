"""Reading at the door: refused attempts, and how the plant stands at a glance."""

from lotline.capture.queries.attempts import list_attempts
from lotline.capture.queries.overview import overview

__all__ = ["list_attempts", "overview"]
