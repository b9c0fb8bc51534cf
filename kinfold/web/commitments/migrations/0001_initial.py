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
            name="Commitment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField(db_index=True)),
                ("goal_id", models.UUIDField(blank=True, null=True)),
                (
                    "promised_by",
                    models.CharField(choices=[("family", "The family"), ("service", "A service")], max_length=10),
                ),
                ("text", models.TextField()),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("dropped_at", models.DateTimeField(blank=True, null=True)),
                ("dropped_reason", models.TextField(blank=True)),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "promiser_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "promiser_user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", True), ("done_by__isnull", True)),
                            models.Q(("done_at__isnull", False), ("done_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="commitment_done_is_complete",
                        violation_error_message="A moment needs the person who acted, and the person a moment",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "commitments_commitmentevent" ("about_id", "about_kind", "created_at", "done_at", "done_by_id", "done_on", "dropped_at", "dropped_reason", "due_on", "goal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by", "promiser_person_id", "promiser_user_id", "record_id", "text", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."created_at", NEW."done_at", NEW."done_by_id", NEW."done_on", NEW."dropped_at", NEW."dropped_reason", NEW."due_on", NEW."goal_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."promised_by", NEW."promiser_person_id", NEW."promiser_user_id", NEW."record_id", NEW."text", NEW."version"); RETURN NULL;',
                            hash="11514ab2eb08fb371c404167fd34ad451691e7c6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_67480",
                            table="commitments_commitment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "commitments_commitmentevent" ("about_id", "about_kind", "created_at", "done_at", "done_by_id", "done_on", "dropped_at", "dropped_reason", "due_on", "goal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_by", "promiser_person_id", "promiser_user_id", "record_id", "text", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."created_at", NEW."done_at", NEW."done_by_id", NEW."done_on", NEW."dropped_at", NEW."dropped_reason", NEW."due_on", NEW."goal_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."promised_by", NEW."promiser_person_id", NEW."promiser_user_id", NEW."record_id", NEW."text", NEW."version"); RETURN NULL;',
                            hash="ffb597c12e3dc45cfd3a2a1dd162f93d035f51f4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_56e76",
                            table="commitments_commitment",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField()),
                ("goal_id", models.UUIDField(blank=True, null=True)),
                (
                    "promised_by",
                    models.CharField(choices=[("family", "The family"), ("service", "A service")], max_length=10),
                ),
                ("text", models.TextField()),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("dropped_at", models.DateTimeField(blank=True, null=True)),
                ("dropped_reason", models.TextField(blank=True)),
                (
                    "done_by",
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
                        to="commitments.commitment",
                    ),
                ),
                (
                    "promiser_person",
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
                    "promiser_user",
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
            ],
            options={
                "abstract": False,
            },
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["Commitment"],
        ),
    ]
