"""The outermost check of every request: its name, its size, its type, and how answers leave."""

import re
from collections.abc import Callable
from typing import Final
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from lotline.access.kinds import is_known
from lotline.config import disk, problems
from lotline.config.logs import correlation

API: Final = "/api/"
DEFAULT_LIMIT: Final = 8 * 1024 * 1024
_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_JSON: Final = re.compile(
    r"application/(?:[\w.-]+\+)?json\s*(?:;\s*charset=\"?utf-8\"?\s*)?", re.IGNORECASE | re.ASCII
)
# An address that some proxy or parser might read as the API although it is not spelt so.
_DISGUISED: Final = re.compile(r"^(?:/|%2f|;[^/]*|\.)*api(?:/|%2f|;|\\|$)", re.IGNORECASE)

Answer = Callable[[HttpRequest], HttpResponseBase]


class EdgeMiddleware:
    """Names each request, refuses what is too large or of a wrong type, and keeps HTML out."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        given = request.headers.get("X-Request-Id", "")
        name = given if _ID.fullmatch(given) else uuid4().hex
        request.correlation_id = name  # type: ignore[attr-defined]
        mark = correlation.set(name)
        try:
            response = self._answer(request)
        finally:
            correlation.reset(mark)
        response["X-Request-Id"] = name
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(API):
            if _DISGUISED.match(request.path_info):
                return _sealed(_nothing_here(request, 404))
            return self.get_response(request)
        refusal = _refusal(request)
        if refusal is not None:
            return _sealed(refusal)
        return _sealed(_as_problem(request, self.get_response(request)))


def _refusal(request: HttpRequest) -> HttpResponseBase | None:
    """Say what is wrong with a request before a byte of its body is read."""
    if "\x00" in request.path_info or "//" in request.path_info:
        return _nothing_here(request, 404)
    length = request.META.get("CONTENT_LENGTH") or ""
    if "HTTP_TRANSFER_ENCODING" in request.META and not length:
        return problems.by_status(request, 411)
    if length and not (length.isascii() and length.isdigit()):
        return problems.by_status(request, 400)
    size = int(length[:20] or 0)
    if size > getattr(settings, "LOTLINE_BODY_LIMIT", DEFAULT_LIMIT):
        return problems.by_status(request, 413)
    if size and (not _JSON.fullmatch(request.META.get("CONTENT_TYPE", "")) or _encoded(request)):
        return problems.by_status(request, 415)
    # Refused before anything is begun, so that reading goes on and nothing is half-written.
    if request.method not in _READS and disk.is_full():
        return problems.by_status(request, 507)
    return None


def _encoded(request: HttpRequest) -> bool:
    return request.headers.get("Content-Encoding", "identity").lower() != "identity"


def _as_problem(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Replace what the framework answered in HTML or in no words at all."""
    kind, status = response.get("Content-Type", ""), response.status_code
    if status in (404, 405):
        return _nothing_here(request, status, response)
    if "json" in kind or status in (204, 304):
        return response
    if status >= 400:
        return problems.by_status(request, status)
    is_page = kind.startswith("text/html") or status >= 300
    return _nothing_here(request, 404) if is_page else response


def _nothing_here(
    request: HttpRequest, status: int, found: HttpResponseBase | None = None
) -> HttpResponseBase:
    """Answer 401 to strangers, so that they do not even learn which addresses exist."""
    if not is_known(request):
        return problems.by_status(request, 401)
    if found is not None and found.get("Content-Type", "") == problems.CONTENT_TYPE:
        return found
    answer = problems.by_status(request, status)
    if found is not None and found.has_header("Allow"):
        answer["Allow"] = found["Allow"]
    return answer


def _sealed(response: HttpResponseBase) -> HttpResponseBase:
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
