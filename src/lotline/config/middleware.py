"""What every request passes: a name to be found by in the log, a limit, and rules for the browser."""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from lotline.config.logs import correlation
from lotline.config.problems import problem_response
from lotline.kernel.errors import Invalid, TooLarge
from lotline.kernel.ids import uuid7

Answer = Callable[[HttpRequest], HttpResponse]

_CLOSED = "default-src 'none'; frame-ancestors 'none'"
_PAGE = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def correlated(answer: Answer) -> Answer:
    """Give each request an id of our own, in the log, in problems and in the answer's header."""

    def middleware(request: HttpRequest) -> HttpResponse:
        name = str(uuid7())
        request.correlation_id = name  # type: ignore[attr-defined]
        token = correlation.set(name)
        try:
            response = answer(request)
        finally:
            correlation.reset(token)
        response["X-Correlation-Id"] = name
        return response

    return middleware


def with_content_policy(answer: Answer) -> Answer:
    """Tell the browser what a page of ours may load, and to keep no answer of the API."""

    def middleware(request: HttpRequest) -> HttpResponse:
        nonce = secrets.token_urlsafe(18)
        request.csp_nonce = nonce  # type: ignore[attr-defined]
        response = answer(request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        response["Content-Security-Policy"] = _PAGE.format(nonce=nonce) if is_page else _CLOSED
        response["X-Frame-Options"] = "DENY"
        if not request.path.startswith(settings.STATIC_URL):
            response.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def limited(answer: Answer) -> Answer:
    """Refuse a body that is too large, or does not say how large it is, before reading any of it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or ""
        if not length and request.headers.get("Transfer-Encoding"):
            return problem_response(request, Invalid("request.length_required"), status=411)
        if length and not (length.isascii() and length.isdigit()):
            return problem_response(request, Invalid("request.length_required"), status=411)
        if length and int(length) > settings.BODY_LIMIT:
            megabytes = settings.BODY_LIMIT // 2**20
            return problem_response(request, TooLarge("request.too_large", limit=megabytes))
        return answer(request)

    return middleware
