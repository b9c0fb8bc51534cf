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
            name="Board",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("key", models.CharField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("chair_post", models.CharField(max_length=200)),
                ("circulation", models.JSONField(default=list)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Priority",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("key", models.CharField(max_length=60, unique=True)),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.TextField()),
                ("strategy", models.CharField(max_length=200)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="priorities", to="partnership.board"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrategyAction",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("number", models.CharField(max_length=10)),
                ("action", models.TextField()),
                ("owner_post", models.CharField(max_length=200, verbose_name="Owner")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("on_track", "On track"),
                            ("at_risk", "At risk"),
                            ("off_track", "Off track"),
                            ("complete", "Complete"),
                        ],
                        default="not_started",
                        max_length=20,
                        verbose_name="Where it stands",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                ("updated_on", models.DateField(blank=True, null=True, verbose_name="As at")),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="partnership.priority"
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("priority", "number"), name="action_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "partnership_strategyactionevent" ("action", "created_at", "id", "note", "number", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_id", "status", "updated_on", "version") VALUES (NEW."action", NEW."created_at", NEW."id", NEW."note", NEW."number", NEW."owner_post", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority_id", NEW."status", NEW."updated_on", NEW."version"); RETURN NULL;',
                            hash="62f5746d782f0087c906cf62c48971ef5331dafa",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d480a",
                            table="partnership_strategyaction",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "partnership_strategyactionevent" ("action", "created_at", "id", "note", "number", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_id", "status", "updated_on", "version") VALUES (NEW."action", NEW."created_at", NEW."id", NEW."note", NEW."number", NEW."owner_post", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority_id", NEW."status", NEW."updated_on", NEW."version"); RETURN NULL;',
                            hash="2b2fd7df2b8bd1738361262f68b3045e7b01c66d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1be1b",
                            table="partnership_strategyaction",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionUpdate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("owner_post", models.CharField(max_length=200)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("on_track", "On track"),
                            ("at_risk", "At risk"),
                            ("off_track", "Off track"),
                            ("complete", "Complete"),
                        ],
                        max_length=20,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("as_at", models.DateField()),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="partnership.strategyaction",
                    ),
                ),
            ],
            options={
                "ordering": ["-as_at", "-created_at"],
            },
        ),
        migrations.CreateModel(
            name="StrategyActionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("number", models.CharField(max_length=10)),
                ("action", models.TextField()),
                ("owner_post", models.CharField(max_length=200, verbose_name="Owner")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("on_track", "On track"),
                            ("at_risk", "At risk"),
                            ("off_track", "Off track"),
                            ("complete", "Complete"),
                        ],
                        default="not_started",
                        max_length=20,
                        verbose_name="Where it stands",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                ("updated_on", models.DateField(blank=True, null=True, verbose_name="As at")),
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
                        to="partnership.strategyaction",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partnership.priority",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["StrategyAction"],
        ),
    ]
