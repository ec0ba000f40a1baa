"""The room's name for Django."""

from django.apps import AppConfig


class MasterdataConfig(AppConfig):
    """Products, parties, places, equipment, orders and characteristics."""

    name = "lotline.masterdata"
    label = "masterdata"
    verbose_name = "主数据"
