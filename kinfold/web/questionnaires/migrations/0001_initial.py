import django.core.validators
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
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("about_kind", models.CharField(blank=True, max_length=80)),
                ("about_id", models.UUIDField(blank=True, db_index=True, null=True)),
                ("question", models.CharField(max_length=60)),
                ("voice", models.CharField(blank=True, max_length=20)),
                ("text", models.TextField(blank=True)),
                ("choice", models.CharField(blank=True, max_length=60)),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)]
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "questionnaires_answerevent" ("about_id", "about_kind", "choice", "created_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "record_id", "response_id", "score", "text", "voice") VALUES (NEW."about_id", NEW."about_kind", NEW."choice", NEW."created_at", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."record_id", NEW."response_id", NEW."score", NEW."text", NEW."voice"); RETURN NULL;',
                            hash="1b37329773fe8ac06002a80319b4138f8a0bdc23",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ea6f4",
                            table="questionnaires_answer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "questionnaires_answerevent" ("about_id", "about_kind", "choice", "created_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "record_id", "response_id", "score", "text", "voice") VALUES (NEW."about_id", NEW."about_kind", NEW."choice", NEW."created_at", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."record_id", NEW."response_id", NEW."score", NEW."text", NEW."voice"); RETURN NULL;',
                            hash="fc092241e4a20dfda70fb12d358f09b5ea2c74de",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_47d78",
                            table="questionnaires_answer",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("form_key", models.CharField(max_length=60)),
                ("form_version", models.CharField(max_length=20)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField(db_index=True)),
                ("completed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "completed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("completed_at__isnull", True), ("completed_by__isnull", True)),
                            models.Q(("completed_at__isnull", False), ("completed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="response_completion_is_complete",
                        violation_error_message="A moment needs the person who acted, and the person a moment",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "questionnaires_responseevent" ("about_id", "about_kind", "completed_at", "completed_by_id", "created_at", "form_key", "form_version", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "started_by_id", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."completed_at", NEW."completed_by_id", NEW."created_at", NEW."form_key", NEW."form_version", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."started_by_id", NEW."version"); RETURN NULL;',
                            hash="749919059cbc493046c47922182807542a8c432d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_96021",
                            table="questionnaires_response",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "questionnaires_responseevent" ("about_id", "about_kind", "completed_at", "completed_by_id", "created_at", "form_key", "form_version", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "started_by_id", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."completed_at", NEW."completed_by_id", NEW."created_at", NEW."form_key", NEW."form_version", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."started_by_id", NEW."version"); RETURN NULL;',
                            hash="80d4a839bb5678cc2b2db2b418ff67ae75644287",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4c0fd",
                            table="questionnaires_response",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("about_kind", models.CharField(blank=True, max_length=80)),
                ("about_id", models.UUIDField(blank=True, null=True)),
                ("question", models.CharField(max_length=60)),
                ("voice", models.CharField(blank=True, max_length=20)),
                ("text", models.TextField(blank=True)),
                ("choice", models.CharField(blank=True, max_length=60)),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10)]
                    ),
                ),
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
                        to="questionnaires.answer",
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
                    "response",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="questionnaires.response",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="answer",
            name="response",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="questionnaires.response",
            ),
        ),
        migrations.CreateModel(
            name="ResponseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("form_key", models.CharField(max_length=60)),
                ("form_version", models.CharField(max_length=20)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField()),
                ("completed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "completed_by",
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
                        to="questionnaires.response",
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
                    "started_by",
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
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__isnull", True), ("score__lte", 10), _connector="OR"),
                name="answer_score_in_range",
                violation_error_message="A score is a number from 0 to 10",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("response__isnull", False)),
                fields=("response", "question", "voice", "person"),
                name="answer_once_a_voice",
                nulls_distinct=False,
            ),
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["Response", "Answer"],
        ),
    ]
