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
        ("partnership", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("under_way", "Being worked out"),
                            ("complete", "Complete"),
                            ("failed", "Did not finish"),
                        ],
                        default="under_way",
                        max_length=12,
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to start"),
                            ("reading", "Reading the records"),
                            ("counting", "Counting"),
                            ("listing", "Listing what was counted"),
                            ("keeping", "Keeping the figures"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("heard_from_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("as_at", models.DateField()),
                ("problem", models.TextField(blank=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "-finished_at"], name="release_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "under_way")),
                        fields=("state",),
                        name="release_one_at_a_time",
                        violation_error_message="The figures are being worked out already",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", True), ("state", "under_way")),
                            models.Q(models.Q(("state", "under_way"), _negated=True), ("finished_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="release_finished_when_over",
                        violation_error_message="A release that is over says when it ended",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=80)),
                ("period", models.CharField(max_length=20)),
                ("by", models.CharField(blank=True, max_length=20)),
                ("group", models.CharField(blank=True, max_length=300)),
                ("numerator", models.IntegerField(null=True)),
                ("denominator", models.IntegerField(null=True)),
                ("value", models.FloatField(null=True)),
                ("status", models.CharField(max_length=20)),
                ("hidden", models.BooleanField(default=False)),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="insight.release"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("release", "by", "indicator", "period", "group"), name="figure_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "part",
                    models.CharField(
                        choices=[("going_well", "What is going well"), ("needs_to_improve", "What needs to improve")],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="Commentary")),
                ("written_on", models.DateField(verbose_name="Written on")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Written by",
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="not_once_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (SELECT FROM insight_report WHERE id = NEW.report_id AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'A published report is never changed';\n    END IF;\n    RETURN NEW;\n",
                            hash="b7c2c18a9d6fc5ba5790cfe2d986314b5a12d417",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_not_once_published_8d1b7",
                            table="insight_remark",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "insight_remarkevent" ("author_id", "created_at", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "text", "version", "written_on") VALUES (NEW."author_id", NEW."created_at", NEW."id", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."text", NEW."version", NEW."written_on"); RETURN NULL;',
                            hash="552dde64c657cc92e14d3144768fb6da77b36c5f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_53b14",
                            table="insight_remark",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "insight_remarkevent" ("author_id", "created_at", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "text", "version", "written_on") VALUES (NEW."author_id", NEW."created_at", NEW."id", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."text", NEW."version", NEW."written_on"); RETURN NULL;',
                            hash="bd1a67bc6f369a2b5d7cb86d96888a81170de66d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f6fa0",
                            table="insight_remark",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("period", models.CharField(max_length=20)),
                ("marking", models.CharField(max_length=200, verbose_name="Protective marking")),
                ("circulation", models.JSONField(default=list, verbose_name="Circulation")),
                ("prepared_on", models.DateField()),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("value", models.TextField(blank=True)),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.priority"
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="insight.release",
                    ),
                ),
                (
                    "signed_off_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("priority", "period"),
                        name="report_once",
                        violation_error_message="There is a report for this quarter already",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at__isnull", True), ("signed_off_by__isnull", True)),
                            models.Q(("published_at__isnull", False), ("signed_off_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_signed_when_published",
                        violation_error_message="A moment needs the person who acted, and the person a moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fingerprint", ""), ("published_at__isnull", True), ("value", "")),
                            models.Q(
                                ("published_at__isnull", False),
                                ("release__isnull", False),
                                models.Q(("value", ""), _negated=True),
                                models.Q(("fingerprint", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="report_published_whole",
                        violation_error_message="A published report is kept with its figures and its fingerprint",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_off_by__isnull", True),
                            models.Q(("signed_off_by", models.F("prepared_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="report_second_person",
                        violation_error_message="Somebody else must sign off what you prepared",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stays_as_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."published_at" IS NOT NULL)',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e006e687fc18bfb3d9ecd1032e7bd26c92ffcbb9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_published_41c1d",
                            table="insight_report",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "insight_reportevent" ("circulation", "created_at", "fingerprint", "id", "marking", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_by_id", "prepared_on", "priority_id", "published_at", "release_id", "signed_off_by_id", "value", "version") VALUES (NEW."circulation", NEW."created_at", NEW."fingerprint", NEW."id", NEW."marking", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prepared_by_id", NEW."prepared_on", NEW."priority_id", NEW."published_at", NEW."release_id", NEW."signed_off_by_id", NEW."value", NEW."version"); RETURN NULL;',
                            hash="05c134e4f634d70febc2fc30f7f921f59e72c5b8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f01cb",
                            table="insight_report",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "insight_reportevent" ("circulation", "created_at", "fingerprint", "id", "marking", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_by_id", "prepared_on", "priority_id", "published_at", "release_id", "signed_off_by_id", "value", "version") VALUES (NEW."circulation", NEW."created_at", NEW."fingerprint", NEW."id", NEW."marking", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prepared_by_id", NEW."prepared_on", NEW."priority_id", NEW."published_at", NEW."release_id", NEW."signed_off_by_id", NEW."value", NEW."version"); RETURN NULL;',
                            hash="d61b600641cdf385eda4639849002ff2fe79b001",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_701aa",
                            table="insight_report",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RemarkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "part",
                    models.CharField(
                        choices=[("going_well", "What is going well"), ("needs_to_improve", "What needs to improve")],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="Commentary")),
                ("written_on", models.DateField(verbose_name="Written on")),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Written by",
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
                        to="insight.remark",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="insight.report",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="remark",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="remarks", to="insight.report"
            ),
        ),
        migrations.CreateModel(
            name="FrozenFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "form",
                    models.CharField(
                        choices=[("html", "Web page"), ("pdf", "PDF"), ("docx", "Word"), ("xlsx", "Excel annex")],
                        max_length=4,
                    ),
                ),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="insight.report"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("report", "form"), name="frozen_file_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stays_as_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="63c34a1b7923a42d783fd01124b1e2fcc7119b89",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_published_45ddf",
                            table="insight_frozenfile",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("period", models.CharField(max_length=20)),
                ("marking", models.CharField(max_length=200, verbose_name="Protective marking")),
                ("circulation", models.JSONField(default=list, verbose_name="Circulation")),
                ("prepared_on", models.DateField()),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("value", models.TextField(blank=True)),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
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
                        to="insight.report",
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "release",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="insight.release",
                    ),
                ),
                (
                    "signed_off_by",
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
        migrations.AddConstraint(
            model_name="remark",
            constraint=models.UniqueConstraint(fields=("report", "part"), name="remark_once"),
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["Report", "Remark", "FrozenFile"],
        ),
    ]
