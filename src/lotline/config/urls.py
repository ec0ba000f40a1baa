"""The addresses of the house: the API, its health, and the one page for everything else."""

from importlib.util import find_spec

from django.urls import path, re_path

from lotline.config.health import livez, readyz
from lotline.config.pages import page

handler400 = "lotline.config.faults.malformed"
handler403 = "lotline.config.faults.forbidden"
handler404 = "lotline.config.faults.missing"
handler500 = "lotline.config.faults.broken"

urlpatterns = [
    path("livez", livez),
    path("readyz", readyz),
    re_path(r"^(?!(?:api|static|livez|readyz)(?:/|$))(?P<path>.*)$", page),
]
if find_spec("lotline.config.api"):
    from lotline.config.api import api

    urlpatterns.insert(0, path("api/v1/", api.urls))
