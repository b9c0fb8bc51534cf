"""The lines of early help in a child's chronology, asked for in one question that is planned once."""

from pathlib import Path

from django.db import migrations

TALKS = Path(__file__).parent.parent / "talks.sql"


class Migration(migrations.Migration):
    dependencies = [("early_help", "0007_signatures"), ("signposting", "0001_initial"), ("directory", "0003_feeds")]

    operations = [migrations.RunSQL(TALKS.read_text(), "DROP FUNCTION early_help_talks(uuid, uuid[], date)")]
