"""The function of the database that finds a reply link for whoever holds it."""

from pathlib import Path

from django.db import migrations

PART = Path(__file__).parent.parent


class Migration(migrations.Migration):
    dependencies = [("sharing", "0002_requests_to_agencies")]

    operations = [migrations.RunSQL((PART / "links.sql").read_text(), migrations.RunSQL.noop)]
