"""The addresses of the house: the API, its health, and the one page for everything else."""

from django.urls import URLPattern, URLResolver, path, re_path

from lotline.config.api import api
from lotline.config.health import livez, readyz
from lotline.config.pages import page

handler400 = "lotline.config.problems.bad_request"
handler403 = "lotline.config.problems.forbidden"
handler404 = "lotline.config.problems.not_found"
handler500 = "lotline.config.problems.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    path("livez", livez),
    path("readyz", readyz),
    re_path(r"^(?!(?:api|static|livez|readyz)(?:/|$))(?P<path>.*)$", page),
]
