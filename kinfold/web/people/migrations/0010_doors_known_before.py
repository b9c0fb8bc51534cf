"""Earlier stays at a door that is secret now are sealed with it, of those that were made secret before too."""

from pathlib import Path

from django.db import migrations

SEAL = "SELECT people_seal_history(id) FROM access_record WHERE level = 'sealed'"


class Migration(migrations.Migration):
    dependencies = [("people", "0009_search_that_restores")]

    operations = [
        migrations.RunSQL((Path(__file__).parent.parent / "confidential.sql").read_text(), migrations.RunSQL.noop),
        migrations.RunSQL(SEAL, migrations.RunSQL.noop),
    ]
