"""Request bodies and queries read strictly."""

from typing import Any, Final, cast

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from lotline.access.kinds import escape, violations
from lotline.kernel import strict_json
from lotline.kernel.errors import Invalid

__all__ = ["StrictParser", "violations"]
_SHOWN: Final = 60


class StrictParser(Parser):
    """Reads request bodies by `kernel.strict_json` and refuses NUL characters in a query."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Parse the body and keep it, so that an error can point into it."""
        body = strict_json.loads(request.body)
        request.json_body = body  # type: ignore[attr-defined]
        return cast(dict[str, Any], body)

    def parse_querydict(
        self, data: "MultiValueDict[str, Any]", list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Read query parameters; a NUL in one could not be looked up anywhere."""
        for name, values in data.lists():
            if any("\x00" in part for part in (name, *map(str, values))):
                raise Invalid.at(f"/query/{escape(name[:_SHOWN])}", "json.nul")
        return super().parse_querydict(data, list_fields, request)
