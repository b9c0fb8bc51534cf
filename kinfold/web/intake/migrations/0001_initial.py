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
        ("access", "0003_agency_data_contact"),
        ("access", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedRelease",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("publisher", models.CharField(max_length=200)),
                ("title", models.CharField(max_length=300)),
                ("published_on", models.DateField()),
                ("licence", models.CharField(max_length=200)),
                ("address", models.URLField(blank=True, max_length=500)),
                ("name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("loaded_at", models.DateTimeField()),
                (
                    "loaded_by",
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
                "ordering": ["-published_on", "-loaded_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sha256",),
                        name="published_release_once",
                        violation_error_message="This file has been loaded already",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stays_as_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="59cc8666c9d1546e7dc67ae4da9c237ed52fff59",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_published_d8d86",
                            table="intake_publishedrelease",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedFigure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("line", models.PositiveIntegerField()),
                ("indicator", models.CharField(max_length=80)),
                ("area", models.CharField(max_length=9)),
                ("area_name", models.CharField(max_length=100)),
                ("period", models.CharField(max_length=40)),
                ("period_ends_on", models.DateField()),
                ("by", models.CharField(blank=True, max_length=60)),
                ("group", models.CharField(blank=True, max_length=100)),
                ("numerator", models.DecimalField(blank=True, decimal_places=15, max_digits=26, null=True)),
                ("denominator", models.DecimalField(blank=True, decimal_places=15, max_digits=26, null=True)),
                ("value", models.DecimalField(blank=True, decimal_places=15, max_digits=26, null=True)),
                ("lower", models.DecimalField(blank=True, decimal_places=15, max_digits=26, null=True)),
                ("upper", models.DecimalField(blank=True, decimal_places=15, max_digits=26, null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="intake.publishedrelease",
                    ),
                ),
            ],
            options={
                "ordering": ["line"],
                "indexes": [models.Index(fields=["indicator", "area", "period_ends_on"], name="published_figure_of")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("release", "indicator", "area", "period", "by", "group"), name="published_figure_once"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stays_as_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8c5192aa0fac1f99888b0b9bf819a14e5c76df4e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_published_43161",
                            table="intake_publishedfigure",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Return",
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
                (
                    "state",
                    models.CharField(
                        choices=[("open", "To fill in"), ("signed", "Signed off"), ("reopened", "Being revised")],
                        default="open",
                        max_length=12,
                        verbose_name="State",
                    ),
                ),
                ("reopened_because", models.TextField(blank=True, verbose_name="Why it was opened again")),
                ("chased_on", models.DateField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="access.agency"
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
                    models.UniqueConstraint(
                        fields=("agency", "period"),
                        name="return_once",
                        violation_error_message="This agency has been asked for this quarter already",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_returnevent" ("agency_id", "chased_on", "created_at", "id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "reopened_because", "state", "version") VALUES (NEW."agency_id", NEW."chased_on", NEW."created_at", NEW."id", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."reopened_because", NEW."state", NEW."version"); RETURN NULL;',
                            hash="c5a9e9b539b1108e887fbd9e850f60eb6ec07dfe",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1386a",
                            table="intake_return",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_returnevent" ("agency_id", "chased_on", "created_at", "id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "reopened_because", "state", "version") VALUES (NEW."agency_id", NEW."chased_on", NEW."created_at", NEW."id", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."reopened_because", NEW."state", NEW."version"); RETURN NULL;',
                            hash="0a59657e598ea798d366de9a72f583a10d7cec4f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8a1e3",
                            table="intake_return",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReturnEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("period", models.CharField(max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "To fill in"), ("signed", "Signed off"), ("reopened", "Being revised")],
                        default="open",
                        max_length=12,
                        verbose_name="State",
                    ),
                ),
                ("reopened_because", models.TextField(blank=True, verbose_name="Why it was opened again")),
                ("chased_on", models.DateField(blank=True, null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.agency",
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
                        to="intake.return",
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
                ("version", models.PositiveIntegerField(default=1)),
                ("indicator", models.CharField(max_length=80)),
                ("typed", models.JSONField(default=dict, verbose_name="What was typed")),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                ("typed_at", models.DateTimeField(verbose_name="Typed")),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "typed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Typed by",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="intake.return"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("of", "indicator"), name="answer_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "intake_answerevent" ("created_at", "id", "indicator", "note", "of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "typed", "typed_at", "typed_by_id", "version") VALUES (NEW."created_at", NEW."id", NEW."indicator", NEW."note", NEW."of_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."typed", NEW."typed_at", NEW."typed_by_id", NEW."version"); RETURN NULL;',
                            hash="a34cb6ecd602043175abcd33ac1fb32ba058f8d8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c3044",
                            table="intake_answer",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "intake_answerevent" ("created_at", "id", "indicator", "note", "of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "typed", "typed_at", "typed_by_id", "version") VALUES (NEW."created_at", NEW."id", NEW."indicator", NEW."note", NEW."of_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."typed", NEW."typed_at", NEW."typed_by_id", NEW."version"); RETURN NULL;',
                            hash="b08e94ef10155e923ad251b1ac48c8df1e506f9d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0b986",
                            table="intake_answer",
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
                ("version", models.PositiveIntegerField(default=1)),
                ("indicator", models.CharField(max_length=80)),
                ("typed", models.JSONField(default=dict, verbose_name="What was typed")),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                ("typed_at", models.DateTimeField(verbose_name="Typed")),
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
                        to="intake.answer",
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
                    "typed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Typed by",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="intake.return",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReturnVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("period", models.CharField(max_length=20)),
                ("number", models.PositiveSmallIntegerField()),
                ("reason", models.TextField(blank=True)),
                ("signed_off_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.agency"
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="intake.return"
                    ),
                ),
                (
                    "signed_off_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("of", "number"), name="return_version_once"),
                    models.CheckConstraint(
                        condition=models.Q(("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="return_version_says_why",
                        violation_error_message="A revision says why",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a1804e2a6b0b2aedf8d855040182cbf5673fc5a1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_69691",
                            table="intake_returnversion",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReturnedFigure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("indicator", models.CharField(max_length=80)),
                ("by", models.CharField(blank=True, max_length=60)),
                ("group", models.CharField(blank=True, max_length=100)),
                ("numerator", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("denominator", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("value", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                ("note", models.TextField(blank=True)),
                ("definition", models.TextField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="intake.returnversion"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "indexes": [models.Index(fields=["indicator"], name="returned_figure_of")],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "indicator", "by", "group"), name="returned_figure_once")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="05021bea2b1f1f8c3f79baaff421f944151d6fd4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_b07f2",
                            table="intake_returnedfigure",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("faults", models.JSONField(default=list)),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uploads", to="intake.return"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stays_as_sent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b1dc5a75f3a2df494245ad545d6ed17ebdb8b061",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_sent_cda0e",
                            table="intake_upload",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=[
                "PublishedRelease",
                "PublishedFigure",
                "Return",
                "Answer",
                "ReturnVersion",
                "ReturnedFigure",
                "Upload",
            ],
        ),
    ]
