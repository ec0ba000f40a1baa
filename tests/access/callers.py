"""People and programs as the API sees them."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

PASSWORD = "Quiet-river-41"


@dataclass
class Answer:
    """What came back: status, JSON and headers."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> str:
        """Give the problem's code."""
        return str(self.body["code"])


@dataclass
class Caller:
    """Somebody speaking JSON to the API; `always` are headers sent each time."""

    always: dict[str, str] = field(default_factory=dict)
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        """Send one request to the API."""
        return self.raw(method, f"/api/v1{path}", json.dumps(body), **headers)

    def raw(self, method: str, path: str, content: str | bytes, **headers: str) -> Answer:
        """Send one request to any address."""
        sent = {**self._forgery_token(), **self.always}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        kind = sent.pop("Content-Type", "application/json")
        body = "" if method in {"GET", "DELETE"} else content
        got = self.client.generic(method, path, body, kind if body else "", headers=sent)
        parsed = (
            json.loads(got.content)
            if got.content and "json" in got.headers["Content-Type"]
            else None
        )
        return Answer(got.status_code, parsed, dict(got.headers))

    def sign_in(self, username: str, password: str = PASSWORD) -> Answer:
        """Sign in as people do: fetch the CSRF token, then send name and password."""
        self.ask("GET", "/auth/csrf")
        return self.ask("POST", "/auth/login", {"username": username, "password": password})

    def _forgery_token(self) -> dict[str, str]:
        cookie = self.client.cookies.get("lotline_csrf")
        return {"X-CSRFToken": cookie.value} if cookie else {}
