"""What a load of the dataset wrote where nobody had moved away: the name of a default, and no words of anybody."""

from django.db import migrations

FORGET = """
    UPDATE people_person
    SET moved_to = CASE WHEN moved_to LIKE '<django.db.models.expressions.DatabaseDefault%' THEN '' ELSE moved_to END,
        passed_on = CASE WHEN passed_on LIKE '<django.db.models.expressions.DatabaseDefault%' THEN '' ELSE passed_on END
    WHERE moved_to LIKE '<django.db.models.expressions.DatabaseDefault%'
       OR passed_on LIKE '<django.db.models.expressions.DatabaseDefault%'
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0007_lives")]

    operations = [
        migrations.RunSQL(
            [
                "ALTER TABLE people_person DISABLE TRIGGER USER",  # nobody changed anything: history keeps no row of it
                FORGET,
                FORGET.replace("people_person", "people_personevent"),
                "ALTER TABLE people_person ENABLE TRIGGER USER",
            ],
            migrations.RunSQL.noop,
        )
    ]
