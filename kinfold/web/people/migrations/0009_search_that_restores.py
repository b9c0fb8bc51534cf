"""The search function as a backup can bring it back."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0008_no_default_as_words")]

    operations = [
        migrations.RunSQL((Path(__file__).parent.parent / "search.sql").read_text(), migrations.RunSQL.noop),
    ]
