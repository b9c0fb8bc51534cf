"""How a first migration installs the triggers of the tables that it has just made."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class InstallTriggers(Operation):
    """Installs every trigger that these models already declare in the migration's own state.

    pgtrigger's AddTrigger adds one trigger to the state and has Django build the model and all its neighbours again,
    which for a history of every table is most of the time that the tables take. Here the state is left as it is.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_names: Sequence[str]) -> None:
        self.model_names = model_names

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Nothing changes: CreateModel's options have named the triggers."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for trigger in self._triggers(app_label, to_state):
            schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for trigger in self._triggers(app_label, to_state):
            schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self) -> str:
        return f"Install the triggers of {', '.join(self.model_names)}"

    def _triggers(self, app_label: str, state: ProjectState) -> list[Any]:
        return [
            trigger
            for name in self.model_names
            for trigger in state.models[app_label, name.lower()].options.get("triggers", ())
        ]
