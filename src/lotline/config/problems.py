"""Problems as they leave the house: problem documents (RFC 9457) in the language of whoever asked."""

from http import HTTPStatus
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse

from lotline.kernel.errors import Problem
from lotline.kernel.messages import Language, text

CONTENT_TYPE = "application/problem+json"


def problem_response(
    request: HttpRequest, problem: Problem, *, status: int | None = None, **more: Any
) -> HttpResponse:
    """Answer with a problem document."""
    chosen = status or problem.status
    document = {
        "type": "about:blank",
        "title": HTTPStatus(chosen).phrase,
        "status": chosen,
        "code": problem.code,
        "detail": text(problem.code, language_of(request), **problem.params),
        "errors": _errors(request, problem),
        "correlation_id": getattr(request, "correlation_id", ""),
        **problem.extensions,
        **more,
    }
    return HttpResponse(orjson.dumps(document), status=chosen, content_type=CONTENT_TYPE)


def language_of(request: HttpRequest) -> Language:
    """Speak the signed-in user's language, else the one the browser asks for, else Chinese."""
    chosen = getattr(getattr(request, "auth", None), "language", None)
    if chosen in ("zh", "en"):
        return "en" if chosen == "en" else "zh"
    return _preferred(request.headers.get("Accept-Language", ""))


def _errors(request: HttpRequest, problem: Problem) -> list[dict[str, str]]:
    language = language_of(request)
    return [
        {
            "pointer": found.pointer,
            "code": found.code,
            "message": text(found.code, language, **found.params),
        }
        for found in problem.violations
    ]


def _preferred(header: str) -> Language:
    """Take the first of our languages in the order of the header; browsers list the best first."""
    for part in header.split(","):
        match part.strip()[:2].lower():
            case "zh":
                return "zh"
            case "en":
                return "en"
    return "zh"
