"""Functions of the database that say what must be true of a contact, whoever asks."""

from pathlib import Path

from django.db import migrations

FUNCTIONS = Path(__file__).parent.parent / "functions.sql"


class Migration(migrations.Migration):
    dependencies = [("mash", "0001_initial"), ("casework", "0002_open_to")]

    operations = [migrations.RunSQL(FUNCTIONS.read_text(), migrations.RunSQL.noop)]
