"""The configuration, as Django sees it: when every room is there, the plugs meet their engines."""

from importlib import import_module

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Puts the rooms together."""

    name = "lotline.config"
    label = "config"

    def ready(self) -> None:
        """Hand every plug to its engine, once all models are known."""
        import_module("lotline.config.wiring").plug_in()
