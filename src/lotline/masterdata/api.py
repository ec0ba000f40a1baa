"""HTTP of the masters; mounted at the root of the API."""

from ninja import Router

from lotline.masterdata.routes import (
    characteristics,
    equipment,
    locations,
    orders,
    parties,
    products,
    sites,
)

router = Router(tags=["masters"])
for _part in (sites, locations, parties, products, characteristics, equipment, orders):
    router.add_router("", _part.router)
