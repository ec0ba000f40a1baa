"""What stands between browser and house: our own names only, and rules for what a page may load."""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]

_CLOSED = "default-src 'none'; frame-ancestors 'none'"
_PAGE = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def for_known_hosts(answer: Answer) -> Answer:
    """Answer only under our own names, so that no strange page can point its name at this house."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.get_host()
        return answer(request)

    return middleware


def with_content_policy(answer: Answer) -> Answer:
    """Close every answer to scripts and frames, and open the page just as far as it needs."""

    def middleware(request: HttpRequest) -> HttpResponse:
        nonce = secrets.token_urlsafe(18)
        request.csp_nonce = nonce  # type: ignore[attr-defined]
        response = answer(request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        policy = _PAGE.format(nonce=nonce) if is_page else _CLOSED
        response.headers.setdefault("Content-Security-Policy", policy)
        response["X-Frame-Options"] = "DENY"
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
