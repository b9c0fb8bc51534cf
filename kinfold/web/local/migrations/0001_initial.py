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
        ("access", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="LocalValue",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("key", models.CharField(max_length=80)),
                ("value", models.JSONField()),
                ("valid_from", models.DateField()),
                ("reason", models.TextField(blank=True)),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["key", "-valid_from", "-created_at"], name="local_value_in_force")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "local_localvalueevent" ("created_at", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "valid_from", "value") VALUES (NEW."created_at", NEW."id", NEW."key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."set_by_id", NEW."valid_from", NEW."value"); RETURN NULL;',
                            hash="6029ffb1e0675ecf6cd7d76f8d3668c111f09c21",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ee1ae",
                            table="local_localvalue",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "local_localvalueevent" ("created_at", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "valid_from", "value") VALUES (NEW."created_at", NEW."id", NEW."key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."set_by_id", NEW."valid_from", NEW."value"); RETURN NULL;',
                            hash="308f051cd26668af8ddfb1f69894a4d75747c4bb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2b506",
                            table="local_localvalue",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LocalValueEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("key", models.CharField(max_length=80)),
                ("value", models.JSONField()),
                ("valid_from", models.DateField()),
                ("reason", models.TextField(blank=True)),
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
                        to="local.localvalue",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        db_constraint=False,
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
        migrations.CreateModel(
            name="Population",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("area", models.CharField(max_length=60)),
                ("age_from", models.PositiveSmallIntegerField()),
                ("age_to", models.PositiveSmallIntegerField()),
                ("year", models.PositiveSmallIntegerField()),
                ("population", models.PositiveIntegerField()),
                ("source", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("area", "age_from", "age_to", "year"), name="population_once")
                ],
            },
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["LocalValue"],
        ),
    ]
