"""Registers the access room with Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may do what, and who changed the arrangement."""

    name = "lotline.access"
    label = "access"
    verbose_name = "访问控制 Access"
    default_auto_field = "django.db.models.UUIDField"
