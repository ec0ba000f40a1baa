"""Problems as they leave the house: problem documents (RFC 9457) in the reader's language."""

import logging
import sys
from typing import Any, Final

import orjson
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DataError, IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from lotline.access.records import Actor
from lotline.config.parsing import violations
from lotline.kernel.errors import Busy, Conflict, Invalid, Problem
from lotline.kernel.messages import Language, preferred, text

CONTENT_TYPE: Final = "application/problem+json"
_log: Final = logging.getLogger("lotline.config")
_CODES: Final = {
    400: "request.unreadable",
    401: "auth.required",
    403: "access.forbidden_here",
    404: "request.not_found",
    405: "request.method",
    411: "request.length_required",
    413: "request.too_large",
    415: "request.media_type",
    422: "request.invalid",
    429: "request.too_many",
    503: "server.busy",
    507: "server.disk_full",
}
# Seconds after which trying again makes sense, where the problem itself does not say.
_RETRY_AFTER: Final = {503: "5", 507: "30"}
_DISK_FULL: Final = "53100"  # SQLSTATE disk_full


def install(api: NinjaAPI) -> None:
    """Make every error of the API a problem document."""
    api.add_exception_handler(Problem, problem_response)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(HttpError, _of_framework)
    api.add_exception_handler(Http404, not_found)
    api.add_exception_handler(Exception, _unexpected)


def problem_response(
    request: HttpRequest, problem: Any, *, status: int | None = None
) -> HttpResponse:
    """Answer with a problem document."""
    chosen = status or problem.status
    language = language_of(request)
    document = {
        "type": f"urn:lotline:problem:{problem.code}",
        "title": text(f"status.{chosen}", language),
        "status": chosen,
        "code": problem.code,
        "detail": text(problem.code, language, **problem.params),
        "errors": [_error(found, language) for found in problem.violations],
        "correlation_id": getattr(request, "correlation_id", ""),
        **problem.extensions,
    }
    content = orjson.dumps(document, default=str)
    response = HttpResponse(content, status=chosen, content_type=CONTENT_TYPE)
    response["Content-Language"] = "zh-CN" if language == "zh" else "en"
    if chosen == 401:
        response["WWW-Authenticate"] = "Bearer"
    if "retry_after" in problem.params or chosen in _RETRY_AFTER:
        response["Retry-After"] = problem.params.get("retry_after") or _RETRY_AFTER[chosen]
    return response


def by_status(request: HttpRequest, status: int) -> HttpResponse:
    """Answer where only a status is known; the code follows from it."""
    fallback = "server.fault" if status >= 500 else "request.unreadable"
    return problem_response(request, Problem(_CODES.get(status, fallback)), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that the framework could not read."""
    return by_status(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, reason: object = "") -> HttpResponse:
    """Answer a request that the framework did not allow."""
    return by_status(request, 403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer for an address where nothing is."""
    return by_status(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when we failed; the correlation id leads to the log."""
    fault = sys.exc_info()[1]
    if isinstance(fault, OperationalError | InterfaceError):
        return _without_database(request, fault)
    return by_status(request, 500)


def language_of(request: HttpRequest) -> Language:
    """Speak the signed-in user's language, else the one the browser asks for, else Chinese."""
    actor = getattr(request, "auth", None)
    if isinstance(actor, Actor) and actor.user_id is not None:
        return actor.language
    return preferred(request.headers.get("Accept-Language", ""))


def _error(found: Any, language: Language) -> dict[str, str]:
    message = text(found.code, language, **found.params)
    return {"pointer": found.pointer, "code": found.code, "message": message}


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    found = violations(error.errors, getattr(request, "json_body", None))
    return problem_response(request, Invalid("request.invalid", found))


def _of_framework(request: HttpRequest, error: Any) -> HttpResponse:
    # What the strict parser raised arrives wrapped in the framework's own 400.
    cause = error.__cause__
    if isinstance(cause, Problem):
        return problem_response(request, cause)
    return by_status(request, error.status_code)


def _unexpected(request: HttpRequest, error: Any) -> HttpResponse:
    """Tell a passing fault and what the database refused apart from our own failure."""
    if isinstance(error, SuspiciousOperation | UnreadablePostError):
        return bad_request(request, error)
    match error:
        case DataError():
            return problem_response(request, Invalid("request.unstorable"))
        case IntegrityError():
            _log.warning("the database refused a write", exc_info=error)
            return problem_response(request, Conflict("request.conflict"))
        case OperationalError() | InterfaceError():
            return _without_database(request, error)
    _log.error("a request failed: %s %s", request.method, request.path, exc_info=error)
    return by_status(request, 500)


def _without_database(request: HttpRequest, error: Exception) -> HttpResponse:
    """Tell a passing fault: the database is full, or does not answer now."""
    _log.error("the database did not answer", exc_info=error)
    if getattr(error.__cause__, "sqlstate", None) == _DISK_FULL:
        return by_status(request, 507)
    return problem_response(request, Busy("server.busy"))
