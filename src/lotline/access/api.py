"""HTTP of access: one's own account under /auth; users, tokens and the trail beside it."""

from ninja import Router

from lotline.access.account import router as account
from lotline.access.administration import router as administration

router = Router()
router.add_router("/auth", account)
router.add_router("", administration)
