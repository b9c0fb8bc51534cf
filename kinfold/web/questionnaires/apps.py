"""How Django knows this part."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "kinfold.web.questionnaires"
    label = "questionnaires"
