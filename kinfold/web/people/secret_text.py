"""No row that names a family keeps its secret address: the database itself refuses to save what would give it away.

Every table bound to a record carries the trigger, from the models themselves, so that no page can forget to ask.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from kinfold.web.access.models import Record, User
from kinfold.web.access.row_security import record_bound_models
from kinfold.web.audit import events
from kinfold.web.core.sensitivity import LOCATION, sensitivities

FUNCTIONS = ("search.sql", "likely.sql", "confidential.sql", "secret_text.sql")
CONSTRAINT = "no_secret_address"
SHORTEST_PROSE = 100  # shorter columns hold codes and numbers
GIVES_IT_AWAY = (
    "This seems to say where the family lives, and that must stay secret. Take out the street and the postcode."
)
Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


class SecretAddressWritten(ValidationError):
    """``column`` is where the address was written."""

    def __init__(self, column: str) -> None:
        super().__init__(GIVES_IT_AWAY, code="secret_address")
        self.column = column


def apply(connection: BaseDatabaseWrapper) -> None:
    """Writes the database's functions as they now stand, and gives every table its trigger. Safe to run again."""
    with connection.cursor() as cursor:
        for name in FUNCTIONS:
            cursor.execute(Path(__file__).with_name(name).read_text(encoding="utf-8"))
        for model, columns in guarded().items():
            table, further = model._meta.db_table, getattr(model, "people_named", "")
            statement = sql.SQL(
                "CREATE OR REPLACE TRIGGER {} BEFORE INSERT OR UPDATE ON {} FOR EACH ROW "
                "EXECUTE FUNCTION people_no_secret_address({}, {})"
            )
            names = (sql.Identifier(CONSTRAINT), sql.Identifier(table))
            cursor.execute(statement.format(*names, sql.Literal(" ".join(columns)), sql.Literal(further)))


def guarded() -> dict[type[models.Model], list[str]]:
    """Each table that names a family and holds prose ▶ the columns that do. Where an address belongs, it may stand."""
    found = {model: _prose(model) for model in record_bound_models() if not hasattr(model, "pgh_tracked_model")}
    return {model: columns for model, columns in found.items() if columns}


def refusing(by: User | None) -> Callable[..., Any]:
    """For ``connection.execute_wrapper``: the database's refusal becomes words beside the box, and is written down."""

    def refuse(execute: Execute, statement: str, values: Any, many: bool, context: dict[str, Any]) -> Any:
        try:
            return execute(statement, values, many, context)
        except IntegrityError as refused:
            said = getattr(refused.__cause__, "diag", None)
            if said is None or said.constraint_name != CONSTRAINT:
                raise
            about = Record(pk=UUID(said.message_detail))
            details = {"table": said.table_name, "column": said.column_name}
            events.refuse("refused.secret_address_written", by=by, about=about, details=details)
            raise SecretAddressWritten(said.column_name or "") from refused

    return refuse


def _prose(model: type[models.Model]) -> list[str]:
    known = sensitivities(model)
    return [
        field.attname
        for field in model._meta.concrete_fields
        if known.get(field.name) != LOCATION
        and not field.choices
        and (
            isinstance(field, models.TextField)
            or (isinstance(field, models.CharField) and (field.max_length or 0) >= SHORTEST_PROSE)
        )
    ]
