"""Registers the access room with Django."""

from importlib import import_module

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may do what, and who changed the arrangement."""

    name = "lotline.access"
    label = "access"
    verbose_name = "访问控制 Access"

    def ready(self) -> None:
        """Put the doorkeeper at the doors, now that the tables are known."""
        import_module("lotline.access.doors").appoint(
            import_module("lotline.access.plugs").DOORKEEPER
        )
