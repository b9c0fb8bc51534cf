"""The manual's page of examples: every spec's tables and what comes of them, as the tests themselves have it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

HERE = Path(__file__).parent
_WRITTEN_BY = "<!-- Written by `python -m tests.spec.manual docs/reference/indicators`; do not edit by hand. -->"


def page() -> str:
    lines = [
        "# Indicators by example",
        "",
        _WRITTEN_BY,
        "",
        "Each example is a test: these tables were counted, and this came of it. Unless an example says otherwise the",
        "period is April to June 2024, and the data are known to the end of June 2025.",
    ]
    for path in sorted(HERE.glob("test_*.py")):
        lines += ["", *_spec(ast.parse(path.read_text(encoding="utf-8")))]
    return "\n".join([*lines, ""])


def _spec(module: ast.Module) -> Iterator[str]:
    tables = {
        statement.targets[0].id: statement.value.value
        for statement in module.body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.targets[0], ast.Name)
        and isinstance(statement.value, ast.Constant)
    }
    yield f"## {(ast.get_docstring(module) or '').removesuffix('.')}"
    for test in module.body:
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
            yield from ("", f"### {_sentence(test.name)}", "", "```text")
            for statement in test.body:
                yield from _lines(statement, tables)
            yield "```"


def _lines(statement: ast.stmt, tables: dict[str, object]) -> Iterator[str]:
    if not isinstance(statement, ast.Expr) or not isinstance(statement.value, ast.Call):
        yield ast.unparse(statement)
        return
    call = statement.value
    drawn = call.args[-1]
    text = tables.get(drawn.id) if isinstance(drawn, ast.Name) else getattr(drawn, "value", None)
    if not isinstance(text, str) or "\n" not in text:
        yield ast.unparse(statement)
        return
    first = call.args[0]
    called = call.func.id if isinstance(call.func, ast.Name) else getattr(first, "value", "")
    yield from (str(called), dedent(text).strip("\n").rstrip(), "")


def _sentence(name: str) -> str:
    words = name.removeprefix("test_").replace("_s_", "’s ").replace("_", " ")
    return words[0].upper() + words[1:]


if __name__ == "__main__":
    (Path(sys.argv[1]) / "examples.md").write_text(page(), encoding="utf-8")
