"""The timeliness room, as Django sees it."""

from django.apps import AppConfig


class TimelinessConfig(AppConfig):
    """How long what happens takes to be known."""

    name = "lotline.timeliness"
    label = "timeliness"
