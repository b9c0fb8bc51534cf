import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import kinfold.web.core.ids
import kinfold.web.core.triggers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("access", "__first__"),
        ("people", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(max_length=60)),
                ("rule", models.CharField(max_length=60)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField(db_index=True)),
                ("started_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("met_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to="people.person",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to="access.team",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("met_at__isnull", True), ("withdrawn_at__isnull", True)),
                        fields=["user", "due_at"],
                        name="deadline_open_by_user",
                    ),
                    models.Index(
                        condition=models.Q(("met_at__isnull", True), ("withdrawn_at__isnull", True)),
                        fields=["team", "due_at"],
                        name="deadline_open_by_team",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_at__isnull", True), ("due_at__gte", models.F("started_at")), _connector="OR"
                        ),
                        name="deadline_in_order",
                        violation_error_message="A deadline cannot fall before its clock starts",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("met_at__isnull", True), ("withdrawn_at__isnull", True)),
                        fields=("kind", "about_id"),
                        name="deadline_once_open",
                        violation_error_message="This is already on the clock",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "deadlines_deadlineevent" ("about_id", "about_kind", "created_at", "due_at", "id", "kind", "met_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "rule", "started_at", "team_id", "user_id", "withdrawn_at") VALUES (NEW."about_id", NEW."about_kind", NEW."created_at", NEW."due_at", NEW."id", NEW."kind", NEW."met_at", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."rule", NEW."started_at", NEW."team_id", NEW."user_id", NEW."withdrawn_at"); RETURN NULL;',
                            hash="ebe28504545501f1ab78451835202680b9f17f06",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_76ec5",
                            table="deadlines_deadline",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "deadlines_deadlineevent" ("about_id", "about_kind", "created_at", "due_at", "id", "kind", "met_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "rule", "started_at", "team_id", "user_id", "withdrawn_at") VALUES (NEW."about_id", NEW."about_kind", NEW."created_at", NEW."due_at", NEW."id", NEW."kind", NEW."met_at", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."rule", NEW."started_at", NEW."team_id", NEW."user_id", NEW."withdrawn_at"); RETURN NULL;',
                            hash="ec5b619441f8c33fe242feaa6b2b783ae8ab5f75",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9629b",
                            table="deadlines_deadline",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeadlineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(max_length=60)),
                ("rule", models.CharField(max_length=60)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField()),
                ("started_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("met_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="deadlines.deadline",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.record",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["Deadline"],
        ),
    ]
