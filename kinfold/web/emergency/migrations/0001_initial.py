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
        ("access", "0003_roles"),
        ("people", "0003_search_and_secret_addresses"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EmergencyRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("asked_at", models.DateTimeField()),
                ("described_name", models.CharField(max_length=200)),
                ("described_born_on", models.DateField()),
                ("reason_code", models.CharField(max_length=40)),
                ("reason", models.TextField()),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("justified", "Justified"),
                            ("not_justified", "Not justified"),
                            ("follow_up", "To be followed up"),
                        ],
                        max_length=20,
                    ),
                ),
                ("outcome_reasons", models.TextField(blank=True)),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                (
                    "reviewed_by",
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
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "emergency_emergencyrequestevent" ("asked_at", "asked_by_id", "created_at", "described_born_on", "described_name", "ends_at", "id", "outcome", "outcome_reasons", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reason_code", "record_id", "reviewed_at", "reviewed_by_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."created_at", NEW."described_born_on", NEW."described_name", NEW."ends_at", NEW."id", NEW."outcome", NEW."outcome_reasons", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."reason_code", NEW."record_id", NEW."reviewed_at", NEW."reviewed_by_id"); RETURN NULL;',
                            hash="ebcbd3cdbe8d5f50a1ec5fede170fb938c3ece05",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_20344",
                            table="emergency_emergencyrequest",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "emergency_emergencyrequestevent" ("asked_at", "asked_by_id", "created_at", "described_born_on", "described_name", "ends_at", "id", "outcome", "outcome_reasons", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reason_code", "record_id", "reviewed_at", "reviewed_by_id") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."created_at", NEW."described_born_on", NEW."described_name", NEW."ends_at", NEW."id", NEW."outcome", NEW."outcome_reasons", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."reason_code", NEW."record_id", NEW."reviewed_at", NEW."reviewed_by_id"); RETURN NULL;',
                            hash="a17016296ca6f11ec35149b806a4a42e41df099b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_72994",
                            table="emergency_emergencyrequest",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EmergencyRequestEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("asked_at", models.DateTimeField()),
                ("described_name", models.CharField(max_length=200)),
                ("described_born_on", models.DateField()),
                ("reason_code", models.CharField(max_length=40)),
                ("reason", models.TextField()),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("justified", "Justified"),
                            ("not_justified", "Not justified"),
                            ("follow_up", "To be followed up"),
                        ],
                        max_length=20,
                    ),
                ),
                ("outcome_reasons", models.TextField(blank=True)),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="emergency.emergencyrequest",
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
                    "reviewed_by",
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
        migrations.AddIndex(
            model_name="emergencyrequest",
            index=models.Index(fields=["-asked_at"], name="emergency_by_time"),
        ),
        migrations.AddConstraint(
            model_name="emergencyrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_at__isnull", True), ("reviewed_by__isnull", True)),
                    models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                    _connector="OR",
                ),
                name="emergency_reviewed",
                violation_error_message="A moment needs the person who acted, and the person a moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__isnull", True), ("ends_at__gte", models.F("asked_at")), _connector="OR"),
                name="emergency_in_order",
                violation_error_message="Access must end after it was asked for",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("reviewed_at__isnull", True)),
                    models.Q(
                        ("reviewed_at__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("outcome_reasons", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="emergency_review_says_what",
                violation_error_message="A review has an outcome, and reasons",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ends_at__isnull", True), ("person__isnull", True)),
                    models.Q(("ends_at__isnull", False), ("person__isnull", False)),
                    _connector="OR",
                ),
                name="emergency_opens_until",
                violation_error_message="Access to somebody ends at some time",
            ),
        ),
        kinfold.web.core.triggers.InstallTriggers(["EmergencyRequest"]),
    ]
