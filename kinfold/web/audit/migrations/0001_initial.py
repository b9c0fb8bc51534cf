import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.utils.timezone
from django.db import migrations, models

import kinfold.web.core.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ("action", models.CharField(max_length=80)),
                ("refused", models.BooleanField(default=False)),
                ("user_id", models.UUIDField(null=True)),
                ("user_name", models.CharField(blank=True, max_length=200)),
                ("agency_id", models.UUIDField(null=True)),
                ("about_kind", models.CharField(blank=True, max_length=80)),
                ("about_id", models.UUIDField(null=True)),
                ("record_id", models.UUIDField(null=True)),
                (
                    "person_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list, size=None
                    ),
                ),
                ("request_id", models.CharField(blank=True, max_length=40)),
                ("details", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["record_id", "-at"], name="audit_by_record"),
                    models.Index(fields=["user_id", "-at"], name="audit_by_user"),
                    django.contrib.postgres.indexes.GinIndex(fields=["person_ids"], name="audit_by_person"),
                ],
            },
        ),
    ]
