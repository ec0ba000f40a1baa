"""The one page: the built front end, with a fresh nonce for its styles each time it is served."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lotline.config.problems import problem_response
from lotline.kernel.errors import Busy

_PLACEHOLDER = "__CSP_NONCE__"


@require_safe
def page(request: HttpRequest, path: str = "") -> HttpResponse:
    """Serve the page for any address of the front end; the browser finds its way from there."""
    index = Path(settings.WEB_ROOT) / "index.html"
    try:
        html = _template(index, index.stat().st_mtime_ns)
    except FileNotFoundError:
        return problem_response(request, Busy("web.not_built"))
    nonce: str = request.csp_nonce  # type: ignore[attr-defined]
    return HttpResponse(html.replace(_PLACEHOLDER, nonce))


@cache
def _template(index: Path, changed: int) -> str:
    return index.read_text(encoding="utf-8")
