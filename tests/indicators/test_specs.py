"""Every indicator has its spec: a table drawn as text, counted on every engine and shown in the manual."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine.definition import Indicator

SPECS = sorted(path.stem for path in (Path(__file__).parents[1] / "spec").glob("test_*.py"))


def counted_in(spec: str) -> list[str]:
    """The indicators that a spec names; one it doesn't use it cannot name, for no import may stand unused."""
    return [one.key for named in vars(import_module(f"tests.spec.{spec}")).values() for one in _indicators(named)]


def _indicators(named: object) -> Iterator[Indicator]:
    for one in named if isinstance(named, tuple) else (named,):
        if isinstance(one, Indicator):
            yield one


def test_every_indicator_has_a_spec():
    with_spec = {key for spec in SPECS for key in counted_in(spec)}
    assert BY_KEY.keys() == with_spec, "Write the spec of a new indicator in tests/spec."


@pytest.mark.parametrize("spec", SPECS)
def test_every_spec_is_of_an_indicator(spec: str):
    assert counted_in(spec)
