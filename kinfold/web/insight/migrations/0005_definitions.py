"""A release says how it was counted, so that a changed definition leaves the figures before it alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0004_sections")]

    operations = [
        migrations.AddField("release", "definitions", models.JSONField(default=dict)),
        migrations.AddField("release", "changes", models.JSONField(default=dict)),
    ]
