"""The functions of the database that find people and guard secret addresses, and the indexes that serve them."""

from pathlib import Path

from django.db import migrations

PART = Path(__file__).parent.parent


class Migration(migrations.Migration):
    dependencies = [("access", "0002_functions"), ("people", "0002_extensions")]

    operations = [
        migrations.RunSQL((PART / name).read_text(), migrations.RunSQL.noop)
        for name in ("search.sql", "confidential.sql")
    ]
