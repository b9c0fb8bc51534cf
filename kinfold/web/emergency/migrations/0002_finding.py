"""The functions of the database that find whom a request for emergency access means."""

from pathlib import Path

from django.db import migrations

PART = Path(__file__).parent.parent


class Migration(migrations.Migration):
    dependencies = [
        ("emergency", "0001_initial"),
        ("access", "0002_functions"),
        ("people", "0003_search_and_secret_addresses"),
    ]

    operations = [migrations.RunSQL((PART / "finding.sql").read_text(), migrations.RunSQL.noop)]
