"""The SQL that turns the dataset's rows into a model's, and back, written from the maps."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import models
from django.db.models.fields import NOT_PROVIDED
from django.db.models.fields.json import JSONField

from kinfold.dataset.declarations import Field
from kinfold.dataset.tables import table as declared
from kinfold.web.exchange.mapping import ModelLoad, TableMap


def load_query(load: ModelLoad, now: datetime) -> str:
    """DuckDB SQL whose columns are the model's, in the model's order."""
    return "\nUNION ALL BY NAME ".join(_from_base(load, base, now) for base in load.bases)


def columns(model: type[models.Model]) -> list[str]:
    return [field.column for field in model._meta.concrete_fields if field.column]


def _from_base(load: ModelLoad, base: TableMap, now: datetime) -> str:
    additions = load.additions(base)
    sources = {
        name: (table_map, column) for table_map in (base, *additions) for column, name in table_map.fields.items()
    }
    sources |= {name: (base, column) for column, name in base.fields.items()}
    picked = []
    for field in load.django_model._meta.concrete_fields:
        if field.name in load.computed:
            expression = load.computed[field.name]
        elif field.name in base.constants:
            expression = f"'{base.constants[field.name]}'"
        elif field.name in sources:
            table_map, column = sources[field.name]
            expression = _to_model(table_map.table, declared(table_map.table).field(column), field)
        else:
            expression = _default(field, now)
        picked.append(f'{expression} AS "{field.column}"')
    joins = " ".join(
        f"LEFT JOIN {other.table} ON {other.table}.{other.key} = {base.table}.{base.key}" for other in additions
    )
    return f"SELECT {', '.join(picked)} FROM {base.table} {joins} {load.joins}"


def _to_model(table: str, source: Field, field: models.Field) -> str:
    column = f"{table}.{source.name}"
    if isinstance(field, models.BooleanField):
        known = f"CASE {column} WHEN 'Y' THEN true WHEN 'N' THEN false END"
        return known if field.null else f"coalesce({known}, false)"
    if isinstance(field, models.DateTimeField):
        return column  # naive times are read as London's, instants carry their zone
    if isinstance(field, models.DateField):
        return f"CAST({column} AS date)"
    if isinstance(field, JSONField):
        return f"coalesce({column}, '{{}}')"
    if isinstance(field, (models.CharField, models.TextField)) and not field.null:
        return f"coalesce({column}, '{_default_text(field)}')"
    return column


def _default_text(field: models.Field) -> str:
    return "" if field.default is NOT_PROVIDED else str(field.get_default())


def _default(field: models.Field, now: datetime) -> str:
    if isinstance(field, models.DateTimeField) and not field.null:
        return f"TIMESTAMPTZ '{now.isoformat()}'"
    if field.primary_key:
        return "uuid()"
    value: object
    if field.default is NOT_PROVIDED and field.db_default is not NOT_PROVIDED:
        value = field.db_default  # Django's own default would be an expression, which is no value
    else:
        value = None if field.null and field.default is NOT_PROVIDED else field.get_default()
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return "'{}'"
    if isinstance(value, (dict, UUID)):
        return "'{}'"
    if not isinstance(value, (str, date, Decimal)):
        raise TypeError(f"{field}: {value!r} is no value that can be loaded")
    return f"'{value}'"


def extract_query(table_map: TableMap) -> str:
    """PostgreSQL SQL whose columns are the dataset's, in the dataset's order."""
    model = table_map.django_model
    picked, joins = [], []
    for field in declared(table_map.table).fields:
        if field.name in table_map.derived:
            expression = table_map.derived[field.name]
        else:
            source = model._meta.get_field(table_map.fields[field.name])
            assert isinstance(source, models.Field)  # no map reads a relation from its other end
            expression = _to_dataset(field, source)
            if isinstance(source, models.ForeignKey) and source.related_model._meta.label == "people.Person":
                joins.append(_in_use(source.column))
                expression = f'coalesce("used_{source.column}".merged_into_id, {expression})'
        picked.append(f'{expression} AS "{field.name}"')
    table = f'"{model._meta.db_table}" AS m {" ".join(joins)}'
    return f"SELECT {', '.join(picked)} FROM {table} WHERE {table_map.rows}"


def _in_use(column: str) -> str:
    """Two records of one person are one in the dataset: what names the other names the one in use."""
    used = f'"used_{column}"'
    return f'LEFT JOIN people_person AS {used} ON {used}.id = m."{column}" AND {used}.merged_into_id IS NOT NULL'


def _to_dataset(target: Field, field: models.Field) -> str:
    column = f'm."{field.column}"'
    if isinstance(field, models.BooleanField):
        return f"CASE {column} WHEN true THEN 'Y' WHEN false THEN 'N' END"
    if isinstance(field, models.DateTimeField) and target.type == "datetime_local":
        return f"{column} AT TIME ZONE 'Europe/London'"
    if isinstance(field, JSONField):
        return f"nullif({column}, '{{}}'::jsonb)"
    if isinstance(field, (models.CharField, models.TextField)):
        return f"nullif({column}, '')"
    return column
