"""The functions that policies ask, anew: they ask who knows a family themselves."""

from typing import Any

from django.db import migrations

from kinfold.web.access import row_security


def make(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute(row_security.functions(), params=None)


class Migration(migrations.Migration):
    dependencies = [("access", "0004_closed_accounts")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
