"""What a spec is written with: a table for each subject, and the figure that comes of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kinfold.dataset.tables import TABLES
from kinfold.indicators.engine.backends import Engine
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.periods import period
from kinfold.indicators.scorecard import drill_down, scorecard
from tests.indicators.drawn import DrawnDataset

AS_AT = date(2025, 6, 30)
KEPT_SINCE = date(2020, 4, 1)
APRIL_TO_JUNE = "2024-25-Q1"

Draw = Callable[[str], None]


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def drawn(tmp_path: Path) -> DrawnDataset:
    return DrawnDataset(tmp_path / "dataset", kept_since=KEPT_SINCE)


def _drawing(name: str) -> Callable[[DrawnDataset], Draw]:
    @pytest.fixture(name=name)
    def draw(drawn: DrawnDataset) -> Draw:
        return lambda text: drawn.draw(name, text)

    return draw


# Every table of the dataset can be drawn by the fixture of its name.
globals().update({declared.name: _drawing(declared.name) for declared in TABLES})


@pytest.fixture(params=["duckdb", pytest.param("spark", marks=pytest.mark.spark)])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.param


@pytest.fixture
def figures(drawn: DrawnDataset, cache_folder: Path, engine: Engine) -> Callable[..., list[Figure]]:
    """Every figure of one indicator, or of several, for a period."""

    def of(
        *indicators: Indicator,
        in_period: str = APRIL_TO_JUNE,
        by: str | None = None,
        as_at: date = AS_AT,
        audience: str = "practice",
    ) -> list[Figure]:
        folder = drawn.write()
        return scorecard(
            folder,
            [period(in_period)],
            [by] if by else [],
            audience,  # type: ignore[arg-type]
            engine,
            as_at=as_at,
            indicators=indicators,
            cache_folder=cache_folder,
        )

    return of


@pytest.fixture
def count(figures: Callable[..., list[Figure]]) -> Callable[..., float | None]:
    """The value for the whole."""

    def of(indicator: Indicator, in_period: str = APRIL_TO_JUNE, **given: date) -> float | None:
        return figures(indicator, in_period=in_period, **given)[0].value

    return of


@pytest.fixture
def counts(figures: Callable[..., list[Figure]]) -> Callable[..., list[float | None]]:
    """The values for the whole of indicators that are counted in the same rows, in their order."""

    def of(*indicators: Indicator, **given: object) -> list[float | None]:
        return [figure.value for figure in figures(*indicators, **given)]

    return of


@pytest.fixture
def share(figures: Callable[..., list[Figure]]) -> Callable[..., tuple[int | None, int | None]]:
    """Numerator and denominator for the whole."""

    def of(indicator: Indicator, in_period: str = APRIL_TO_JUNE, **given: date) -> tuple[int | None, int | None]:
        whole = figures(indicator, in_period=in_period, **given)[0]
        return whole.numerator, whole.denominator

    return of


@pytest.fixture
def shares(figures: Callable[..., list[Figure]]) -> Callable[..., list[tuple[int | None, int | None]]]:
    """Numerator and denominator of each indicator, in their order."""

    def of(*indicators: Indicator, **given: object) -> list[tuple[int | None, int | None]]:
        return [(figure.numerator, figure.denominator) for figure in figures(*indicators, **given)]

    return of


@pytest.fixture
def statuses_of(figures: Callable[..., list[Figure]]) -> Callable[..., list[str]]:
    """Whether each indicator has a figure for the whole, and why not."""

    def of(*indicators: Indicator, **given: object) -> list[str]:
        return [figure.status for figure in figures(*indicators, **given)]

    return of


@pytest.fixture
def groups(figures: Callable[..., list[Figure]]) -> Callable[..., dict[str | None, float | None]]:
    """The values that are not nought, by group."""

    def of(
        indicator: Indicator, by: str, in_period: str = APRIL_TO_JUNE, **given: date
    ) -> dict[str | None, float | None]:
        found = figures(indicator, in_period=in_period, by=by, **given)
        return {figure.group: figure.value for figure in found if figure.by == by and figure.value}

    return of


@pytest.fixture
def behind(drawn: DrawnDataset, cache_folder: Path) -> Callable[..., list[str]]:
    """The keys that drilling down lists."""

    def of(indicator: Indicator, in_period: str = APRIL_TO_JUNE, by: str | None = None, group: str | None = None,
           as_at: date = AS_AT) -> list[str]:  # fmt: skip
        folder = drawn.write()
        return drill_down(folder, indicator.key, period(in_period), by, group, as_at=as_at, cache_folder=cache_folder)

    return of
