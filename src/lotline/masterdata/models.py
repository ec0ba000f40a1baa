"""Tables of the masters and what the database itself refuses."""

from enum import StrEnum

from django.db import models

from lotline.kernel.ids import uuid7
from lotline.masterdata import records


def one_of(field: str, values: type[StrEnum], table: str) -> models.CheckConstraint:
    """Let a column hold only the words of a list."""
    words = [str(value) for value in values]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": words}), name=f"masterdata_{table}_{field}_known"
    )


class Master(models.Model):
    """What every master has; `sort_key` and `search_text` are derived from code and names."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.TextField(unique=True)
    name = models.TextField()
    name_en = models.TextField(default="", blank=True)
    active = models.BooleanField(default=True)
    uri = models.TextField(null=True, unique=True)
    origin = models.TextField(default=records.Origin.RECORDED.value)
    version = models.PositiveIntegerField(default=1)
    sort_key = models.TextField(db_index=True)
    search_text = models.TextField()

    class Meta:
        """Only a pattern for the tables below."""

        abstract = True


class Site(Master):
    """A plant or warehouse of ours."""

    zone = models.TextField(default=records.DEFAULT_ZONE)
    gln = models.TextField(null=True, unique=True)

    class Meta:
        """Table name and guards."""

        db_table = "masterdata_site"
        constraints = (one_of("origin", records.Origin, "site"),)


class Party(Master):
    """A supplier, customer, carrier or company of ours."""

    supplier = models.BooleanField(default=False)
    customer = models.BooleanField(default=False)
    carrier = models.BooleanField(default=False)
    own = models.BooleanField(default=False)
    gln = models.TextField(null=True, unique=True)

    class Meta:
        """Table name and guards."""

        db_table = "masterdata_party"
        constraints = (one_of("origin", records.Origin, "party"),)


class Location(Master):
    """A place where a quantity may lie."""

    kind = models.TextField()
    site = models.ForeignKey(Site, models.PROTECT, null=True, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    tank = models.BooleanField(default=False)
    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Table name and guards; a customer has one place of goods on their way to them."""

        db_table = "masterdata_location"
        constraints = (
            one_of("origin", records.Origin, "location"),
            one_of("kind", records.PlaceKind, "location"),
            models.UniqueConstraint(
                fields=["party"],
                condition=models.Q(kind="transit"),
                name="masterdata_location_one_transit",
            ),
        )


class Product(Master):
    """Something bought, made, packed in or lent out."""

    kind = models.TextField()
    stock_unit = models.TextField()
    gtin = models.TextField(null=True, unique=True)
    shelf_life_days = models.PositiveIntegerField(null=True)
    pieces_factor = models.DecimalField(max_digits=28, decimal_places=9, null=True)

    class Meta:
        """Table name and guards."""

        db_table = "masterdata_product"
        constraints = (
            one_of("origin", records.Origin, "product"),
            one_of("kind", records.ProductKind, "product"),
            models.CheckConstraint(
                condition=models.Q(pieces_factor__isnull=True) | models.Q(pieces_factor__gt=0),
                name="masterdata_product_factor_positive",
            ),
        )


class Equipment(Master):
    """A machine, line or vessel."""

    kind = models.TextField(default="", blank=True)
    location = models.ForeignKey(Location, models.PROTECT, null=True, related_name="+")
    tank_model = models.TextField(null=True)

    class Meta:
        """Table name and guards."""

        db_table = "masterdata_equipment"
        constraints = (
            one_of("origin", records.Origin, "equipment"),
            one_of("tank_model", records.TankModel, "equipment"),
        )


class Order(Master):
    """A purchase, sales or work order; its lines are a small document."""

    kind = models.TextField()
    party = models.ForeignKey(Party, models.PROTECT, null=True, related_name="+")
    lines = models.JSONField(default=list)
    status = models.TextField(default=records.OrderStatus.OPEN.value)

    class Meta:
        """Table name and guards."""

        db_table = "masterdata_order"
        constraints = (
            one_of("origin", records.Origin, "order"),
            one_of("kind", records.OrderKind, "order"),
            one_of("status", records.OrderStatus, "order"),
        )


class Characteristic(Master):
    """What is checked on a product, with its limits."""

    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    kde = models.TextField()
    kind = models.TextField()
    unit = models.TextField(null=True)
    lower = models.DecimalField(max_digits=28, decimal_places=9, null=True)
    target = models.DecimalField(max_digits=28, decimal_places=9, null=True)
    upper = models.DecimalField(max_digits=28, decimal_places=9, null=True)
    expected = models.TextField(default="", blank=True)

    class Meta:
        """Table name and guards; one element is checked once on a product."""

        db_table = "masterdata_characteristic"
        constraints = (
            one_of("origin", records.Origin, "characteristic"),
            one_of("kind", records.CharacteristicKind, "characteristic"),
            models.UniqueConstraint(
                fields=["product", "kde"], name="masterdata_characteristic_once"
            ),
        )
