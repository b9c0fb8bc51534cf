"""A duty says what its report covers, and the boards are brought up to their file."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from kinfold.web.partnership import strategy


def load(apps, schema_editor):
    strategy.load(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("partnership", "0006_every_priority_has_its_strategy"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="duty",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="duty",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="priority",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="priority",
            name="update_update",
        ),
        migrations.RemoveField(
            model_name="priority",
            name="reported",
        ),
        migrations.RemoveField(
            model_name="priorityevent",
            name="reported",
        ),
        migrations.AddField(
            model_name="duty",
            name="covers",
            field=models.JSONField(default=list, verbose_name="Covers"),
        ),
        migrations.AddField(
            model_name="duty",
            name="shape",
            field=models.CharField(
                choices=[
                    ("progress", "Indicators, actions, what goes well and what needs to improve"),
                    ("annual", "Annual report, in chapters"),
                    ("needs", "Needs assessment, in chapters"),
                ],
                default="progress",
                max_length=10,
                verbose_name="Shape",
            ),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="covers",
            field=models.JSONField(default=list, verbose_name="Covers"),
        ),
        migrations.AddField(
            model_name="dutyevent",
            name="shape",
            field=models.CharField(
                choices=[
                    ("progress", "Indicators, actions, what goes well and what needs to improve"),
                    ("annual", "Annual report, in chapters"),
                    ("needs", "Needs assessment, in chapters"),
                ],
                default="progress",
                max_length=10,
                verbose_name="Shape",
            ),
        ),
        migrations.AlterField(
            model_name="duty",
            name="cycle",
            field=models.CharField(
                choices=[
                    ("quarterly", "Every quarter"),
                    ("termly", "Every school term"),
                    ("six_monthly", "Every six months"),
                    ("yearly", "Every year"),
                    ("as_it_comes", "As it comes"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="dutyevent",
            name="cycle",
            field=models.CharField(
                choices=[
                    ("quarterly", "Every quarter"),
                    ("termly", "Every school term"),
                    ("six_monthly", "Every six months"),
                    ("yearly", "Every year"),
                    ("as_it_comes", "As it comes"),
                ],
                max_length=12,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_dutyevent" ("board_id", "covers", "created_at", "cycle", "ended_on", "goes_to", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shape", "source", "title", "version") VALUES (NEW."board_id", NEW."covers", NEW."created_at", NEW."cycle", NEW."ended_on", NEW."goes_to", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."shape", NEW."source", NEW."title", NEW."version"); RETURN NULL;',
                    hash="a0bc6448ec71666c606439c0dce4eca0d5718e59",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_56aac",
                    table="partnership_duty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partnership_dutyevent" ("board_id", "covers", "created_at", "cycle", "ended_on", "goes_to", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shape", "source", "title", "version") VALUES (NEW."board_id", NEW."covers", NEW."created_at", NEW."cycle", NEW."ended_on", NEW."goes_to", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."shape", NEW."source", NEW."title", NEW."version"); RETURN NULL;',
                    hash="4613b1e1434a0c016f3ae555a8723d48672a7c45",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_05010",
                    table="partnership_duty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="priority",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partnership_priorityevent" ("board_id", "created_at", "ends_on", "id", "indicators", "key", "kind", "measures", "note", "number", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "slips", "spine", "starts_on", "status", "strategy_id", "title", "updated_on", "version", "vision") VALUES (NEW."board_id", NEW."created_at", NEW."ends_on", NEW."id", NEW."indicators", NEW."key", NEW."kind", NEW."measures", NEW."note", NEW."number", NEW."owner_post", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."short", NEW."slips", NEW."spine", NEW."starts_on", NEW."status", NEW."strategy_id", NEW."title", NEW."updated_on", NEW."version", NEW."vision"); RETURN NULL;',
                    hash="737792ec2f1b5a4872cee2cb122efe9af891def4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_773bd",
                    table="partnership_priority",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="priority",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partnership_priorityevent" ("board_id", "created_at", "ends_on", "id", "indicators", "key", "kind", "measures", "note", "number", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "slips", "spine", "starts_on", "status", "strategy_id", "title", "updated_on", "version", "vision") VALUES (NEW."board_id", NEW."created_at", NEW."ends_on", NEW."id", NEW."indicators", NEW."key", NEW."kind", NEW."measures", NEW."note", NEW."number", NEW."owner_post", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."short", NEW."slips", NEW."spine", NEW."starts_on", NEW."status", NEW."strategy_id", NEW."title", NEW."updated_on", NEW."version", NEW."vision"); RETURN NULL;',
                    hash="b07cd166875475291e8671864ff9b4541a73b56c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ff774",
                    table="partnership_priority",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
