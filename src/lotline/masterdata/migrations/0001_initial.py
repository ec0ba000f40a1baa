"""The tables of the masters."""

import django.db.models.deletion
from django.db import migrations, models

import lotline.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("name_en", models.TextField(blank=True, default="")),
                ("active", models.BooleanField(default=True)),
                ("uri", models.TextField(null=True, unique=True)),
                ("origin", models.TextField(default="recorded")),
                ("version", models.PositiveIntegerField(default=1)),
                ("sort_key", models.TextField(db_index=True)),
                ("search_text", models.TextField()),
                ("supplier", models.BooleanField(default=False)),
                ("customer", models.BooleanField(default=False)),
                ("carrier", models.BooleanField(default=False)),
                ("own", models.BooleanField(default=False)),
                ("gln", models.TextField(null=True, unique=True)),
            ],
            options={
                "db_table": "masterdata_party",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["recorded", "unknown"])),
                        name="masterdata_party_origin_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Product",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("name_en", models.TextField(blank=True, default="")),
                ("active", models.BooleanField(default=True)),
                ("uri", models.TextField(null=True, unique=True)),
                ("origin", models.TextField(default="recorded")),
                ("version", models.PositiveIntegerField(default=1)),
                ("sort_key", models.TextField(db_index=True)),
                ("search_text", models.TextField()),
                ("kind", models.TextField()),
                ("stock_unit", models.TextField()),
                ("gtin", models.TextField(null=True, unique=True)),
                ("shelf_life_days", models.PositiveIntegerField(null=True)),
                ("pieces_factor", models.DecimalField(decimal_places=9, max_digits=28, null=True)),
            ],
            options={
                "db_table": "masterdata_product",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["recorded", "unknown"])),
                        name="masterdata_product_origin_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["raw", "intermediate", "finished", "packaging", "returnable"],
                            )
                        ),
                        name="masterdata_product_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pieces_factor__isnull", True),
                            ("pieces_factor__gt", 0),
                            _connector="OR",
                        ),
                        name="masterdata_product_factor_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Site",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("name_en", models.TextField(blank=True, default="")),
                ("active", models.BooleanField(default=True)),
                ("uri", models.TextField(null=True, unique=True)),
                ("origin", models.TextField(default="recorded")),
                ("version", models.PositiveIntegerField(default=1)),
                ("sort_key", models.TextField(db_index=True)),
                ("search_text", models.TextField()),
                ("zone", models.TextField(default="Asia/Shanghai")),
                ("gln", models.TextField(null=True, unique=True)),
            ],
            options={
                "db_table": "masterdata_site",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["recorded", "unknown"])),
                        name="masterdata_site_origin_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("name_en", models.TextField(blank=True, default="")),
                ("active", models.BooleanField(default=True)),
                ("uri", models.TextField(null=True, unique=True)),
                ("origin", models.TextField(default="recorded")),
                ("version", models.PositiveIntegerField(default=1)),
                ("sort_key", models.TextField(db_index=True)),
                ("search_text", models.TextField()),
                ("kind", models.TextField()),
                ("tank", models.BooleanField(default=False)),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="masterdata.location",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="masterdata.party",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="masterdata.site",
                    ),
                ),
            ],
            options={
                "db_table": "masterdata_location",
            },
        ),
        migrations.CreateModel(
            name="Equipment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("name_en", models.TextField(blank=True, default="")),
                ("active", models.BooleanField(default=True)),
                ("uri", models.TextField(null=True, unique=True)),
                ("origin", models.TextField(default="recorded")),
                ("version", models.PositiveIntegerField(default=1)),
                ("sort_key", models.TextField(db_index=True)),
                ("search_text", models.TextField()),
                ("kind", models.TextField(blank=True, default="")),
                (
                    "location",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="masterdata.location",
                    ),
                ),
            ],
            options={
                "db_table": "masterdata_equipment",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["recorded", "unknown"])),
                        name="masterdata_equipment_origin_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("name_en", models.TextField(blank=True, default="")),
                ("active", models.BooleanField(default=True)),
                ("uri", models.TextField(null=True, unique=True)),
                ("origin", models.TextField(default="recorded")),
                ("version", models.PositiveIntegerField(default=1)),
                ("sort_key", models.TextField(db_index=True)),
                ("search_text", models.TextField()),
                ("kind", models.TextField()),
                ("lines", models.JSONField(default=list)),
                ("status", models.TextField(default="open")),
                (
                    "party",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="masterdata.party",
                    ),
                ),
            ],
            options={
                "db_table": "masterdata_order",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["recorded", "unknown"])),
                        name="masterdata_order_origin_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["purchase", "sales", "work"])),
                        name="masterdata_order_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "done", "cancelled"])),
                        name="masterdata_order_status_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Characteristic",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("code", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("name_en", models.TextField(blank=True, default="")),
                ("active", models.BooleanField(default=True)),
                ("uri", models.TextField(null=True, unique=True)),
                ("origin", models.TextField(default="recorded")),
                ("version", models.PositiveIntegerField(default=1)),
                ("sort_key", models.TextField(db_index=True)),
                ("search_text", models.TextField()),
                ("kde", models.TextField()),
                ("kind", models.TextField()),
                ("unit", models.TextField(null=True)),
                ("lower", models.DecimalField(decimal_places=9, max_digits=28, null=True)),
                ("target", models.DecimalField(decimal_places=9, max_digits=28, null=True)),
                ("upper", models.DecimalField(decimal_places=9, max_digits=28, null=True)),
                ("expected", models.TextField(blank=True, default="")),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="masterdata.product",
                    ),
                ),
            ],
            options={
                "db_table": "masterdata_characteristic",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["recorded", "unknown"])),
                        name="masterdata_characteristic_origin_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["measured", "observed"])),
                        name="masterdata_characteristic_kind_known",
                    ),
                    models.UniqueConstraint(
                        fields=("product", "kde"), name="masterdata_characteristic_once"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="location",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["recorded", "unknown"])),
                name="masterdata_location_origin_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="location",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "stock",
                            "process",
                            "returns",
                            "transit",
                            "supplier",
                            "laboratory",
                            "subcontractor",
                            "retained",
                        ],
                    )
                ),
                name="masterdata_location_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="location",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "transit")),
                fields=("party",),
                name="masterdata_location_one_transit",
            ),
        ),
    ]
