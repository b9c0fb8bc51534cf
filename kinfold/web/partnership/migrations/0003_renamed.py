"""Names that make room: a priority's strategy becomes a row of its own, and an update may be of any line."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("partnership", "0002_priority_1")]

    operations = [
        migrations.RenameField("Priority", "strategy", "strategy_title"),
        migrations.RenameModel("ActionUpdate", "StatusUpdate"),
    ]
