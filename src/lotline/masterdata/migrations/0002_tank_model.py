"""How a tank mixes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the tank model to equipment."""

    dependencies = (("masterdata", "0001_initial"),)
    operations = (
        migrations.AddField(
            model_name="equipment", name="tank_model", field=models.TextField(null=True)
        ),
        migrations.AddConstraint(
            model_name="equipment",
            constraint=models.CheckConstraint(
                condition=models.Q(tank_model__in=["mixed", "fifo", "lifo"]),
                name="masterdata_equipment_tank_model_known",
            ),
        ),
    )
