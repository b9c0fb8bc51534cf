"""The strategy's boards, priorities and actions, read from the file that holds its words."""

import tomllib
from importlib import resources
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.apps.registry import Apps


def load(apps: Apps) -> None:
    """Adds what is not there yet and changes nothing that is: standings belong to the board, not to the file."""
    told = _told()
    boards = {}
    for row in told["board"]:
        boards[row["key"]], _ = apps.get_model("partnership", "Board").objects.get_or_create(
            key=row["key"], defaults={"id": _id(row["key"]), **row}
        )
    for row in told["priority"]:
        owner, actions = row.pop("owner_post"), row.pop("actions")
        row["board"] = boards[row["board"]]
        priority, _ = apps.get_model("partnership", "Priority").objects.get_or_create(
            key=row["key"], defaults={"id": _id(row["key"]), **row}
        )
        for number, words in actions:
            apps.get_model("partnership", "StrategyAction").objects.get_or_create(
                priority=priority,
                number=number,
                defaults={"id": _id(f"{row['key']}/{number}"), "action": words, "owner_post": owner},
            )


def _told() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("strategy.toml").read_text(encoding="utf-8"))


def _id(name: str) -> UUID:
    """The same row has the same key in every partnership."""
    return uuid5(NAMESPACE_URL, f"https://kinfold.example/strategy/{name}")
