"""Circles, outcomes and what was talked about before a birth, among the lines of early help in a child's chronology."""

from pathlib import Path

from django.db import migrations

TALKS = Path(__file__).parent.parent / "talks.sql"


class Migration(migrations.Migration):
    dependencies = [("early_help", "0008_talks"), ("outcomes", "0001_initial"), ("before_birth", "0001_initial")]

    operations = [migrations.RunSQL(TALKS.read_text(), migrations.RunSQL.noop)]
