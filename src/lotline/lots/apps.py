"""The lots room, as Django sees it."""

from django.apps import AppConfig


class LotsConfig(AppConfig):
    """Each lot's present: what it is, where it lies, how it stands."""

    name = "lotline.lots"
    label = "lots"
