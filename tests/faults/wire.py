"""One client's line to the product: it may break at any moment, and then there is no answer."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PATIENCE = 15.0


class LineBroken(Exception):  # noqa: N818 – a noun that happened
    """The line broke or nobody answered: what became of the request is not known."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer that arrived whole."""

    status: int
    headers: Mapping[str, str]
    body: Any


class Wire:
    """A connection to a port on loopback that is kept open as long as it holds."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._line: http.client.HTTPConnection | None = None

    def ask(self, verb: str, path: str, token: str, body: object = None) -> Reply:
        """Send one request; raise `LineBroken` when no whole answer came."""
        headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            return self._asked(verb, path, json.dumps(body) if body is not None else None, headers)
        except (OSError, http.client.HTTPException, ValueError) as fault:
            self.close()
            raise LineBroken(repr(fault)) from fault

    def close(self) -> None:
        """Hang up."""
        if self._line is not None:
            self._line.close()
        self._line = None

    def _asked(self, verb: str, path: str, body: str | None, headers: dict[str, str]) -> Reply:
        if self._line is None:
            self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self._line.request(verb, path, body, headers)
        answer = self._line.getresponse()
        text = answer.read()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Reply(answer.status, told, json.loads(text) if text else None)
