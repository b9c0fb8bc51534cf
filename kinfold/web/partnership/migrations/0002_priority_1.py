"""The Early Help Board and Priority 1 with its six actions, none of them said to have begun."""

from django.db import migrations

from kinfold.web.partnership.files.putting import key_of

CHAIR = "Director of Children, Families and Education"
ACTIONS = (
    "Review and implement Multi-Agency Early Help strategy",
    "Review Thresholds Document indicators across all tiers",
    "Review early help pathways; embed Family Support process in universal settings",
    "Adequate relational and restorative training (multi and single agency)",
    "Embedded pathway across first 1001 days",
    "Evidence-based interventions for local need",
)


def load(apps, schema_editor):
    """Said here whole: the files that Kinfold comes with fill tables that a later migration makes."""
    board, _ = apps.get_model("partnership", "Board").objects.get_or_create(
        key="early_help_board",
        defaults={"id": key_of("early_help_board"), "name": "Early Help Board", "chair_post": CHAIR},
    )
    priority, _ = apps.get_model("partnership", "Priority").objects.get_or_create(
        key="priority_1",
        defaults={
            "id": key_of("priority_1"),
            "number": 1,
            "title": "Needs are found at the earliest point, and children and families get early help that works",
            "strategy": "Multi-Agency Safeguarding Strategy 2023-26",
            "board": board,
        },
    )
    for place, action in enumerate(ACTIONS, 1):
        apps.get_model("partnership", "StrategyAction").objects.get_or_create(
            priority=priority,
            number=f"1.{place}",
            defaults={
                "id": key_of(f"priority_1/1.{place}"),
                "action": action,
                "owner_post": f"{CHAIR}, as chair of the Early Help Board",
            },
        )


class Migration(migrations.Migration):
    dependencies = [("partnership", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
