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
            name="Attendance",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("invited", models.BooleanField(default=True)),
                ("attended", models.BooleanField(blank=True, null=True)),
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
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "meetings_attendanceevent" ("agency_id", "attended", "created_at", "id", "invited", "meeting_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "user_id") VALUES (NEW."agency_id", NEW."attended", NEW."created_at", NEW."id", NEW."invited", NEW."meeting_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."user_id"); RETURN NULL;',
                            hash="0014dacb660cecb8e5dd9bca2a4554ffe5a6336c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f595f",
                            table="meetings_attendance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "meetings_attendanceevent" ("agency_id", "attended", "created_at", "id", "invited", "meeting_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "user_id") VALUES (NEW."agency_id", NEW."attended", NEW."created_at", NEW."id", NEW."invited", NEW."meeting_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."user_id"); RETURN NULL;',
                            hash="b64308c7f5a293d851985a9c14e69d9662c7f132",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_870cb",
                            table="meetings_attendance",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("kind", models.CharField(max_length=40)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField(db_index=True)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("held_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=40)),
                ("notes", models.TextField(blank=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "recorded_by",
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
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "meetings_meetingevent" ("about_id", "about_kind", "cancelled_at", "created_at", "due_on", "held_on", "id", "kind", "notes", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "recorded_by_id", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."cancelled_at", NEW."created_at", NEW."due_on", NEW."held_on", NEW."id", NEW."kind", NEW."notes", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."recorded_by_id", NEW."version"); RETURN NULL;',
                            hash="6dc7cec190ce58f90f4ffadc4cdadba1324ed7d1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_61d9e",
                            table="meetings_meeting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "meetings_meetingevent" ("about_id", "about_kind", "cancelled_at", "created_at", "due_on", "held_on", "id", "kind", "notes", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "recorded_by_id", "version") VALUES (NEW."about_id", NEW."about_kind", NEW."cancelled_at", NEW."created_at", NEW."due_on", NEW."held_on", NEW."id", NEW."kind", NEW."notes", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."recorded_by_id", NEW."version"); RETURN NULL;',
                            hash="866a077b914a44b38105b1792bac68d1ef149a97",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_495b8",
                            table="meetings_meeting",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("invited", models.BooleanField(default=True)),
                ("attended", models.BooleanField(blank=True, null=True)),
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
                        to="meetings.attendance",
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
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="attendance",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="meetings.meeting"
            ),
        ),
        migrations.CreateModel(
            name="MeetingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("kind", models.CharField(max_length=40)),
                ("about_kind", models.CharField(max_length=80)),
                ("about_id", models.UUIDField()),
                ("due_on", models.DateField(blank=True, null=True)),
                ("held_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=40)),
                ("notes", models.TextField(blank=True)),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
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
                        to="meetings.meeting",
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
            model_names=["Meeting", "Attendance"],
        ),
    ]
