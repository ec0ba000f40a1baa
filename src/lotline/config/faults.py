"""The last answers: what is not there, what is forbidden, what broke – never a page of the framework."""

from django.http import HttpRequest, HttpResponse

from lotline.config.problems import problem_response
from lotline.kernel.errors import Forbidden, Invalid, NotFound, Problem


def malformed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read."""
    return problem_response(request, Invalid("request.malformed"), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is not allowed."""
    return problem_response(request, Forbidden("access.forbidden"))


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a write that does not carry the token of its session."""
    return problem_response(request, Forbidden("auth.csrf_failed"))


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer for an address where nothing is."""
    return problem_response(request, NotFound("request.not_found"))


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when we failed; the correlation id leads to the log."""
    return problem_response(request, Problem("server.fault"))
