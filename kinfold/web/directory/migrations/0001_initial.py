import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import kinfold.web.core.ids
import kinfold.web.core.triggers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0007_systems"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="organisation_once",
                        violation_error_message="This organisation is here already",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "directory_organisationevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="c04ba9dee73b52e1e4105b14cdd945e224b27e3c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fd0fd",
                            table="directory_organisation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "directory_organisationevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="9a93018bd4c66fef14e9df33e594b7a1f036137a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_17175",
                            table="directory_organisation",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(max_length=200)),
                ("description", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("paused", "Closed for now"), ("closed", "Closed for good")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("alert", models.CharField(blank=True, max_length=500)),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
                ("minimum_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("maximum_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("eligibility", models.TextField(blank=True)),
                ("cost", models.CharField(blank=True, max_length=20)),
                ("cost_note", models.CharField(blank=True, max_length=500)),
                (
                    "wards",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=300)),
                ("postcode", models.CharField(blank=True, max_length=15)),
                ("opening", models.JSONField(blank=True, default=list)),
                ("opening_note", models.CharField(blank=True, max_length=500)),
                ("accessibility", models.TextField(blank=True)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("website", models.URLField(blank=True, max_length=500)),
                ("changed_at", models.DateTimeField()),
                ("assured_at", models.DateTimeField(blank=True, null=True)),
                ("check_due_at", models.DateTimeField(blank=True, null=True)),
                (
                    "assured_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="directory.organisation",
                    ),
                ),
                (
                    "working_record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.record",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("organisation"),
                        django.db.models.functions.text.Lower("name"),
                        name="service_once",
                        violation_error_message="This organisation has a service of this name in the directory already",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minimum_age__isnull", True),
                            ("maximum_age__isnull", True),
                            ("maximum_age__gte", models.F("minimum_age")),
                            _connector="OR",
                        ),
                        name="service_ages_in_order",
                        violation_error_message="The oldest age must not be below the youngest",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("assured_at__isnull", True), ("assured_by__isnull", True)),
                            models.Q(("assured_at__isnull", False), ("assured_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="service_checked_by_somebody",
                        violation_error_message="A moment needs the person who acted, and the person a moment",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "directory_serviceevent" ("accessibility", "alert", "assured_at", "assured_by_id", "changed_at", "check_due_at", "cost", "cost_note", "created_at", "description", "eligibility", "email", "id", "maximum_age", "minimum_age", "name", "needs", "opening", "opening_note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "postcode", "state", "telephone", "version", "wards", "website", "working_record_id") VALUES (NEW."accessibility", NEW."alert", NEW."assured_at", NEW."assured_by_id", NEW."changed_at", NEW."check_due_at", NEW."cost", NEW."cost_note", NEW."created_at", NEW."description", NEW."eligibility", NEW."email", NEW."id", NEW."maximum_age", NEW."minimum_age", NEW."name", NEW."needs", NEW."opening", NEW."opening_note", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."postcode", NEW."state", NEW."telephone", NEW."version", NEW."wards", NEW."website", NEW."working_record_id"); RETURN NULL;',
                            hash="883adbfb2de29b0c0c7a00230f84b998b25eccd4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_26dc6",
                            table="directory_service",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "directory_serviceevent" ("accessibility", "alert", "assured_at", "assured_by_id", "changed_at", "check_due_at", "cost", "cost_note", "created_at", "description", "eligibility", "email", "id", "maximum_age", "minimum_age", "name", "needs", "opening", "opening_note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "postcode", "state", "telephone", "version", "wards", "website", "working_record_id") VALUES (NEW."accessibility", NEW."alert", NEW."assured_at", NEW."assured_by_id", NEW."changed_at", NEW."check_due_at", NEW."cost", NEW."cost_note", NEW."created_at", NEW."description", NEW."eligibility", NEW."email", NEW."id", NEW."maximum_age", NEW."minimum_age", NEW."name", NEW."needs", NEW."opening", NEW."opening_note", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."postcode", NEW."state", NEW."telephone", NEW."version", NEW."wards", NEW."website", NEW."working_record_id"); RETURN NULL;',
                            hash="16f801bbc666e23fdf7c40293188a39bbafa4d96",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dd0d1",
                            table="directory_service",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=200)),
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
                        to="directory.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServiceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(max_length=200)),
                ("description", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("paused", "Closed for now"), ("closed", "Closed for good")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("alert", models.CharField(blank=True, max_length=500)),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
                ("minimum_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("maximum_age", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("eligibility", models.TextField(blank=True)),
                ("cost", models.CharField(blank=True, max_length=20)),
                ("cost_note", models.CharField(blank=True, max_length=500)),
                (
                    "wards",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=300)),
                ("postcode", models.CharField(blank=True, max_length=15)),
                ("opening", models.JSONField(blank=True, default=list)),
                ("opening_note", models.CharField(blank=True, max_length=500)),
                ("accessibility", models.TextField(blank=True)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("website", models.URLField(blank=True, max_length=500)),
                ("changed_at", models.DateTimeField()),
                ("assured_at", models.DateTimeField(blank=True, null=True)),
                ("check_due_at", models.DateTimeField(blank=True, null=True)),
                (
                    "assured_by",
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
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="directory.organisation",
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
                        to="directory.service",
                    ),
                ),
                (
                    "working_record",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
            model_names=["Organisation", "Service"],
        ),
    ]
