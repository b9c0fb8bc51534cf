"""A disability that was recorded by mistake, or is over, is dated: nothing is deleted."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0005_search_and_secret_addresses"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="disability",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="disability",
            name="update_update",
        ),
        migrations.AddField(
            model_name="disability",
            name="no_longer_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="disabilityevent",
            name="no_longer_on",
            field=models.DateField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disability",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disability",
            trigger=pgtrigger.compiler.Trigger(
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
        ),
    ]
