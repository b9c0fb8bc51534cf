import django.contrib.postgres.fields
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
            name="ChildWorry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("worry", models.CharField(max_length=40)),
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
                            func='INSERT INTO "mash_childworryevent" ("child_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "worry") VALUES (NEW."child_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."worry"); RETURN NULL;',
                            hash="c6ae574176e43b7abc4b18c87bfbcb7d94a0d3a0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f12d8",
                            table="mash_childworry",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mash_childworryevent" ("child_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "worry") VALUES (NEW."child_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."worry"); RETURN NULL;',
                            hash="daed3b21f2ec1b424eb0266fdc983c335ce525b0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4bdc1",
                            table="mash_childworry",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                ("reference", models.CharField(max_length=20, unique=True)),
                ("received_at", models.DateTimeField(db_index=True)),
                ("channel", models.CharField(max_length=30)),
                ("out_of_hours", models.BooleanField(default=False)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("referrer_name", models.CharField(blank=True, max_length=200)),
                ("referrer_post", models.CharField(blank=True, max_length=200)),
                ("referrer_telephone", models.CharField(blank=True, max_length=40)),
                ("referrer_email", models.EmailField(blank=True, max_length=254)),
                ("source_code", models.CharField(max_length=48)),
                ("source_words", models.CharField(blank=True, max_length=255)),
                ("anonymous", models.BooleanField(default=False)),
                ("from_public", models.BooleanField(default=False)),
                ("purpose", models.CharField(default="safeguarding", max_length=30)),
                ("lawful_basis", models.TextField(blank=True)),
                ("what_happened", models.TextField(blank=True)),
                ("immediate_danger", models.BooleanField(default=False)),
                ("strengths", models.TextField(blank=True)),
                ("parents_informed", models.CharField(default="not_known", max_length=12)),
                ("consent", models.CharField(default="not_known", max_length=12)),
                ("telling_puts_at_risk", models.BooleanField(blank=True, null=True)),
                ("not_told_reason", models.TextField(blank=True)),
                ("not_told_agreed_by", models.CharField(blank=True, max_length=200)),
                ("early_help_assessment_done", models.CharField(default="not_known", max_length=12)),
                ("early_help_assessment_why_not", models.TextField(blank=True)),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("written_words", models.TextField(blank=True)),
                ("rating", models.CharField(blank=True, db_index=True, max_length=6)),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="access.agency",
                    ),
                ),
                (
                    "read_by",
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
                    "referrer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts_sent",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_in_error_at__isnull", True), ("recorded_in_error_by__isnull", True)),
                            models.Q(("recorded_in_error_at__isnull", False), ("recorded_in_error_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="contact_error_is_complete",
                        violation_error_message="Say who recorded the mistake, and when",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mash_contactevent" ("agency_id", "anonymous", "channel", "consent", "created_at", "early_help_assessment_done", "early_help_assessment_why_not", "from_public", "id", "immediate_danger", "lawful_basis", "not_told_agreed_by", "not_told_reason", "out_of_hours", "parents_informed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "rating", "read_at", "read_by_id", "received_at", "record_id", "recorded_in_error_at", "recorded_in_error_by_id", "recorded_in_error_reason", "reference", "referrer_email", "referrer_id", "referrer_name", "referrer_post", "referrer_telephone", "source_code", "source_words", "strengths", "telling_puts_at_risk", "version", "what_happened", "written_at", "written_words") VALUES (NEW."agency_id", NEW."anonymous", NEW."channel", NEW."consent", NEW."created_at", NEW."early_help_assessment_done", NEW."early_help_assessment_why_not", NEW."from_public", NEW."id", NEW."immediate_danger", NEW."lawful_basis", NEW."not_told_agreed_by", NEW."not_told_reason", NEW."out_of_hours", NEW."parents_informed", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."rating", NEW."read_at", NEW."read_by_id", NEW."received_at", NEW."record_id", NEW."recorded_in_error_at", NEW."recorded_in_error_by_id", NEW."recorded_in_error_reason", NEW."reference", NEW."referrer_email", NEW."referrer_id", NEW."referrer_name", NEW."referrer_post", NEW."referrer_telephone", NEW."source_code", NEW."source_words", NEW."strengths", NEW."telling_puts_at_risk", NEW."version", NEW."what_happened", NEW."written_at", NEW."written_words"); RETURN NULL;',
                            hash="cb7fe9244c830747b7179e4d0c52ea3304724838",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a125b",
                            table="mash_contact",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mash_contactevent" ("agency_id", "anonymous", "channel", "consent", "created_at", "early_help_assessment_done", "early_help_assessment_why_not", "from_public", "id", "immediate_danger", "lawful_basis", "not_told_agreed_by", "not_told_reason", "out_of_hours", "parents_informed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "rating", "read_at", "read_by_id", "received_at", "record_id", "recorded_in_error_at", "recorded_in_error_by_id", "recorded_in_error_reason", "reference", "referrer_email", "referrer_id", "referrer_name", "referrer_post", "referrer_telephone", "source_code", "source_words", "strengths", "telling_puts_at_risk", "version", "what_happened", "written_at", "written_words") VALUES (NEW."agency_id", NEW."anonymous", NEW."channel", NEW."consent", NEW."created_at", NEW."early_help_assessment_done", NEW."early_help_assessment_why_not", NEW."from_public", NEW."id", NEW."immediate_danger", NEW."lawful_basis", NEW."not_told_agreed_by", NEW."not_told_reason", NEW."out_of_hours", NEW."parents_informed", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."rating", NEW."read_at", NEW."read_by_id", NEW."received_at", NEW."record_id", NEW."recorded_in_error_at", NEW."recorded_in_error_by_id", NEW."recorded_in_error_reason", NEW."reference", NEW."referrer_email", NEW."referrer_id", NEW."referrer_name", NEW."referrer_post", NEW."referrer_telephone", NEW."source_code", NEW."source_words", NEW."strengths", NEW."telling_puts_at_risk", NEW."version", NEW."what_happened", NEW."written_at", NEW."written_words"); RETURN NULL;',
                            hash="aad4ed093f201adc6d757ceceb6c83a7e95961f9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dc0d3",
                            table="mash_contact",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactChild",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("described_forename", models.CharField(blank=True, max_length=255)),
                ("described_surname", models.CharField(blank=True, max_length=255)),
                ("described_born_on", models.DateField(blank=True, null=True)),
                ("described_expected_on", models.DateField(blank=True, null=True)),
                ("described_age", models.CharField(blank=True, max_length=40)),
                ("described_sex", models.CharField(blank=True, max_length=20)),
                ("described_address", models.TextField(blank=True)),
                ("described_postcode", models.CharField(blank=True, max_length=15)),
                ("described_school", models.CharField(blank=True, max_length=200)),
                ("described_parents", models.TextField(blank=True)),
                ("upn", models.CharField(blank=True, max_length=13)),
                ("nhs_number", models.CharField(blank=True, max_length=10)),
                ("first_language", models.CharField(blank=True, max_length=40)),
                ("interpreter_needed", models.BooleanField(blank=True, null=True)),
                ("communication_needs", models.TextField(blank=True)),
                ("disability_or_send", models.TextField(blank=True)),
                ("own_words", models.TextField(blank=True)),
                ("matched_at", models.DateTimeField(blank=True, null=True)),
                ("ward", models.CharField(blank=True, max_length=60)),
                ("open_to", models.CharField(default="none", max_length=20)),
                ("threshold_version", models.CharField(blank=True, max_length=20)),
                (
                    "indicators_of_need",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("tier", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("decision", models.CharField(blank=True, max_length=30)),
                ("outcome_flags", models.JSONField(blank=True, default=dict)),
                ("rationale", models.TextField(blank=True)),
                ("signposted_to", models.CharField(blank=True, max_length=200)),
                ("other_authority", models.CharField(blank=True, max_length=200)),
                ("decided_at", models.DateTimeField(blank=True, db_index=True, null=True)),
                ("needs_agreement", models.BooleanField(default=False)),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                ("returned_at", models.DateTimeField(blank=True, null=True)),
                ("returned_reason", models.TextField(blank=True)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="children", to="mash.contact"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matched_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
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
                    "returned_by",
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
                "indexes": [
                    models.Index(fields=["person", "-decided_at"], name="contact_child_by_person"),
                    models.Index(
                        condition=models.Q(("agreed_at__isnull", True), ("needs_agreement", True)),
                        fields=["decided_at"],
                        name="contact_child_to_agree",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("matched_at__isnull", True), ("matched_by__isnull", True)),
                            models.Q(("matched_at__isnull", False), ("matched_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="contact_child_match_is_complete",
                        violation_error_message="A moment needs the person who acted, and the person a moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_at__isnull", True), ("agreed_by__isnull", True)),
                            models.Q(("agreed_at__isnull", False), ("agreed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="contact_child_agreement_is_complete",
                        violation_error_message="A moment needs the person who acted, and the person a moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("returned_at__isnull", True), ("returned_by__isnull", True)),
                            models.Q(("returned_at__isnull", False), ("returned_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="contact_child_return_is_complete",
                        violation_error_message="A moment needs the person who acted, and the person a moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("decision", "")),
                            models.Q(models.Q(("decision", ""), _negated=True), ("decided_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="contact_child_decision_is_complete",
                        violation_error_message="A decision needs a moment, and a moment a decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_by__isnull", True),
                            models.Q(("agreed_by", models.F("decided_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="contact_child_agreed_by_another",
                        violation_error_message="A second person must agree, not the one who decided",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mash_contactchildevent" ("agreed_at", "agreed_by_id", "communication_needs", "contact_id", "created_at", "decided_at", "decided_by_id", "decision", "described_address", "described_age", "described_born_on", "described_expected_on", "described_forename", "described_parents", "described_postcode", "described_school", "described_sex", "described_surname", "disability_or_send", "first_language", "id", "indicators_of_need", "interpreter_needed", "matched_at", "matched_by_id", "needs_agreement", "nhs_number", "open_to", "other_authority", "outcome_flags", "own_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "record_id", "returned_at", "returned_by_id", "returned_reason", "signposted_to", "threshold_version", "tier", "upn", "version", "ward") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."communication_needs", NEW."contact_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."described_address", NEW."described_age", NEW."described_born_on", NEW."described_expected_on", NEW."described_forename", NEW."described_parents", NEW."described_postcode", NEW."described_school", NEW."described_sex", NEW."described_surname", NEW."disability_or_send", NEW."first_language", NEW."id", NEW."indicators_of_need", NEW."interpreter_needed", NEW."matched_at", NEW."matched_by_id", NEW."needs_agreement", NEW."nhs_number", NEW."open_to", NEW."other_authority", NEW."outcome_flags", NEW."own_words", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rationale", NEW."record_id", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."signposted_to", NEW."threshold_version", NEW."tier", NEW."upn", NEW."version", NEW."ward"); RETURN NULL;',
                            hash="a4ed31549da70267be6c9e61246ba55cea6ee4b7",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fbcfb",
                            table="mash_contactchild",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mash_contactchildevent" ("agreed_at", "agreed_by_id", "communication_needs", "contact_id", "created_at", "decided_at", "decided_by_id", "decision", "described_address", "described_age", "described_born_on", "described_expected_on", "described_forename", "described_parents", "described_postcode", "described_school", "described_sex", "described_surname", "disability_or_send", "first_language", "id", "indicators_of_need", "interpreter_needed", "matched_at", "matched_by_id", "needs_agreement", "nhs_number", "open_to", "other_authority", "outcome_flags", "own_words", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "record_id", "returned_at", "returned_by_id", "returned_reason", "signposted_to", "threshold_version", "tier", "upn", "version", "ward") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."communication_needs", NEW."contact_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."described_address", NEW."described_age", NEW."described_born_on", NEW."described_expected_on", NEW."described_forename", NEW."described_parents", NEW."described_postcode", NEW."described_school", NEW."described_sex", NEW."described_surname", NEW."disability_or_send", NEW."first_language", NEW."id", NEW."indicators_of_need", NEW."interpreter_needed", NEW."matched_at", NEW."matched_by_id", NEW."needs_agreement", NEW."nhs_number", NEW."open_to", NEW."other_authority", NEW."outcome_flags", NEW."own_words", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rationale", NEW."record_id", NEW."returned_at", NEW."returned_by_id", NEW."returned_reason", NEW."signposted_to", NEW."threshold_version", NEW."tier", NEW."upn", NEW."version", NEW."ward"); RETURN NULL;',
                            hash="4651bffdb806a0f4a6474336e28983aa314b5016",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_90fa1",
                            table="mash_contactchild",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChildWorryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("worry", models.CharField(max_length=40)),
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
                        to="mash.childworry",
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
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mash.contactchild",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="childworry",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="worries", to="mash.contactchild"
            ),
        ),
        migrations.CreateModel(
            name="ContactChildEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("described_forename", models.CharField(blank=True, max_length=255)),
                ("described_surname", models.CharField(blank=True, max_length=255)),
                ("described_born_on", models.DateField(blank=True, null=True)),
                ("described_expected_on", models.DateField(blank=True, null=True)),
                ("described_age", models.CharField(blank=True, max_length=40)),
                ("described_sex", models.CharField(blank=True, max_length=20)),
                ("described_address", models.TextField(blank=True)),
                ("described_postcode", models.CharField(blank=True, max_length=15)),
                ("described_school", models.CharField(blank=True, max_length=200)),
                ("described_parents", models.TextField(blank=True)),
                ("upn", models.CharField(blank=True, max_length=13)),
                ("nhs_number", models.CharField(blank=True, max_length=10)),
                ("first_language", models.CharField(blank=True, max_length=40)),
                ("interpreter_needed", models.BooleanField(blank=True, null=True)),
                ("communication_needs", models.TextField(blank=True)),
                ("disability_or_send", models.TextField(blank=True)),
                ("own_words", models.TextField(blank=True)),
                ("matched_at", models.DateTimeField(blank=True, null=True)),
                ("ward", models.CharField(blank=True, max_length=60)),
                ("open_to", models.CharField(default="none", max_length=20)),
                ("threshold_version", models.CharField(blank=True, max_length=20)),
                (
                    "indicators_of_need",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("tier", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("decision", models.CharField(blank=True, max_length=30)),
                ("outcome_flags", models.JSONField(blank=True, default=dict)),
                ("rationale", models.TextField(blank=True)),
                ("signposted_to", models.CharField(blank=True, max_length=200)),
                ("other_authority", models.CharField(blank=True, max_length=200)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("needs_agreement", models.BooleanField(default=False)),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                ("returned_at", models.DateTimeField(blank=True, null=True)),
                ("returned_reason", models.TextField(blank=True)),
                (
                    "agreed_by",
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
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mash.contact",
                    ),
                ),
                (
                    "decided_by",
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
                    "matched_by",
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
                        to="mash.contactchild",
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
                    "returned_by",
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
            name="ContactDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("answers", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contact_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contact",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft",
                        to="mash.contact",
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("recorded_in_error_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_in_error_reason", models.TextField(blank=True)),
                ("reference", models.CharField(max_length=20)),
                ("received_at", models.DateTimeField()),
                ("channel", models.CharField(max_length=30)),
                ("out_of_hours", models.BooleanField(default=False)),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("referrer_name", models.CharField(blank=True, max_length=200)),
                ("referrer_post", models.CharField(blank=True, max_length=200)),
                ("referrer_telephone", models.CharField(blank=True, max_length=40)),
                ("referrer_email", models.EmailField(blank=True, max_length=254)),
                ("source_code", models.CharField(max_length=48)),
                ("source_words", models.CharField(blank=True, max_length=255)),
                ("anonymous", models.BooleanField(default=False)),
                ("from_public", models.BooleanField(default=False)),
                ("purpose", models.CharField(default="safeguarding", max_length=30)),
                ("lawful_basis", models.TextField(blank=True)),
                ("what_happened", models.TextField(blank=True)),
                ("immediate_danger", models.BooleanField(default=False)),
                ("strengths", models.TextField(blank=True)),
                ("parents_informed", models.CharField(default="not_known", max_length=12)),
                ("consent", models.CharField(default="not_known", max_length=12)),
                ("telling_puts_at_risk", models.BooleanField(blank=True, null=True)),
                ("not_told_reason", models.TextField(blank=True)),
                ("not_told_agreed_by", models.CharField(blank=True, max_length=200)),
                ("early_help_assessment_done", models.CharField(default="not_known", max_length=12)),
                ("early_help_assessment_why_not", models.TextField(blank=True)),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("written_words", models.TextField(blank=True)),
                ("rating", models.CharField(blank=True, max_length=6)),
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
                        to="mash.contact",
                    ),
                ),
                (
                    "read_by",
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
                    "referrer",
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
            name="Feedback",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("words", models.TextField(blank=True)),
                ("acknowledgement_only", models.BooleanField(default=False)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "contact",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feedback", to="mash.contact"
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
                        condition=models.Q(("sent_by__isnull", True), ("sent_at__isnull", False), _connector="OR"),
                        name="feedback_sender_has_moment",
                        violation_error_message="Say when the feedback was sent",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mash_feedbackevent" ("acknowledgement_only", "contact_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "sent_at", "sent_by_id", "version", "words") VALUES (NEW."acknowledgement_only", NEW."contact_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."sent_at", NEW."sent_by_id", NEW."version", NEW."words"); RETURN NULL;',
                            hash="ddc2f014d6d58399e07cfffe93a0930464dc7b48",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b8633",
                            table="mash_feedback",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mash_feedbackevent" ("acknowledgement_only", "contact_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "sent_at", "sent_by_id", "version", "words") VALUES (NEW."acknowledgement_only", NEW."contact_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."sent_at", NEW."sent_by_id", NEW."version", NEW."words"); RETURN NULL;',
                            hash="d183196e43d7131aca11f00fc37f0bc4647f35e4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4ff3a",
                            table="mash_feedback",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("words", models.TextField(blank=True)),
                ("acknowledgement_only", models.BooleanField(default=False)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mash.contact",
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
                        to="mash.feedback",
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
                    "sent_by",
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
            name="Rating",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("rating", models.CharField(max_length=6)),
                ("rated_at", models.DateTimeField()),
                ("reason", models.TextField(blank=True)),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="mash.contact"
                    ),
                ),
                (
                    "rated_by",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rating__in", ["red", "amber", "green"])),
                        name="rating_is_known",
                        violation_error_message="Rate the contact red, amber or green",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "mash_ratingevent" ("contact_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_at", "rated_by_id", "rating", "reason", "record_id") VALUES (NEW."contact_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rated_at", NEW."rated_by_id", NEW."rating", NEW."reason", NEW."record_id"); RETURN NULL;',
                            hash="d96aa31704a8ab2f3d9cf2ad716c2b6fb6dc6fc6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f3cfe",
                            table="mash_rating",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "mash_ratingevent" ("contact_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rated_at", "rated_by_id", "rating", "reason", "record_id") VALUES (NEW."contact_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rated_at", NEW."rated_by_id", NEW."rating", NEW."reason", NEW."record_id"); RETURN NULL;',
                            hash="1042cb85e91c0de3b1e3fae6c1fb92ff76523b9f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1c9b9",
                            table="mash_rating",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RatingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("rating", models.CharField(max_length=6)),
                ("rated_at", models.DateTimeField()),
                ("reason", models.TextField(blank=True)),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="mash.contact",
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
                        to="mash.rating",
                    ),
                ),
                (
                    "rated_by",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="childworry",
            constraint=models.UniqueConstraint(fields=("child", "worry"), name="worry_once_a_child"),
        ),
        kinfold.web.core.triggers.InstallTriggers(
            model_names=["Contact", "ContactChild", "ChildWorry", "Feedback", "Rating"],
        ),
    ]
