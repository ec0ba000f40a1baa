"""The addresses of the house: the API, its health, and the one page for everything else."""

from importlib.util import find_spec

from django.urls import path, re_path

from lotline.config.health import livez, readyz
from lotline.config.pages import page

handler400 = "lotline.config.problems.bad_request"
handler403 = "lotline.config.problems.forbidden"
handler404 = "lotline.config.problems.not_found"
handler500 = "lotline.config.problems.server_error"

urlpatterns = [
    path("livez", livez),
    path("readyz", readyz),
    re_path(r"^(?!(?:api|static|livez|readyz)(?:/|$))(?P<path>.*)$", page),
]
if find_spec("lotline.config.api"):
    from lotline.config.api import api

    urlpatterns.insert(0, path("api/v1/", api.urls))
