"""The function of the database that says what people are open to."""

from pathlib import Path

from django.db import migrations

OPEN_TO = Path(__file__).parent.parent / "open_to.sql"


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial")]

    operations = [migrations.RunSQL(OPEN_TO.read_text(), migrations.RunSQL.noop)]
