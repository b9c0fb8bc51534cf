"""Now that each priority has its strategy, none may be without one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partnership", "0005_strategies")]

    operations = [
        migrations.RemoveField("Priority", "strategy_title"),
        migrations.AlterField(
            "Priority",
            "strategy",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="priorities", to="partnership.strategy"
            ),
        ),
        migrations.AlterField(
            "PriorityEvent",
            "strategy",
            models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partnership.strategy",
            ),
        ),
    ]
