"""Coming to a group, in the lines of a child's chronology: the same question, asked with one part more."""

from pathlib import Path

from django.db import migrations

TALKS = Path(__file__).parent.parent / "talks.sql"


class Migration(migrations.Migration):
    dependencies = [("early_help", "0009_more_talks"), ("groups", "0001_initial")]

    operations = [migrations.RunSQL(TALKS.read_text(), migrations.RunSQL.noop)]
