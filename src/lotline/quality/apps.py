"""The quality room, as Django sees it."""

from django.apps import AppConfig


class QualityConfig(AppConfig):
    """Decisions about lots: hold and release."""

    name = "lotline.quality"
    label = "quality"
