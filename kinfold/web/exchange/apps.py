"""How Django knows this part."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "kinfold.web.exchange"
    label = "exchange"
