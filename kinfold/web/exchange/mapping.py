"""What a map between the dataset and the database is: one value a table, read both ways."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.db import models


@dataclass(frozen=True)
class TableMap:
    """One table of the dataset and the model that holds its rows.

    ``fields``: dataset column ▶ model field, read both ways. ``derived``: dataset column ▶ SQL over the model's row
    (alias ``m``), written only, because the database knows it by other means. ``rows``: which of the model's rows the
    table has. ``constants``: what the model's fields are for every row of this table. ``adds_to``: this table only adds
    columns to rows that another table brings.
    """

    table: str
    model: str
    fields: Mapping[str, str]
    derived: Mapping[str, str] = field(default_factory=dict)
    rows: str = "true"
    constants: Mapping[str, str] = field(default_factory=dict)
    adds_to: str | None = None

    @property
    def django_model(self) -> type[models.Model]:
        return apps.get_model(self.model)

    @property
    def key(self) -> str:
        """The dataset column that is the row's key."""
        return next(column for column, name in self.fields.items() if name == "id")


@dataclass(frozen=True)
class ModelLoad:
    """How a model's rows are made from the dataset.

    ``computed``: model field ▶ SQL over the joined dataset tables (each under its own name), for what no column says.
    ``stays``: model field ▶ why it does not travel; its value at load is the field's default.
    ``joins``: further SQL joins that ``computed`` uses.
    """

    model: str
    maps: tuple[TableMap, ...]
    computed: Mapping[str, str] = field(default_factory=dict)
    stays: Mapping[str, str] = field(default_factory=dict)
    joins: str = ""

    @property
    def django_model(self) -> type[models.Model]:
        return apps.get_model(self.model)

    @property
    def bases(self) -> tuple[TableMap, ...]:
        return tuple(table_map for table_map in self.maps if table_map.adds_to is None)

    def additions(self, base: TableMap) -> tuple[TableMap, ...]:
        return tuple(other for other in self.maps if other.adds_to in (base.table, "*"))
