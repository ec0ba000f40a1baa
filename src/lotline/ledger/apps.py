"""The ledger room, as Django sees it."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The tamper-evident record of everything that happened."""

    name = "lotline.ledger"
    label = "ledger"
