import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.db import migrations, models

import kinfold.web.core.ids
import kinfold.web.core.triggers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("people", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="MissingEpisode",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(blank=True, max_length=100)),
                ("went_missing_at", models.DateTimeField()),
                ("returned_at", models.DateTimeField(blank=True, null=True)),
                ("interview_offered", models.CharField(blank=True, max_length=2)),
                ("interview_accepted", models.CharField(blank=True, max_length=2)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="missing_episodes", to="people.person"
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
                            ("returned_at__isnull", True),
                            ("returned_at__gte", models.F("went_missing_at")),
                            _connector="OR",
                        ),
                        name="missing_return_follows_absence",
                        violation_error_message="The return must be after the child went missing",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("returned_at__isnull", True)),
                        fields=("child",),
                        name="missing_one_open_episode_per_child",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "beyond_home_missingepisodeevent" ("child_id", "created_at", "id", "interview_accepted", "interview_offered", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "returned_at", "went_missing_at") VALUES (NEW."child_id", NEW."created_at", NEW."id", NEW."interview_accepted", NEW."interview_offered", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."returned_at", NEW."went_missing_at"); RETURN NULL;',
                            hash="2a0a78f1db4cff0b2c3d8f0c52fdb7825a125ecd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a17c0",
                            table="beyond_home_missingepisode",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "beyond_home_missingepisodeevent" ("child_id", "created_at", "id", "interview_accepted", "interview_offered", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "returned_at", "went_missing_at") VALUES (NEW."child_id", NEW."created_at", NEW."id", NEW."interview_accepted", NEW."interview_offered", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."returned_at", NEW."went_missing_at"); RETURN NULL;',
                            hash="3e17289ccad3e6fc2782f5ec6d7b5d0e131767ec",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6ea9a",
                            table="beyond_home_missingepisode",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MissingEpisodeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(blank=True, max_length=100)),
                ("went_missing_at", models.DateTimeField()),
                ("returned_at", models.DateTimeField(blank=True, null=True)),
                ("interview_offered", models.CharField(blank=True, max_length=2)),
                ("interview_accepted", models.CharField(blank=True, max_length=2)),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="beyond_home.missingepisode",
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
            model_names=["MissingEpisode"],
        ),
    ]
