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
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(blank=True, max_length=48)),
                ("line_1", models.CharField(blank=True, max_length=200)),
                ("line_2", models.CharField(blank=True, max_length=200)),
                ("town", models.CharField(blank=True, max_length=100)),
                ("postcode", models.CharField(blank=True, db_index=True, max_length=15)),
                ("ward", models.CharField(blank=True, max_length=60)),
                ("uprn", models.CharField(blank=True, db_index=True, max_length=20)),
                ("further", models.JSONField(blank=True, default=dict)),
                ("confidential", models.BooleanField(default=False)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                            func='INSERT INTO "people_addressevent" ("confidential", "created_at", "ended_on", "further", "id", "kind", "line_1", "line_2", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "record_id", "started_on", "town", "uprn", "ward") VALUES (NEW."confidential", NEW."created_at", NEW."ended_on", NEW."further", NEW."id", NEW."kind", NEW."line_1", NEW."line_2", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postcode", NEW."record_id", NEW."started_on", NEW."town", NEW."uprn", NEW."ward"); RETURN NULL;',
                            hash="dcb5520ecdc0b601efdd96276ed6e9242cda528d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e3f03",
                            table="people_address",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_addressevent" ("confidential", "created_at", "ended_on", "further", "id", "kind", "line_1", "line_2", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "record_id", "started_on", "town", "uprn", "ward") VALUES (NEW."confidential", NEW."created_at", NEW."ended_on", NEW."further", NEW."id", NEW."kind", NEW."line_1", NEW."line_2", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postcode", NEW."record_id", NEW."started_on", NEW."town", NEW."uprn", NEW."ward"); RETURN NULL;',
                            hash="4defdda326f60447b186676bd0c4f2d8ced315c4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9a42e",
                            table="people_address",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disability",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("code", models.CharField(max_length=48)),
                ("no_longer_on", models.DateField(blank=True, null=True)),
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
                            func='INSERT INTO "people_disabilityevent" ("code", "created_at", "id", "no_longer_on", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (NEW."code", NEW."created_at", NEW."id", NEW."no_longer_on", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id"); RETURN NULL;',
                            hash="a92702069ecf9cce609a61b1d432d443a9c0c7fc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_52647",
                            table="people_disability",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_disabilityevent" ("code", "created_at", "id", "no_longer_on", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (NEW."code", NEW."created_at", NEW."id", NEW."no_longer_on", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id"); RETURN NULL;',
                            hash="db54f8ca5fa8a54c9aa85193989f932b57bf5518",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1a45f",
                            table="people_disability",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Family",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(blank=True, max_length=255)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "families",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "people_familyevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "version") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."version"); RETURN NULL;',
                            hash="23cc81b4969193c479147d54c1e5de1d5e772497",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0459c",
                            table="people_family",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_familyevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "version") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."version"); RETURN NULL;',
                            hash="9cc0913c426513a1ca14ab6042d23b59b0a555e6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1c4bb",
                            table="people_family",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FamilyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(blank=True, max_length=255)),
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
                        to="people.family",
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
            name="FamilyMember",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="people.family"
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
                            func='INSERT INTO "people_familymemberevent" ("created_at", "ended_on", "family_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "started_on") VALUES (NEW."created_at", NEW."ended_on", NEW."family_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."started_on"); RETURN NULL;',
                            hash="093c3250d6d64880d47383da6e7d78245b67d5b9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_66b25",
                            table="people_familymember",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_familymemberevent" ("created_at", "ended_on", "family_id", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "started_on") VALUES (NEW."created_at", NEW."ended_on", NEW."family_id", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."started_on"); RETURN NULL;',
                            hash="6f9b2767c9431cfc3441ec59ad8e7227ccc67e0d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ea06e",
                            table="people_familymember",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(max_length=100)),
                ("value", models.CharField(db_index=True, max_length=100)),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
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
                            func='INSERT INTO "people_identifierevent" ("created_at", "id", "kind", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "valid_from", "valid_to", "value") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."valid_from", NEW."valid_to", NEW."value"); RETURN NULL;',
                            hash="c5ed26eb439d3c9fdd0c25afe5bf1b8b164e863e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a1cac",
                            table="people_identifier",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_identifierevent" ("created_at", "id", "kind", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "valid_from", "valid_to", "value") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."valid_from", NEW."valid_to", NEW."value"); RETURN NULL;',
                            hash="638b3c6182dfbca6291ab100f98f88d1e14bc937",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e3682",
                            table="people_identifier",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherName",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=600)),
                (
                    "kind",
                    models.CharField(
                        choices=[("former", "Had this name before"), ("also", "Also uses this name")], max_length=10
                    ),
                ),
                ("noted_on", models.DateField()),
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
                            func='INSERT INTO "people_othernameevent" ("created_at", "id", "kind", "name", "noted_on", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."name", NEW."noted_on", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id"); RETURN NULL;',
                            hash="58c50fd59f81af432eed11f0bb2bb54a1b66439b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b19f1",
                            table="people_othername",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_othernameevent" ("created_at", "id", "kind", "name", "noted_on", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."name", NEW."noted_on", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id"); RETURN NULL;',
                            hash="4afbdce3b94deba9b93d9f0c1e581fea94c4b77e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5650d",
                            table="people_othername",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("recorded_in_error_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_in_error_reason", models.TextField(blank=True)),
                ("forename", models.CharField(blank=True, max_length=255)),
                ("surname", models.CharField(blank=True, max_length=255)),
                ("known_as", models.CharField(blank=True, max_length=255)),
                ("sex", models.CharField(blank=True, max_length=20)),
                ("gender", models.CharField(blank=True, max_length=10)),
                ("ethnicity", models.CharField(blank=True, max_length=48)),
                ("nationality", models.CharField(blank=True, max_length=48)),
                ("born_on", models.DateField(blank=True, null=True)),
                ("expected_on", models.DateField(blank=True, null=True)),
                ("died_on", models.DateField(blank=True, null=True)),
                ("unborn", models.BooleanField(default=False)),
                ("first_language", models.CharField(blank=True, max_length=40)),
                ("interpreter_needed", models.BooleanField(default=False)),
                ("communication_needs", models.TextField(blank=True)),
                ("send_status", models.CharField(blank=True, max_length=20)),
                ("has_ehc_plan", models.BooleanField(blank=True, null=True)),
                ("is_mother", models.BooleanField(blank=True, null=True)),
                ("has_confidential_address", models.BooleanField(default=False)),
                ("legacy_number", models.CharField(blank=True, max_length=48)),
                ("upn_unknown_reason", models.CharField(blank=True, max_length=6)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
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
                    "recorded_in_error_by",
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
                "indexes": [models.Index(fields=["born_on"], name="person_by_birth")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_in_error_at__isnull", True), ("recorded_in_error_by__isnull", True)),
                            models.Q(("recorded_in_error_at__isnull", False), ("recorded_in_error_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="person_error_is_complete",
                        violation_error_message="Say who recorded the mistake, and when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("born_on__isnull", True), ("unborn", False), _connector="OR"),
                        name="person_born_or_expected",
                        violation_error_message="A child is either born, with a date of birth, or not yet born",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("died_on__isnull", True), ("died_on__gte", models.F("born_on")), _connector="OR"
                        ),
                        name="person_lives_in_order",
                        violation_error_message="A person cannot die before being born",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "people_personevent" ("born_on", "communication_needs", "created_at", "died_on", "ethnicity", "expected_on", "first_language", "forename", "gender", "has_confidential_address", "has_ehc_plan", "id", "interpreter_needed", "is_mother", "known_as", "legacy_number", "merged_into_id", "nationality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "recorded_in_error_at", "recorded_in_error_by_id", "recorded_in_error_reason", "send_status", "sex", "surname", "unborn", "upn_unknown_reason", "version") VALUES (NEW."born_on", NEW."communication_needs", NEW."created_at", NEW."died_on", NEW."ethnicity", NEW."expected_on", NEW."first_language", NEW."forename", NEW."gender", NEW."has_confidential_address", NEW."has_ehc_plan", NEW."id", NEW."interpreter_needed", NEW."is_mother", NEW."known_as", NEW."legacy_number", NEW."merged_into_id", NEW."nationality", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."recorded_in_error_at", NEW."recorded_in_error_by_id", NEW."recorded_in_error_reason", NEW."send_status", NEW."sex", NEW."surname", NEW."unborn", NEW."upn_unknown_reason", NEW."version"); RETURN NULL;',
                            hash="f9470fa7e1980d3d391b677f7ff850a8f3293b50",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_65688",
                            table="people_person",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_personevent" ("born_on", "communication_needs", "created_at", "died_on", "ethnicity", "expected_on", "first_language", "forename", "gender", "has_confidential_address", "has_ehc_plan", "id", "interpreter_needed", "is_mother", "known_as", "legacy_number", "merged_into_id", "nationality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "recorded_in_error_at", "recorded_in_error_by_id", "recorded_in_error_reason", "send_status", "sex", "surname", "unborn", "upn_unknown_reason", "version") VALUES (NEW."born_on", NEW."communication_needs", NEW."created_at", NEW."died_on", NEW."ethnicity", NEW."expected_on", NEW."first_language", NEW."forename", NEW."gender", NEW."has_confidential_address", NEW."has_ehc_plan", NEW."id", NEW."interpreter_needed", NEW."is_mother", NEW."known_as", NEW."legacy_number", NEW."merged_into_id", NEW."nationality", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."recorded_in_error_at", NEW."recorded_in_error_by_id", NEW."recorded_in_error_reason", NEW."send_status", NEW."sex", NEW."surname", NEW."unborn", NEW."upn_unknown_reason", NEW."version"); RETURN NULL;',
                            hash="dc0eb1f3aa3b908f23d4ae523dc52935a0babf4f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_de829",
                            table="people_person",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=600)),
                (
                    "kind",
                    models.CharField(
                        choices=[("former", "Had this name before"), ("also", "Also uses this name")], max_length=10
                    ),
                ),
                ("noted_on", models.DateField()),
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
                        to="people.othername",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="othername",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="other_names", to="people.person"
            ),
        ),
        migrations.CreateModel(
            name="IdentifierEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(max_length=100)),
                ("value", models.CharField(max_length=100)),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
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
                        to="people.identifier",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="identifier",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="identifiers", to="people.person"
            ),
        ),
        migrations.CreateModel(
            name="FamilyMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                        to="people.familymember",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="familymember",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="family_memberships", to="people.person"
            ),
        ),
        migrations.CreateModel(
            name="DisabilityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("code", models.CharField(max_length=48)),
                ("no_longer_on", models.DateField(blank=True, null=True)),
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
                        to="people.disability",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="disability",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="disabilities", to="people.person"
            ),
        ),
        migrations.CreateModel(
            name="AddressEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(blank=True, max_length=48)),
                ("line_1", models.CharField(blank=True, max_length=200)),
                ("line_2", models.CharField(blank=True, max_length=200)),
                ("town", models.CharField(blank=True, max_length=100)),
                ("postcode", models.CharField(blank=True, max_length=15)),
                ("ward", models.CharField(blank=True, max_length=60)),
                ("uprn", models.CharField(blank=True, max_length=20)),
                ("further", models.JSONField(blank=True, default=dict)),
                ("confidential", models.BooleanField(default=False)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                        to="people.address",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="address",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="addresses", to="people.person"
            ),
        ),
        migrations.CreateModel(
            name="PersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("recorded_in_error_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_in_error_reason", models.TextField(blank=True)),
                ("forename", models.CharField(blank=True, max_length=255)),
                ("surname", models.CharField(blank=True, max_length=255)),
                ("known_as", models.CharField(blank=True, max_length=255)),
                ("sex", models.CharField(blank=True, max_length=20)),
                ("gender", models.CharField(blank=True, max_length=10)),
                ("ethnicity", models.CharField(blank=True, max_length=48)),
                ("nationality", models.CharField(blank=True, max_length=48)),
                ("born_on", models.DateField(blank=True, null=True)),
                ("expected_on", models.DateField(blank=True, null=True)),
                ("died_on", models.DateField(blank=True, null=True)),
                ("unborn", models.BooleanField(default=False)),
                ("first_language", models.CharField(blank=True, max_length=40)),
                ("interpreter_needed", models.BooleanField(default=False)),
                ("communication_needs", models.TextField(blank=True)),
                ("send_status", models.CharField(blank=True, max_length=20)),
                ("has_ehc_plan", models.BooleanField(blank=True, null=True)),
                ("is_mother", models.BooleanField(blank=True, null=True)),
                ("has_confidential_address", models.BooleanField(default=False)),
                ("legacy_number", models.CharField(blank=True, max_length=48)),
                ("upn_unknown_reason", models.CharField(blank=True, max_length=6)),
                (
                    "merged_into",
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
                        to="people.person",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Relationship",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(max_length=40)),
                ("parental_responsibility", models.BooleanField(default=False)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="relationships", to="people.person"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
                    ),
                ),
                (
                    "related",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="related_to", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("related")), _negated=True),
                        name="relationship_between_two",
                        violation_error_message="A person cannot be related to themselves",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True), ("ended_on__gte", models.F("started_on")), _connector="OR"
                        ),
                        name="relationship_in_order",
                        violation_error_message="A relationship must end after it began",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "people_relationshipevent" ("created_at", "ended_on", "id", "kind", "parental_responsibility", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "related_id", "started_on") VALUES (NEW."created_at", NEW."ended_on", NEW."id", NEW."kind", NEW."parental_responsibility", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."related_id", NEW."started_on"); RETURN NULL;',
                            hash="5158c96fd2734c7ad8341b17758b1f8fd6a33555",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_07fb7",
                            table="people_relationship",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_relationshipevent" ("created_at", "ended_on", "id", "kind", "parental_responsibility", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "related_id", "started_on") VALUES (NEW."created_at", NEW."ended_on", NEW."id", NEW."kind", NEW."parental_responsibility", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."related_id", NEW."started_on"); RETURN NULL;',
                            hash="0740e3f10797e46e64336548e09522f43867b91b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4eff7",
                            table="people_relationship",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RelationshipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("kind", models.CharField(max_length=40)),
                ("parental_responsibility", models.BooleanField(default=False)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                        to="people.relationship",
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
                    "related",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Schooling",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="schoolings", to="people.person"
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
                            func='INSERT INTO "people_schoolingevent" ("created_at", "ended_on", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "setting_id", "started_on") VALUES (NEW."created_at", NEW."ended_on", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."setting_id", NEW."started_on"); RETURN NULL;',
                            hash="29fd8252895bcb439c338b0da921bf49ec37ca53",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d9ac1",
                            table="people_schooling",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "people_schoolingevent" ("created_at", "ended_on", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "setting_id", "started_on") VALUES (NEW."created_at", NEW."ended_on", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."setting_id", NEW."started_on"); RETURN NULL;',
                            hash="2dc6a862acbfd07c23f491502e6962093a92ea12",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d09cc",
                            table="people_schooling",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Setting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("phase", models.CharField(max_length=20)),
                ("ward", models.CharField(blank=True, max_length=60)),
                ("urn", models.CharField(blank=True, max_length=20)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="settings", to="access.agency"
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="SchoolingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
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
                        to="people.schooling",
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
                    "setting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.setting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="schooling",
            name="setting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="schoolings", to="people.setting"
            ),
        ),
        migrations.AddConstraint(
            model_name="othername",
            constraint=models.UniqueConstraint(fields=("person", "name"), name="other_name_once"),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="identifier_in_order",
                violation_error_message="A number must end after it began",
            ),
        ),
        migrations.AddConstraint(
            model_name="familymember",
            constraint=models.UniqueConstraint(fields=("family", "person"), name="family_member_once"),
        ),
        migrations.AddConstraint(
            model_name="familymember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True), ("ended_on__gte", models.F("started_on")), _connector="OR"
                ),
                name="family_member_in_order",
                violation_error_message="Leaving must follow joining",
            ),
        ),
        migrations.AddConstraint(
            model_name="disability",
            constraint=models.UniqueConstraint(fields=("person", "code"), name="disability_once"),
        ),
        migrations.AddConstraint(
            model_name="address",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True), ("ended_on__gte", models.F("started_on")), _connector="OR"
                ),
                name="address_in_order",
                violation_error_message="Moving out must follow moving in",
            ),
        ),
        migrations.AddConstraint(
            model_name="schooling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True), ("ended_on__gte", models.F("started_on")), _connector="OR"
                ),
                name="schooling_in_order",
                violation_error_message="Leaving must follow starting",
            ),
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=[
                "Family",
                "Person",
                "OtherName",
                "Identifier",
                "FamilyMember",
                "Disability",
                "Address",
                "Relationship",
                "Schooling",
            ],
        ),
    ]
