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
            name="Episode",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=40)),
                ("closing_note", models.TextField(blank=True)),
                ("contact_id", models.UUIDField(blank=True, null=True)),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="episodes", to="people.family"
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
                            ("closed_on__isnull", True), ("closed_on__gte", models.F("opened_on")), _connector="OR"
                        ),
                        name="episode_in_order",
                        violation_error_message="Help must end after it began",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("family",),
                        name="episode_one_open_per_family",
                        violation_error_message="This family already has help that is open",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "casework_episodeevent" ("closed_on", "closing_note", "contact_id", "created_at", "family_id", "id", "opened_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "version") VALUES (NEW."closed_on", NEW."closing_note", NEW."contact_id", NEW."created_at", NEW."family_id", NEW."id", NEW."opened_on", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."version"); RETURN NULL;',
                            hash="36b0695dd14453a038393e315f714fa23650b423",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7351d",
                            table="casework_episode",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "casework_episodeevent" ("closed_on", "closing_note", "contact_id", "created_at", "family_id", "id", "opened_on", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "version") VALUES (NEW."closed_on", NEW."closing_note", NEW."contact_id", NEW."created_at", NEW."family_id", NEW."id", NEW."opened_on", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."version"); RETURN NULL;',
                            hash="9af989780fa3b91f8a075564ec8b7c163692bd42",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_534c8",
                            table="casework_episode",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EpisodeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=40)),
                ("closing_note", models.TextField(blank=True)),
                ("contact_id", models.UUIDField(blank=True, null=True)),
                (
                    "family",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.family",
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
                        to="casework.episode",
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
            name="Handover",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("start", "Start help"),
                            ("step_up", "Step up"),
                            ("step_down", "Step down"),
                            ("transfer", "Hand over"),
                            ("open_case", "Contact about an open case"),
                            ("significant_harm", "Significant harm"),
                        ],
                        max_length=20,
                    ),
                ),
                ("to_status", models.CharField(blank=True, max_length=20)),
                ("urgent", models.BooleanField(default=False)),
                ("contact_child_id", models.UUIDField(blank=True, null=True)),
                ("reason", models.TextField()),
                ("offered_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("refused_at", models.DateTimeField(blank=True, null=True)),
                ("refusal_reason", models.TextField(blank=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="casework.episode",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="people.family",
                    ),
                ),
                (
                    "from_team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handed_over",
                        to="access.team",
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "to_team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="handovers", to="access.team"
                    ),
                ),
                (
                    "to_user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "casework_handoverevent" ("accepted_at", "answered_by_id", "contact_child_id", "created_at", "episode_id", "family_id", "from_team_id", "id", "kind", "offered_at", "offered_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "refusal_reason", "refused_at", "to_status", "to_team_id", "to_user_id", "urgent", "version", "withdrawn_at") VALUES (NEW."accepted_at", NEW."answered_by_id", NEW."contact_child_id", NEW."created_at", NEW."episode_id", NEW."family_id", NEW."from_team_id", NEW."id", NEW."kind", NEW."offered_at", NEW."offered_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."record_id", NEW."refusal_reason", NEW."refused_at", NEW."to_status", NEW."to_team_id", NEW."to_user_id", NEW."urgent", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                            hash="1790cee8941b115d29ac47248d7d8dc38861ad03",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_22aac",
                            table="casework_handover",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "casework_handoverevent" ("accepted_at", "answered_by_id", "contact_child_id", "created_at", "episode_id", "family_id", "from_team_id", "id", "kind", "offered_at", "offered_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "refusal_reason", "refused_at", "to_status", "to_team_id", "to_user_id", "urgent", "version", "withdrawn_at") VALUES (NEW."accepted_at", NEW."answered_by_id", NEW."contact_child_id", NEW."created_at", NEW."episode_id", NEW."family_id", NEW."from_team_id", NEW."id", NEW."kind", NEW."offered_at", NEW."offered_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."record_id", NEW."refusal_reason", NEW."refused_at", NEW."to_status", NEW."to_team_id", NEW."to_user_id", NEW."urgent", NEW."version", NEW."withdrawn_at"); RETURN NULL;',
                            hash="f077c4941c75a0776b610f72cb7e4bd8df74f43e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_49e38",
                            table="casework_handover",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandoverEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("start", "Start help"),
                            ("step_up", "Step up"),
                            ("step_down", "Step down"),
                            ("transfer", "Hand over"),
                            ("open_case", "Contact about an open case"),
                            ("significant_harm", "Significant harm"),
                        ],
                        max_length=20,
                    ),
                ),
                ("to_status", models.CharField(blank=True, max_length=20)),
                ("urgent", models.BooleanField(default=False)),
                ("contact_child_id", models.UUIDField(blank=True, null=True)),
                ("reason", models.TextField()),
                ("offered_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(blank=True, null=True)),
                ("refused_at", models.DateTimeField(blank=True, null=True)),
                ("refusal_reason", models.TextField(blank=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
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
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casework.episode",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.family",
                    ),
                ),
                (
                    "from_team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="casework.handover",
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
                    "to_team",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "to_user",
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
        migrations.CreateModel(
            name="HandoverPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "handover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handed_people",
                        to="casework.handover",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
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
                "constraints": [models.UniqueConstraint(fields=("handover", "person"), name="handover_person_once")],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "casework_handoverpersonevent" ("created_at", "handover_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (NEW."created_at", NEW."handover_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id"); RETURN NULL;',
                            hash="15193f2edb3e166fae3d7d03b5ef20a8fefa0abb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_051aa",
                            table="casework_handoverperson",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "casework_handoverpersonevent" ("created_at", "handover_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (NEW."created_at", NEW."handover_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id"); RETURN NULL;',
                            hash="eac7a3ea26b71c9e0c6dca50c75caa7708d419b8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_910ad",
                            table="casework_handoverperson",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="handover",
            name="people",
            field=models.ManyToManyField(
                related_name="handovers", through="casework.HandoverPerson", to="people.person"
            ),
        ),
        migrations.CreateModel(
            name="HandoverPersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "handover",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casework.handover",
                    ),
                ),
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
                        to="casework.handoverperson",
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
            name="Involvement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("role", models.CharField(max_length=200)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("change_reason", models.CharField(blank=True, max_length=200)),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="casework.episode",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="involvements", to="people.person"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "casework_involvementevent" ("change_reason", "created_at", "ended_on", "episode_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "referral_id", "role", "started_on", "team_id", "user_id") VALUES (NEW."change_reason", NEW."created_at", NEW."ended_on", NEW."episode_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."referral_id", NEW."role", NEW."started_on", NEW."team_id", NEW."user_id"); RETURN NULL;',
                            hash="9afc8feaa1f8bd6de24d842cd16307507cf174f6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_14175",
                            table="casework_involvement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "casework_involvementevent" ("change_reason", "created_at", "ended_on", "episode_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "referral_id", "role", "started_on", "team_id", "user_id") VALUES (NEW."change_reason", NEW."created_at", NEW."ended_on", NEW."episode_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."referral_id", NEW."role", NEW."started_on", NEW."team_id", NEW."user_id"); RETURN NULL;',
                            hash="f0a36adfc48d4f18e008b260776e5f423adab73e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d9258",
                            table="casework_involvement",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("received_on", models.DateField()),
                ("primary_need", models.CharField(blank=True, max_length=3)),
                ("source_code", models.CharField(blank=True, max_length=48)),
                ("source_words", models.CharField(blank=True, max_length=255)),
                ("outcome_flags", models.JSONField(blank=True, default=dict)),
                ("no_further_action", models.BooleanField(blank=True, null=True)),
                ("close_reason", models.CharField(blank=True, max_length=100)),
                ("closed_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="people.person"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "worker",
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
                            ("closed_on__isnull", True), ("closed_on__gte", models.F("received_on")), _connector="OR"
                        ),
                        name="referral_in_order",
                        violation_error_message="A referral closes after it was received",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "casework_referralevent" ("close_reason", "closed_on", "created_at", "id", "no_further_action", "outcome_flags", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "received_on", "record_id", "source_code", "source_words", "team_id", "worker_id") VALUES (NEW."close_reason", NEW."closed_on", NEW."created_at", NEW."id", NEW."no_further_action", NEW."outcome_flags", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."primary_need", NEW."received_on", NEW."record_id", NEW."source_code", NEW."source_words", NEW."team_id", NEW."worker_id"); RETURN NULL;',
                            hash="ed735a63c82686a2762bd5f05f38d491af5bc2a1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_178a9",
                            table="casework_referral",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "casework_referralevent" ("close_reason", "closed_on", "created_at", "id", "no_further_action", "outcome_flags", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "received_on", "record_id", "source_code", "source_words", "team_id", "worker_id") VALUES (NEW."close_reason", NEW."closed_on", NEW."created_at", NEW."id", NEW."no_further_action", NEW."outcome_flags", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."primary_need", NEW."received_on", NEW."record_id", NEW."source_code", NEW."source_words", NEW."team_id", NEW."worker_id"); RETURN NULL;',
                            hash="8f0883e90626dd18fed6a4c0b696ffd1c8262c33",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4f0e9",
                            table="casework_referral",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InvolvementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("role", models.CharField(max_length=200)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("change_reason", models.CharField(blank=True, max_length=200)),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casework.episode",
                    ),
                ),
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
                        to="casework.involvement",
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
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.team",
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
                    "referral",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casework.referral",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="involvement",
            name="referral",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="casework.referral",
            ),
        ),
        migrations.CreateModel(
            name="ReferralEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("received_on", models.DateField()),
                ("primary_need", models.CharField(blank=True, max_length=3)),
                ("source_code", models.CharField(blank=True, max_length=48)),
                ("source_words", models.CharField(blank=True, max_length=255)),
                ("outcome_flags", models.JSONField(blank=True, default=dict)),
                ("no_further_action", models.BooleanField(blank=True, null=True)),
                ("close_reason", models.CharField(blank=True, max_length=100)),
                ("closed_on", models.DateField(blank=True, null=True)),
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
                        to="casework.referral",
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
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "worker",
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
        migrations.CreateModel(
            name="Status",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("recorded_in_error_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_in_error_reason", models.TextField(blank=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("family_support", "Family Support (Tier 2)"),
                            ("early_help", "Early Help and Prevention (Tier 3)"),
                            ("child_in_need", "Child in need"),
                            ("child_protection", "Child protection"),
                            ("looked_after", "Looked after"),
                        ],
                        max_length=20,
                    ),
                ),
                ("tier", models.PositiveSmallIntegerField()),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("legal_basis", models.CharField(blank=True, max_length=100)),
                ("start_reason", models.CharField(blank=True, max_length=255)),
                ("end_reason", models.CharField(blank=True, max_length=255)),
                ("primary_need", models.CharField(blank=True, max_length=3)),
                ("category_at_start", models.CharField(blank=True, max_length=100)),
                ("category_latest", models.CharField(blank=True, max_length=100)),
                ("from_other_authority", models.BooleanField(blank=True, null=True)),
                ("entered_care_on", models.DateField(blank=True, null=True)),
                ("period_of_care_id", models.CharField(blank=True, max_length=48)),
                ("placement_id", models.CharField(blank=True, max_length=48)),
                ("conference_id", models.CharField(blank=True, max_length=48)),
                ("last_reviewing_officer_contact_on", models.DateField(blank=True, null=True)),
                ("agency_words", models.CharField(blank=True, max_length=100)),
                ("ward", models.CharField(blank=True, max_length=60)),
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
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statuses",
                        to="casework.episode",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="statuses", to="people.person"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "recorded_in_error_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statuses",
                        to="casework.referral",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "worker",
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
                "indexes": [models.Index(fields=["kind", "started_on", "ended_on"], name="status_by_kind")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_in_error_at__isnull", True), ("recorded_in_error_by__isnull", True)),
                            models.Q(("recorded_in_error_at__isnull", False), ("recorded_in_error_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="status_error_is_complete",
                        violation_error_message="Say who recorded the mistake, and when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True), ("ended_on__gte", models.F("started_on")), _connector="OR"
                        ),
                        name="status_in_order",
                        violation_error_message="A status must end after it started",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on__isnull", True), ("recorded_in_error_at__isnull", True)),
                        fields=("person", "kind"),
                        name="status_one_open_of_a_kind",
                        violation_error_message="The child already has this status",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "casework_statusevent" ("agency_id", "agency_words", "category_at_start", "category_latest", "conference_id", "created_at", "end_reason", "ended_on", "entered_care_on", "episode_id", "from_other_authority", "id", "kind", "last_reviewing_officer_contact_on", "legal_basis", "period_of_care_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "primary_need", "record_id", "recorded_in_error_at", "recorded_in_error_by_id", "recorded_in_error_reason", "referral_id", "start_reason", "started_on", "team_id", "tier", "ward", "worker_id") VALUES (NEW."agency_id", NEW."agency_words", NEW."category_at_start", NEW."category_latest", NEW."conference_id", NEW."created_at", NEW."end_reason", NEW."ended_on", NEW."entered_care_on", NEW."episode_id", NEW."from_other_authority", NEW."id", NEW."kind", NEW."last_reviewing_officer_contact_on", NEW."legal_basis", NEW."period_of_care_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."placement_id", NEW."primary_need", NEW."record_id", NEW."recorded_in_error_at", NEW."recorded_in_error_by_id", NEW."recorded_in_error_reason", NEW."referral_id", NEW."start_reason", NEW."started_on", NEW."team_id", NEW."tier", NEW."ward", NEW."worker_id"); RETURN NULL;',
                            hash="b8dec2c288d1dbb354667eebe4cd4ae00f0923be",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ee8a4",
                            table="casework_status",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "casework_statusevent" ("agency_id", "agency_words", "category_at_start", "category_latest", "conference_id", "created_at", "end_reason", "ended_on", "entered_care_on", "episode_id", "from_other_authority", "id", "kind", "last_reviewing_officer_contact_on", "legal_basis", "period_of_care_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "primary_need", "record_id", "recorded_in_error_at", "recorded_in_error_by_id", "recorded_in_error_reason", "referral_id", "start_reason", "started_on", "team_id", "tier", "ward", "worker_id") VALUES (NEW."agency_id", NEW."agency_words", NEW."category_at_start", NEW."category_latest", NEW."conference_id", NEW."created_at", NEW."end_reason", NEW."ended_on", NEW."entered_care_on", NEW."episode_id", NEW."from_other_authority", NEW."id", NEW."kind", NEW."last_reviewing_officer_contact_on", NEW."legal_basis", NEW."period_of_care_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."placement_id", NEW."primary_need", NEW."record_id", NEW."recorded_in_error_at", NEW."recorded_in_error_by_id", NEW."recorded_in_error_reason", NEW."referral_id", NEW."start_reason", NEW."started_on", NEW."team_id", NEW."tier", NEW."ward", NEW."worker_id"); RETURN NULL;',
                            hash="cf7a2a08546993a97b15a6e3d3836be10dd0c70b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_76136",
                            table="casework_status",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatusEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("recorded_in_error_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_in_error_reason", models.TextField(blank=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("family_support", "Family Support (Tier 2)"),
                            ("early_help", "Early Help and Prevention (Tier 3)"),
                            ("child_in_need", "Child in need"),
                            ("child_protection", "Child protection"),
                            ("looked_after", "Looked after"),
                        ],
                        max_length=20,
                    ),
                ),
                ("tier", models.PositiveSmallIntegerField()),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("legal_basis", models.CharField(blank=True, max_length=100)),
                ("start_reason", models.CharField(blank=True, max_length=255)),
                ("end_reason", models.CharField(blank=True, max_length=255)),
                ("primary_need", models.CharField(blank=True, max_length=3)),
                ("category_at_start", models.CharField(blank=True, max_length=100)),
                ("category_latest", models.CharField(blank=True, max_length=100)),
                ("from_other_authority", models.BooleanField(blank=True, null=True)),
                ("entered_care_on", models.DateField(blank=True, null=True)),
                ("period_of_care_id", models.CharField(blank=True, max_length=48)),
                ("placement_id", models.CharField(blank=True, max_length=48)),
                ("conference_id", models.CharField(blank=True, max_length=48)),
                ("last_reviewing_officer_contact_on", models.DateField(blank=True, null=True)),
                ("agency_words", models.CharField(blank=True, max_length=100)),
                ("ward", models.CharField(blank=True, max_length=60)),
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
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casework.episode",
                    ),
                ),
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
                        to="casework.status",
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
                    "recorded_in_error_by",
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
                    "referral",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casework.referral",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.team",
                    ),
                ),
                (
                    "worker",
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
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_at__isnull", True), ("refused_at__isnull", True), _connector="OR"),
                name="handover_answered_once",
                violation_error_message="A handover is accepted or refused, not both",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("accepted_at__isnull", True), ("answered_by__isnull", True), ("refused_at__isnull", True)
                    ),
                    ("answered_by__isnull", False),
                    _connector="OR",
                ),
                name="handover_answer_is_complete",
                violation_error_message="Say who answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("refused_at__isnull", True), models.Q(("refusal_reason", ""), _negated=True), _connector="OR"
                ),
                name="handover_refusal_has_reason",
                violation_error_message="Say why this cannot be taken on",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "significant_harm"), _negated=True), ("refused_at__isnull", True), _connector="OR"
                ),
                name="handover_harm_never_refused",
                violation_error_message="Significant harm cannot be declined",
            ),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(fields=["user", "ended_on"], name="involvement_by_user"),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True), ("ended_on__gte", models.F("started_on")), _connector="OR"
                ),
                name="involvement_in_order",
                violation_error_message="An involvement must end after it started",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True), ("role", "lead_professional")),
                fields=("person",),
                name="involvement_one_lead_a_child",
                violation_error_message="The child already has a lead professional",
            ),
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["Episode", "HandoverPerson", "Handover", "Referral", "Involvement", "Status"],
        ),
    ]
