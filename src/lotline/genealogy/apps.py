"""The genealogy room, as Django sees it."""

from django.apps import AppConfig


class GenealogyConfig(AppConfig):
    """What went into what, and what was inside what, and when."""

    name = "lotline.genealogy"
    label = "genealogy"
