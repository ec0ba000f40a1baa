"""A capture as JSON, read for whoever has one: a batch, a correction, a file."""

from decimal import Decimal
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from lotline.access.kinds import schema_problem
from lotline.capture.parsing import to_request
from lotline.capture.records import CaptureRequest
from lotline.capture.wire import CaptureBody

_READER: Final[TypeAdapter[Any]] = TypeAdapter(CaptureBody)


def read_capture(item: object, channel: str, base: str = "") -> CaptureRequest:
    """Read the JSON of one capture; raise `Invalid` with every place that is wrong under `base`."""
    try:
        body = _READER.validate_python(item)
    except ValidationError as error:
        raise schema_problem(error, item, base) from None
    return to_request(body, plain(item), channel, base)


def plain(value: Any) -> Any:
    """Give JSON as it was read, with decimals as text."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, Decimal | float) else value
