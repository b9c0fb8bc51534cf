from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("safeguarding_lead", "Designated Safeguarding Lead"),
                    ("mash_decision_maker", "MASH decision-maker (qualified social worker)"),
                    ("mash_manager", "MASH manager"),
                    ("social_worker", "Social worker"),
                    ("social_care_manager", "Social care team manager"),
                    ("early_help_lead", "Early Help lead professional"),
                    ("early_help_manager", "Early Help manager"),
                    ("early_help_pcso", "PCSO in early help"),
                    ("analyst", "Partnership analyst"),
                    ("board_chair", "Board chair"),
                    ("caldicott_guardian", "Caldicott Guardian"),
                    ("account_administrator", "Account administrator"),
                ],
                max_length=40,
            ),
        ),
        migrations.AlterField(
            model_name="membershipevent",
            name="role",
            field=models.CharField(
                choices=[
                    ("safeguarding_lead", "Designated Safeguarding Lead"),
                    ("mash_decision_maker", "MASH decision-maker (qualified social worker)"),
                    ("mash_manager", "MASH manager"),
                    ("social_worker", "Social worker"),
                    ("social_care_manager", "Social care team manager"),
                    ("early_help_lead", "Early Help lead professional"),
                    ("early_help_manager", "Early Help manager"),
                    ("early_help_pcso", "PCSO in early help"),
                    ("analyst", "Partnership analyst"),
                    ("board_chair", "Board chair"),
                    ("caldicott_guardian", "Caldicott Guardian"),
                    ("account_administrator", "Account administrator"),
                ],
                max_length=40,
            ),
        ),
    ]
