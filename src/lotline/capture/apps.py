"""The capture room, as Django sees it."""

from django.apps import AppConfig


class CaptureConfig(AppConfig):
    """The one door in."""

    name = "lotline.capture"
    label = "capture"
