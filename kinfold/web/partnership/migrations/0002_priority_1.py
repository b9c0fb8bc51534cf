"""The Early Help Board and Priority 1 with its six actions, none of them said to have begun."""

from django.db import migrations

from kinfold.web.partnership import strategy


def load(apps, schema_editor):
    strategy.load(apps)


class Migration(migrations.Migration):
    dependencies = [("partnership", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
