import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import kinfold.web.access.permissions
import kinfold.web.core.ids
import kinfold.web.core.triggers


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=200, unique=True)),
                ("kind", models.CharField(max_length=40)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(blank=True, max_length=254, null=True, unique=True)),
                ("name", models.CharField(max_length=300)),
                ("post", models.CharField(blank=True, max_length=500)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("registration_number", models.CharField(blank=True, max_length=48)),
                ("staff_number", models.CharField(blank=True, max_length=48)),
                ("department", models.CharField(blank=True, max_length=100)),
                ("caseload", models.PositiveIntegerField(blank=True, null=True)),
                ("full_time_equivalent", models.FloatField(blank=True, null=True)),
                ("agency_worker", models.BooleanField(blank=True, null=True)),
                ("is_active", models.BooleanField(default=True)),
                ("system", models.BooleanField(default=False)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="users",
                        to="access.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "access_userevent" ("agency_id", "agency_worker", "caseload", "created_at", "department", "email", "full_time_equivalent", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "registration_number", "staff_number", "system", "telephone") VALUES (NEW."agency_id", NEW."agency_worker", NEW."caseload", NEW."created_at", NEW."department", NEW."email", NEW."full_time_equivalent", NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post", NEW."registration_number", NEW."staff_number", NEW."system", NEW."telephone"); RETURN NULL;',
                            hash="3213c684302b29a10b1542d20ed458bdd3e21885",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b2fac",
                            table="access_user",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."agency_worker" IS DISTINCT FROM (NEW."agency_worker") OR OLD."caseload" IS DISTINCT FROM (NEW."caseload") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."department" IS DISTINCT FROM (NEW."department") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."full_time_equivalent" IS DISTINCT FROM (NEW."full_time_equivalent") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."post" IS DISTINCT FROM (NEW."post") OR OLD."registration_number" IS DISTINCT FROM (NEW."registration_number") OR OLD."staff_number" IS DISTINCT FROM (NEW."staff_number") OR OLD."system" IS DISTINCT FROM (NEW."system") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone"))',
                            func='INSERT INTO "access_userevent" ("agency_id", "agency_worker", "caseload", "created_at", "department", "email", "full_time_equivalent", "id", "is_active", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "registration_number", "staff_number", "system", "telephone") VALUES (NEW."agency_id", NEW."agency_worker", NEW."caseload", NEW."created_at", NEW."department", NEW."email", NEW."full_time_equivalent", NEW."id", NEW."is_active", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post", NEW."registration_number", NEW."staff_number", NEW."system", NEW."telephone"); RETURN NULL;',
                            hash="7b7f4c399a2660135bffb76ffa973abbe7711f7c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5efde",
                            table="access_user",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            (kinfold.web.access.permissions.Role["SAFEGUARDING_LEAD"], "Designated Safeguarding Lead"),
                            (
                                kinfold.web.access.permissions.Role["MASH_DECISION_MAKER"],
                                "MASH decision-maker (qualified social worker)",
                            ),
                            (kinfold.web.access.permissions.Role["MASH_MANAGER"], "MASH manager"),
                            (kinfold.web.access.permissions.Role["SOCIAL_WORKER"], "Social worker"),
                            (kinfold.web.access.permissions.Role["SOCIAL_CARE_MANAGER"], "Social care team manager"),
                            (kinfold.web.access.permissions.Role["EARLY_HELP_LEAD"], "Early Help lead professional"),
                            (kinfold.web.access.permissions.Role["EARLY_HELP_MANAGER"], "Early Help manager"),
                            (kinfold.web.access.permissions.Role["EARLY_HELP_PCSO"], "PCSO in early help"),
                            (kinfold.web.access.permissions.Role["ANALYST"], "Partnership analyst"),
                            (kinfold.web.access.permissions.Role["BOARD_CHAIR"], "Board chair"),
                            (kinfold.web.access.permissions.Role["CALDICOTT_GUARDIAN"], "Caldicott Guardian"),
                            (kinfold.web.access.permissions.Role["ACCOUNT_ADMINISTRATOR"], "Account administrator"),
                        ],
                        max_length=40,
                    ),
                ),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "access_membershipevent" ("created_at", "ended_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "started_on", "team_id", "user_id") VALUES (NEW."created_at", NEW."ended_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."started_on", NEW."team_id", NEW."user_id"); RETURN NULL;',
                            hash="1d0becdc4f2f7a29eb40188c5bc50aab37625543",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d2ee0",
                            table="access_membership",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "access_membershipevent" ("created_at", "ended_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "started_on", "team_id", "user_id") VALUES (NEW."created_at", NEW."ended_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."started_on", NEW."team_id", NEW."user_id"); RETURN NULL;',
                            hash="89bb1c923f47808184ef021f21ad28658316a243",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_93cc9",
                            table="access_membership",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "level",
                    models.CharField(
                        choices=[("open", "Open"), ("restricted", "Restricted"), ("sealed", "Sealed")],
                        default="open",
                        max_length=12,
                    ),
                ),
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
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "access_recordevent" ("agency_id", "created_at", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agency_id", NEW."created_at", NEW."id", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="7770fe2825caba44fb53bd81c675506a0dfcfa2a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3bf22",
                            table="access_record",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "access_recordevent" ("agency_id", "created_at", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agency_id", NEW."created_at", NEW."id", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="b752af6fce96f6b847db37a9232ccf7f748cca26",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f23a7",
                            table="access_record",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("reason", models.CharField(max_length=200)),
                ("source_id", models.UUIDField(blank=True, null=True)),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grants", to="access.record"
                    ),
                ),
            ],
            options={
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "access_grantevent" ("created_at", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "source_id", "started_at", "team_id", "user_id") VALUES (NEW."created_at", NEW."ended_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."record_id", NEW."source_id", NEW."started_at", NEW."team_id", NEW."user_id"); RETURN NULL;',
                            hash="a0f0780394efa9a6c2c93daa38014f93c9112da8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1423b",
                            table="access_grant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "access_grantevent" ("created_at", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record_id", "source_id", "started_at", "team_id", "user_id") VALUES (NEW."created_at", NEW."ended_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."record_id", NEW."source_id", NEW."started_at", NEW."team_id", NEW."user_id"); RETURN NULL;',
                            hash="01290c32e4af321f6425c66323b27708ebc76784",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c99f4",
                            table="access_grant",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "level",
                    models.CharField(
                        choices=[("open", "Open"), ("restricted", "Restricted"), ("sealed", "Sealed")],
                        default="open",
                        max_length=12,
                    ),
                ),
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
                        to="access.record",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("name", models.CharField(max_length=255)),
                ("service", models.CharField(max_length=40)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="teams", to="access.agency"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.team",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "indexes": [models.Index(fields=["service"], name="team_by_service")],
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            (kinfold.web.access.permissions.Role["SAFEGUARDING_LEAD"], "Designated Safeguarding Lead"),
                            (
                                kinfold.web.access.permissions.Role["MASH_DECISION_MAKER"],
                                "MASH decision-maker (qualified social worker)",
                            ),
                            (kinfold.web.access.permissions.Role["MASH_MANAGER"], "MASH manager"),
                            (kinfold.web.access.permissions.Role["SOCIAL_WORKER"], "Social worker"),
                            (kinfold.web.access.permissions.Role["SOCIAL_CARE_MANAGER"], "Social care team manager"),
                            (kinfold.web.access.permissions.Role["EARLY_HELP_LEAD"], "Early Help lead professional"),
                            (kinfold.web.access.permissions.Role["EARLY_HELP_MANAGER"], "Early Help manager"),
                            (kinfold.web.access.permissions.Role["EARLY_HELP_PCSO"], "PCSO in early help"),
                            (kinfold.web.access.permissions.Role["ANALYST"], "Partnership analyst"),
                            (kinfold.web.access.permissions.Role["BOARD_CHAIR"], "Board chair"),
                            (kinfold.web.access.permissions.Role["CALDICOTT_GUARDIAN"], "Caldicott Guardian"),
                            (kinfold.web.access.permissions.Role["ACCOUNT_ADMINISTRATOR"], "Account administrator"),
                        ],
                        max_length=40,
                    ),
                ),
                ("started_on", models.DateField()),
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
                        to="access.membership",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="access.team",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="access.team"
            ),
        ),
        migrations.CreateModel(
            name="GrantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("reason", models.CharField(max_length=200)),
                ("source_id", models.UUIDField(blank=True, null=True)),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
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
                        to="access.grant",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="grant",
            name="team",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="grants",
                to="access.team",
            ),
        ),
        migrations.CreateModel(
            name="UserEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("email", models.EmailField(blank=True, max_length=254, null=True)),
                ("name", models.CharField(max_length=300)),
                ("post", models.CharField(blank=True, max_length=500)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("registration_number", models.CharField(blank=True, max_length=48)),
                ("staff_number", models.CharField(blank=True, max_length=48)),
                ("department", models.CharField(blank=True, max_length=100)),
                ("caseload", models.PositiveIntegerField(blank=True, null=True)),
                ("full_time_equivalent", models.FloatField(blank=True, null=True)),
                ("agency_worker", models.BooleanField(blank=True, null=True)),
                ("is_active", models.BooleanField(default=True)),
                ("system", models.BooleanField(default=False)),
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
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True), ("ended_on__gte", models.F("started_on")), _connector="OR"
                ),
                name="membership_in_order",
                violation_error_message="A role must end after it started",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on__isnull", True)), fields=("user", "team", "role"), name="membership_once"
            ),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(fields=["record", "ended_at"], include=("user", "team"), name="grant_by_record"),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(fields=["user", "ended_at"], include=("record",), name="grant_by_user"),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(fields=["team", "ended_at"], include=("record",), name="grant_by_team"),
        ),
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(fields=["source_id"], name="grant_by_source"),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("team__isnull", True), ("user__isnull", False)),
                    models.Q(("team__isnull", False), ("user__isnull", True)),
                    _connector="OR",
                ),
                name="grant_to_one",
                violation_error_message="A grant is to one person or to one team",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_at__isnull", True), ("ended_at__gte", models.F("started_at")), _connector="OR"
                ),
                name="grant_in_order",
                violation_error_message="A grant must end after it started",
            ),
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["User", "Record", "Membership", "Grant"],
        ),
    ]
