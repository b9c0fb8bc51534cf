"""What a deadline is of, where that is no person."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0001_initial"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="deadline",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="deadline",
            name="update_update",
        ),
        migrations.AddField(
            model_name="deadline",
            name="subject",
            field=models.CharField(blank=True, db_default="", max_length=400),
        ),
        migrations.AddField(
            model_name="deadlineevent",
            name="subject",
            field=models.CharField(blank=True, db_default="", max_length=400),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "deadlines_deadlineevent" ("about_id", "about_kind", "created_at", "due_at", "id", "kind", "met_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "rule", "started_at", "subject", "team_id", "user_id", "withdrawn_at") VALUES (NEW."about_id", NEW."about_kind", NEW."created_at", NEW."due_at", NEW."id", NEW."kind", NEW."met_at", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."rule", NEW."started_at", NEW."subject", NEW."team_id", NEW."user_id", NEW."withdrawn_at"); RETURN NULL;',
                    hash="29537e45e02e1ea3bb6fad907f05774f163eb119",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_76ec5",
                    table="deadlines_deadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "deadlines_deadlineevent" ("about_id", "about_kind", "created_at", "due_at", "id", "kind", "met_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "rule", "started_at", "subject", "team_id", "user_id", "withdrawn_at") VALUES (NEW."about_id", NEW."about_kind", NEW."created_at", NEW."due_at", NEW."id", NEW."kind", NEW."met_at", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."rule", NEW."started_at", NEW."subject", NEW."team_id", NEW."user_id", NEW."withdrawn_at"); RETURN NULL;',
                    hash="31a59d75eea149eec0f9c66cc9e067ac048ec0a8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9629b",
                    table="deadlines_deadline",
                    when="AFTER",
                ),
            ),
        ),
    ]
