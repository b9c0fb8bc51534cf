"""Which part may use which, in Python's imports and in Django's foreign keys alike."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.source import ROOT, named, project, tree, under

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def height_of_parts() -> dict[str, int]:
    """How high each part of the web application stands, the lowest at 0, as the import contract says."""
    contracts = {contract["name"]: contract for contract in project()["tool"]["importlinter"]["contracts"]}
    layers = contracts["Inside web, highest first"]["layers"]
    return {part: height for height, line in enumerate(reversed(layers)) for part in line.split(" | ")}


def foreign_keys_in_words() -> list[tuple[Path, int, str, str]]:
    """Each relation whose target is written as a string: file, line, the part it is in, the part it points to."""
    found = []
    for path in under("kinfold"):
        parts = path.relative_to(ROOT).parts
        if parts[:2] != ("kinfold", "web") or "migrations" in parts:
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", None)) in RELATIONS:
                target = node.args[0] if node.args else next((k.value for k in node.keywords if k.arg == "to"), None)
                if isinstance(target, ast.Constant) and isinstance(target.value, str) and "." in target.value:
                    found.append((path, node.lineno, parts[2], target.value.split(".")[0]))
    return found


def test_the_import_contracts_hold():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-6000:]


def test_foreign_keys_point_only_at_the_same_part_or_a_lower_one():
    heights = height_of_parts()
    assert [
        f"{named(path)}:{line} {part} points up or sideways at {target}"
        for path, line, part, target in foreign_keys_in_words()
        if target in heights and part != target and heights[target] >= heights[part]
    ] == []


@pytest.mark.parametrize("contract", ["The parts, highest first", "Inside web, highest first"])
def test_a_new_part_must_take_its_place_among_the_others(contract):
    contracts = {entry["name"]: entry for entry in project()["tool"]["importlinter"]["contracts"]}
    assert contracts[contract]["exhaustive"] is True
