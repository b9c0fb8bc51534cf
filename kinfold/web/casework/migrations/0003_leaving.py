"""The function of the database by which a leaver's parts end, and the same for those who left before there was one."""

from pathlib import Path

from django.db import migrations

LEAVING = Path(__file__).parent.parent / "leaving.sql"

CLOSED_BEFORE = """
UPDATE access_user AS gone SET closed_at = closing.at
FROM (SELECT about_id, max(at) AS at FROM audit_auditevent WHERE action = 'access.account_closed' GROUP BY 1) AS closing
WHERE gone.id = closing.about_id AND NOT gone.is_active;
UPDATE casework_involvement AS part
SET ended_on = greatest((gone.closed_at AT TIME ZONE 'Europe/London')::date, part.started_on),
    change_reason = 'They have left'
FROM access_user AS gone WHERE gone.id = part.user_id AND gone.closed_at IS NOT NULL AND part.ended_on IS NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_open_to"),
        ("access", "0004_closed_accounts"),
        ("audit", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(LEAVING.read_text(), migrations.RunSQL.noop),
        migrations.RunSQL(CLOSED_BEFORE, migrations.RunSQL.noop),
    ]
