"""The functions that policies ask, before any other part's functions ask them; `migrate` writes them again at its end."""

from typing import Any

from django.db import migrations

from kinfold.web.access import row_security


def make(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute(row_security.functions(), params=None)


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
