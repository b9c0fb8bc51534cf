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
            name="Agreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField(db_index=True)),
                ("purpose", models.CharField(max_length=60)),
                ("agreed", models.BooleanField()),
                ("given_how", models.CharField(max_length=40)),
                ("given_on", models.DateField()),
                ("note", models.TextField(blank=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="people.person"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sharing_agreementevent" ("about_id", "about_kind", "agreed", "created_at", "given_how", "given_on", "id", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "record_id", "recorded_by_id") VALUES (NEW."about_id", NEW."about_kind", NEW."agreed", NEW."created_at", NEW."given_how", NEW."given_on", NEW."id", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."record_id", NEW."recorded_by_id"); RETURN NULL;',
                            hash="233a860c210e1d66a6aab13f40f66594cd929073",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8ed86",
                            table="sharing_agreement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "sharing_agreementevent" ("about_id", "about_kind", "agreed", "created_at", "given_how", "given_on", "id", "note", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "record_id", "recorded_by_id") VALUES (NEW."about_id", NEW."about_kind", NEW."agreed", NEW."created_at", NEW."given_how", NEW."given_on", NEW."id", NEW."note", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."record_id", NEW."recorded_by_id"); RETURN NULL;',
                            hash="91ee4d07d22ab7b45299c1ac5664e98c0a4fb412",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0462c",
                            table="sharing_agreement",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField()),
                ("purpose", models.CharField(max_length=60)),
                ("agreed", models.BooleanField()),
                ("given_how", models.CharField(max_length=40)),
                ("given_on", models.DateField()),
                ("note", models.TextField(blank=True)),
                (
                    "person",
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
                        to="sharing.agreement",
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
                    "recorded_by",
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
            name="ShareWith",
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
                ("may_share", models.BooleanField()),
                ("reason", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.agency",
                    ),
                ),
                (
                    "decided_by",
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
                    "user",
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency__isnull", True), ("person__isnull", False), ("user__isnull", True)),
                            models.Q(("agency__isnull", True), ("person__isnull", True), ("user__isnull", False)),
                            models.Q(("agency__isnull", False), ("person__isnull", True), ("user__isnull", True)),
                            _connector="OR",
                        ),
                        name="share_with_one",
                        violation_error_message="Name one person, one colleague or one agency",
                    ),
                    models.UniqueConstraint(
                        fields=("about_id", "person", "user", "agency"),
                        name="share_with_once",
                        nulls_distinct=False,
                        violation_error_message="This person is already on the list",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sharing_sharewithevent" ("about_id", "about_kind", "agency_id", "created_at", "decided_by_id", "id", "may_share", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "user_id", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."agency_id", NEW."created_at", NEW."decided_by_id", NEW."id", NEW."may_share", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."record_id", NEW."user_id", NEW."version"); RETURN NULL;',
                            hash="6e8f7c5903f15546f342bccf3e09e7483e5a2338",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b3320",
                            table="sharing_sharewith",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "sharing_sharewithevent" ("about_id", "about_kind", "agency_id", "created_at", "decided_by_id", "id", "may_share", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "user_id", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."agency_id", NEW."created_at", NEW."decided_by_id", NEW."id", NEW."may_share", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."record_id", NEW."user_id", NEW."version"); RETURN NULL;',
                            hash="8068bbcc49218ede32478951986a47e2f5bd3ea7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_198d0",
                            table="sharing_sharewith",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShareWithEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField()),
                ("may_share", models.BooleanField()),
                ("reason", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.agency",
                    ),
                ),
                (
                    "decided_by",
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
                        to="sharing.sharewith",
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
            model_names=["Agreement", "ShareWith"],
        ),
    ]
