"""The strategies and boards that Kinfold comes with. What was said of Priority 1 and its actions stays."""

from django.db import migrations

from kinfold.web.partnership import strategy


def load(apps, schema_editor):
    strategy.load(apps)


class Migration(migrations.Migration):
    dependencies = [("partnership", "0004_lines")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
