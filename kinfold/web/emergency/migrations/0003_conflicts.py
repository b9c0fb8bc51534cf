"""The finding of whom a request means, anew: never somebody whom the asker knows themselves."""

from pathlib import Path

from django.db import migrations

PART = Path(__file__).parent.parent


class Migration(migrations.Migration):
    dependencies = [("emergency", "0002_finding"), ("access", "0005_conflicts")]

    operations = [migrations.RunSQL((PART / "finding.sql").read_text(), migrations.RunSQL.noop)]
