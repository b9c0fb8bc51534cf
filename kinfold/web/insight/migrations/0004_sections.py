"""A report becomes one that a board owes for a period, and its remarks sections that authors are asked for."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import kinfold.web.core.ids

_BEFORE = "ALTER TABLE insight_report DISABLE TRIGGER USER"
_AFTER = "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE insight_report ENABLE TRIGGER USER"
_SECTIONS = "; ".join(
    f"""UPDATE insight_{table} SET key = part, author_id = written_by_id,
    position = CASE part WHEN 'going_well' THEN 1 ELSE 2 END,
    title = CASE part WHEN 'going_well' THEN 'What is going well' ELSE 'What needs to improve' END,
    state = CASE text WHEN '' THEN 'to_write' ELSE 'draft' END"""  # noqa: S608
    for table in ("section", "sectionevent")
)


def give_duties(apps, schema_editor):
    """A quarterly report on a priority becomes one of its board's duties; where none asks for it, a new one does."""
    Report, Event = apps.get_model("insight", "Report"), apps.get_model("insight", "ReportEvent")
    Priority, Duty = apps.get_model("partnership", "Priority"), apps.get_model("partnership", "Duty")
    for priority in Priority.objects.filter(pk__in=Report.objects.values("priority")):
        covers = [f"{priority.strategy.document} {priority.number}"]
        duties = Duty.objects.filter(board=priority.board)
        duty = duties.filter(cycle="quarterly", covers=covers).first() or Duty.objects.create(
            board=priority.board, number=duties.count() + 1, cycle="quarterly", covers=covers,
            title=f"Quarterly report on Priority {priority.number}",
        )  # fmt: skip
        Report.objects.filter(priority=priority).update(duty=duty)
        Event.objects.filter(priority=priority).update(duty=duty)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_roles"),
        ("insight", "0003_public_files"),
        ("partnership", "0007_what_a_duty_covers"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="report",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="report",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="remark",
            name="not_once_published",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="remark",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="remark",
            name="update_update",
        ),
        migrations.RenameModel("Remark", "Section"),
        migrations.RenameModel("RemarkEvent", "SectionEvent"),
        migrations.RenameField("Section", "author", "written_by"),
        migrations.RenameField("SectionEvent", "author", "written_by"),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kinfold.web.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("text", models.TextField(verbose_name="Comment")),
                ("written_at", models.DateTimeField()),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["written_at"],
            },
        ),
        migrations.CreateModel(
            name="CommentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=kinfold.web.core.ids.new_id, editable=False, serialize=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("text", models.TextField(verbose_name="Comment")),
                ("written_at", models.DateTimeField()),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="section",
            options={"ordering": ["position"]},
        ),
        migrations.RemoveConstraint(
            model_name="report",
            name="report_once",
        ),
        migrations.RemoveConstraint(
            model_name="section",
            name="remark_once",
        ),
        migrations.AddField(
            model_name="report",
            name="duty",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.duty"
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="working_record",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.record"
            ),
        ),
        migrations.AddField(
            model_name="reportevent",
            name="duty",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partnership.duty",
            ),
        ),
        migrations.AddField(
            model_name="reportevent",
            name="working_record",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="access.record",
            ),
        ),
        migrations.AddField(
            model_name="section",
            name="author",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="To be written by",
            ),
        ),
        migrations.AddField(
            model_name="section",
            name="chased_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="section",
            name="key",
            field=models.SlugField(default="", max_length=80),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="section",
            name="position",
            field=models.PositiveSmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="section",
            name="state",
            field=models.CharField(
                choices=[("to_write", "To write"), ("draft", "Being written"), ("ready", "Ready")],
                default="to_write",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="section",
            name="title",
            field=models.CharField(default="", max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="section",
            name="under",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="sectionevent",
            name="author",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="To be written by",
            ),
        ),
        migrations.AddField(
            model_name="sectionevent",
            name="chased_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="sectionevent",
            name="key",
            field=models.SlugField(db_index=False, default="", max_length=80),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="sectionevent",
            name="position",
            field=models.PositiveSmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="sectionevent",
            name="state",
            field=models.CharField(
                choices=[("to_write", "To write"), ("draft", "Being written"), ("ready", "Ready")],
                default="to_write",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="sectionevent",
            name="title",
            field=models.CharField(default="", max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="sectionevent",
            name="under",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AlterField(
            model_name="frozenfile",
            name="form",
            field=models.CharField(
                choices=[
                    ("html", "Web page"),
                    ("pdf", "PDF"),
                    ("docx", "Word"),
                    ("xlsx", "Excel annex"),
                    ("zip", "Data as CSV"),
                ],
                max_length=4,
            ),
        ),
        migrations.AlterField(
            model_name="section",
            name="part",
            field=models.CharField(
                choices=[
                    ("going_well", "What is going well"),
                    ("needs_to_improve", "What needs to improve"),
                    ("chapter", "Chapter"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="section",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="sections", to="insight.report"
            ),
        ),
        migrations.AlterField(
            model_name="section",
            name="text",
            field=models.TextField(blank=True, verbose_name="Text"),
        ),
        migrations.AlterField(
            model_name="section",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="Written by",
            ),
        ),
        migrations.AlterField(
            model_name="section",
            name="written_on",
            field=models.DateField(blank=True, null=True, verbose_name="Written on"),
        ),
        migrations.AlterField(
            model_name="sectionevent",
            name="part",
            field=models.CharField(
                choices=[
                    ("going_well", "What is going well"),
                    ("needs_to_improve", "What needs to improve"),
                    ("chapter", "Chapter"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="sectionevent",
            name="text",
            field=models.TextField(blank=True, verbose_name="Text"),
        ),
        migrations.AlterField(
            model_name="sectionevent",
            name="written_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="Written by",
            ),
        ),
        migrations.AlterField(
            model_name="sectionevent",
            name="written_on",
            field=models.DateField(blank=True, null=True, verbose_name="Written on"),
        ),
        migrations.RunSQL(_BEFORE, migrations.RunSQL.noop),
        migrations.RunSQL(_SECTIONS, migrations.RunSQL.noop),
        migrations.RunPython(give_duties, migrations.RunPython.noop),
        migrations.RunSQL(_AFTER, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name="report",
            name="priority",
        ),
        migrations.RemoveField(
            model_name="reportevent",
            name="priority",
        ),
        migrations.AlterField(
            model_name="report",
            name="duty",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.duty"
            ),
        ),
        migrations.AlterField(
            model_name="reportevent",
            name="duty",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partnership.duty",
            ),
        ),
        migrations.AlterField(
            model_name="section",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="To be written by",
            ),
        ),
        migrations.AlterField(
            model_name="sectionevent",
            name="author",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="To be written by",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "insight_reportevent" ("circulation", "created_at", "duty_id", "fingerprint", "id", "marking", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_by_id", "prepared_on", "published_at", "release_id", "signed_off_by_id", "value", "version", "working_record_id") VALUES (NEW."circulation", NEW."created_at", NEW."duty_id", NEW."fingerprint", NEW."id", NEW."marking", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prepared_by_id", NEW."prepared_on", NEW."published_at", NEW."release_id", NEW."signed_off_by_id", NEW."value", NEW."version", NEW."working_record_id"); RETURN NULL;',
                    hash="444393dcb6a90988b3148509381b761d7f7c6252",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f01cb",
                    table="insight_report",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "insight_reportevent" ("circulation", "created_at", "duty_id", "fingerprint", "id", "marking", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_by_id", "prepared_on", "published_at", "release_id", "signed_off_by_id", "value", "version", "working_record_id") VALUES (NEW."circulation", NEW."created_at", NEW."duty_id", NEW."fingerprint", NEW."id", NEW."marking", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prepared_by_id", NEW."prepared_on", NEW."published_at", NEW."release_id", NEW."signed_off_by_id", NEW."value", NEW."version", NEW."working_record_id"); RETURN NULL;',
                    hash="b769be08509044f950da7d5a69afbdd982bcba19",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_701aa",
                    table="insight_report",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="not_once_published",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (SELECT FROM insight_report WHERE id = NEW.report_id AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'A published report is never changed';\n    END IF;\n    RETURN NEW;\n",
                    hash="3454fcc851385fb78322a240ed1bcbbdbd68037d",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_not_once_published_56895",
                    table="insight_section",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "insight_sectionevent" ("author_id", "chased_on", "created_at", "id", "key", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "report_id", "state", "text", "title", "under", "version", "written_by_id", "written_on") VALUES (NEW."author_id", NEW."chased_on", NEW."created_at", NEW."id", NEW."key", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."report_id", NEW."state", NEW."text", NEW."title", NEW."under", NEW."version", NEW."written_by_id", NEW."written_on"); RETURN NULL;',
                    hash="e769be9ec7eb8f0ef2ac5499be02b8bb85a1b30e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_45858",
                    table="insight_section",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="section",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "insight_sectionevent" ("author_id", "chased_on", "created_at", "id", "key", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "report_id", "state", "text", "title", "under", "version", "written_by_id", "written_on") VALUES (NEW."author_id", NEW."chased_on", NEW."created_at", NEW."id", NEW."key", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."report_id", NEW."state", NEW."text", NEW."title", NEW."under", NEW."version", NEW."written_by_id", NEW."written_on"); RETURN NULL;',
                    hash="3d7b18574fb19a8c27f9db2816b3d1d301542187",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c9c8d",
                    table="insight_section",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("duty", "period"),
                name="report_once",
                violation_error_message="There is a report for this period already",
            ),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=models.UniqueConstraint(fields=("report", "key"), name="section_once"),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("written_by__isnull", True), ("written_on__isnull", True)),
                    models.Q(("written_by__isnull", False), ("written_on__isnull", False)),
                    _connector="OR",
                ),
                name="section_written_by_somebody",
                violation_error_message="A moment needs the person who acted, and the person a moment",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="Written by",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="resolved_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="section",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="insight.section"
            ),
        ),
        migrations.AddField(
            model_name="commentevent",
            name="author",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="Written by",
            ),
        ),
        migrations.AddField(
            model_name="commentevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="commentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="insight.comment",
            ),
        ),
        migrations.AddField(
            model_name="commentevent",
            name="resolved_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="commentevent",
            name="section",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="insight.section",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("resolved_at__isnull", True), ("resolved_by__isnull", True)),
                    models.Q(("resolved_at__isnull", False), ("resolved_by__isnull", False)),
                    _connector="OR",
                ),
                name="comment_resolved_by_somebody",
                violation_error_message="A moment needs the person who acted, and the person a moment",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "insight_commentevent" ("author_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolved_at", "resolved_by_id", "section_id", "text", "version", "written_at") VALUES (NEW."author_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."resolved_at", NEW."resolved_by_id", NEW."section_id", NEW."text", NEW."version", NEW."written_at"); RETURN NULL;',
                    hash="d6568ea0877128e3c74610653d8489c47e17ea59",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6a24c",
                    table="insight_comment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "insight_commentevent" ("author_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolved_at", "resolved_by_id", "section_id", "text", "version", "written_at") VALUES (NEW."author_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."resolved_at", NEW."resolved_by_id", NEW."section_id", NEW."text", NEW."version", NEW."written_at"); RETURN NULL;',
                    hash="1cdac8eb73c6d4f8d8ace81add310efcdc67b530",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1cf36",
                    table="insight_comment",
                    when="AFTER",
                ),
            ),
        ),
    ]
