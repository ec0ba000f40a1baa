"""The API: every room's router on one page, every operation behind its guard."""

import orjson
from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.renderers import BaseRenderer

from lotline.access.api import router as access
from lotline.access.kinds import closed
from lotline.capture.api import router as capture
from lotline.config.parsing import StrictParser
from lotline.config.problems import install
from lotline.genealogy.api import router as genealogy
from lotline.ledger.api import router as ledger
from lotline.lots.api import router as lots
from lotline.masterdata.api import router as masterdata
from lotline.quality.api import router as quality


class JsonRenderer(BaseRenderer):
    """Writes answers with orjson; decimals were made text before they came here."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: object, *, response_status: int) -> bytes:
        """Write one answer."""
        return orjson.dumps(data, default=str)


api = NinjaAPI(
    title="Lotline API",
    version="1",
    description="Production-lot traceability: capture, lots, genealogy, holds, masters, access.",
    parser=StrictParser(),
    renderer=JsonRenderer(),
    auth=closed,
    docs_url=None,
    openapi_url=None,
)
install(api)
for _router in (access, ledger, masterdata, lots, genealogy, quality, capture):
    api.add_router("", _router)
