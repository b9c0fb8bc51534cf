"""The `kinfold` command: one function per verb, which imports what it needs only when it is called.

What a verb reports goes to stdout (with --json one object a line and nothing else); progress and errors go to stderr.
It ends with 0 when done, 1 when the data or the surroundings are at fault, 2 when the command was misused.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import typer
from typer.core import TyperGroup

from kinfold.cli_database import Database, database


class PlainErrors(TyperGroup):
    """Says what is missing and how to mend it, in a sentence and not in a traceback."""

    def invoke(self, ctx: Any) -> Any:  # the type is click's or typer's own, by version
        try:
            return super().invoke(ctx)
        except RuntimeError as error:
            from kinfold.web.config.postgres_server import DatabaseUnavailable

            if not isinstance(error, DatabaseUnavailable):
                raise
            typer.echo(str(error), err=True)
            raise typer.Exit(1) from error


app = typer.Typer(
    name="kinfold",
    cls=PlainErrors,
    help="The shared system of a local safeguarding children partnership.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback without variables, which can hold a child's details
)
app.add_typer(database, name="database")
demo = typer.Typer(help="An imaginary city at work on this machine.", no_args_is_help=True)
app.add_typer(demo, name="demo")
dataset = typer.Typer(help="Files of the Standard Safeguarding Dataset; needs no database.", no_args_is_help=True)
app.add_typer(dataset, name="dataset")

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on stdout, and nothing else there.")]
Folder = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="The dataset's folder.")]


# ── serving ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@app.command()
def serve(
    port: int = 8000,
    host: str = "127.0.0.1",
    workers: Annotated[int, typer.Option(help="Processes that answer requests; each uses one core.")] = 2,
    name: Database = "kinfold",
) -> None:
    """Run the web application and its background jobs, as a role that row security holds."""
    from kinfold.web.config import server

    raise typer.Exit(server.serve(name=name, host=host, port=port, workers=workers))


# ── the database and the dataset ────────────────────────────────────────────────────────────────────────────────────


@app.command()
def migrate(name: Database = "kinfold") -> None:
    """Make the tables as the owner, and give each its row security and privileges."""
    from kinfold.web.config import commands

    raise typer.Exit(commands.migrate(name=name))


@app.command()
def load(directory: Folder, name: Database = "kinfold", as_json: Json = False) -> None:
    """Read a dataset into an empty database: all of it, or nothing."""
    from kinfold.web.config import commands

    raise typer.Exit(commands.load(directory, name=name, as_json=as_json))


@app.command()
def extract(
    out: Annotated[Path, typer.Option(help="Where the dataset goes. One that is there is replaced.")],
    name: Database = "kinfold",
    as_json: Json = False,
) -> None:
    """Write the dataset of this moment, with the practice values in force."""
    from kinfold.web.config import commands

    raise typer.Exit(commands.extract(out, name=name, as_json=as_json))


@app.command()
def personas(name: Database = "kinfold") -> None:
    """Give the demonstration's personas an account each, and the work of somebody in the imaginary city."""
    from kinfold.web.config import commands

    raise typer.Exit(commands.personas(name=name))


@app.command()
def figures(name: Database = "kinfold", as_json: Json = False) -> None:
    """Work out every figure of the scorecard from the records of this moment."""
    from kinfold.web.config import commands

    raise typer.Exit(commands.figures(name=name, as_json=as_json))


@demo.command("start")
def demo_start(port: int = 8000, name: Database = "kinfold") -> None:
    """From nothing to a running partnership; quick when it has been done before."""
    from kinfold.web.config import demo

    demo.start(name=name, port=port)


@demo.command("fill-returns")
def demo_fill_returns(name: Database = "kinfold") -> None:
    """Fill in the agencies' returns with invented figures, by the same steps as the agencies would."""
    from kinfold.web.config import commands

    raise typer.Exit(commands.fill_returns(name=name))


@demo.command("fill-work")
def demo_fill_work(name: Database = "kinfold") -> None:
    """Give everybody their day: agencies asked, a police file taken in, plans shared, services entered."""
    from kinfold.web.config import commands

    raise typer.Exit(commands.fill_work(name=name))


@demo.command("stop")
def demo_stop() -> None:
    """Stop the demo's server and database; nothing in it is lost."""
    from kinfold.web.config import demo

    demo.stop()


# ── the dataset ─────────────────────────────────────────────────────────────────────────────────────────────────────

FileFormat = Annotated[Literal["ssd-csv", "parquet"], typer.Option("--format", help="The kind of file in the folder.")]


@dataset.command("check")
def dataset_check(directory: Folder, format: FileFormat, as_json: Json = False) -> None:
    """Say, by row and column, everything that is wrong with a folder of files."""
    from kinfold.dataset import commands

    raise typer.Exit(commands.check(directory, format, today=_today(), as_json=as_json))


@dataset.command("import")
def dataset_import(
    directory: Folder,
    format: FileFormat,
    out: Annotated[Path, typer.Option(help="Where the new dataset goes. One that is there is replaced.")],
    as_json: Json = False,
) -> None:
    """Check a folder of files and make a dataset of it: all of it, or nothing where anything is wrong."""
    from kinfold.dataset import commands

    raise typer.Exit(commands.import_(directory, out, format, today=_today(), as_json=as_json))


# ── the imaginary city ──────────────────────────────────────────────────────────────────────────────────────────────


@app.command("city")
def city(
    out: Annotated[Path, typer.Option(help="Where the dataset goes. One that is there is replaced.")],
    children: Annotated[int, typer.Option(min=1, help="Aged 0 to 17, living in the city on the last day.")] = 41_639,
    years: Annotated[int, typer.Option(min=1, max=12, help="Before the quarter that holds the last day.")] = 5,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same city.")] = 1,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last day; else yesterday.")] = None,
    as_json: Json = False,
) -> None:
    """Make an imaginary Portsmouth and what happened to its children, as a dataset; describes nobody."""
    from kinfold.city import commands

    last_day = until.date() if until else _today() - timedelta(days=1)
    raise typer.Exit(commands.make(children, years, seed, last_day, out, as_json=as_json))


# ── indicators ──────────────────────────────────────────────────────────────────────────────────────────────────────


@app.command("scorecard")
def scorecard(
    dataset: Annotated[Path, typer.Option(exists=True, file_okay=False, help="The dataset's folder.")],
    period: Annotated[list[str] | None, typer.Option(help="2024-25-Q1, 2024-25-Q1-YTD or 2024-25; repeatable.")] = None,
    quarters: Annotated[int | None, typer.Option(min=1, help="The last complete ones.")] = None,
    year_to_date: Annotated[bool, typer.Option("--year-to-date", help="And the year to date of each quarter.")] = False,
    by: Annotated[
        list[str] | None, typer.Option(help="ward, deprivation, agency, age_band, sex, ethnicity, disability or tier.")
    ] = None,
    all_breakdowns: Annotated[bool, typer.Option("--all-breakdowns", help="Every breakdown of each.")] = False,
    audience: Annotated[Literal["practice", "board", "public"], typer.Option(help="Who will read it.")] = "board",
    board_counts: Annotated[
        Literal["shown", "suppressed"], typer.Option(help="Small numbers in a board's closed papers.")
    ] = "shown",
    rounding: Annotated[
        bool, typer.Option("--rounding", help="For the public: 1 to 7 hidden, everything else to the nearest 5.")
    ] = False,
    earlier: Annotated[
        list[Path] | None,
        typer.Option(
            exists=True, dir_okay=False, help="What the same readers were given before, by --json; repeatable."
        ),
    ] = None,
    engine: Annotated[Literal["duckdb", "spark"], typer.Option(help="What does the counting.")] = "duckdb",
    as_json: Json = False,
) -> None:
    """Every indicator's figures, computed from a dataset's files; needs no database."""
    from kinfold.indicators import commands
    from kinfold.indicators.engine.breakdowns import BREAKDOWNS

    raise typer.Exit(
        commands.report(
            dataset,
            keys=period or [],
            quarters=quarters,
            with_year_to_date=year_to_date,
            by=list(BREAKDOWNS) if all_breakdowns else by or [],
            audience=audience,
            board_counts=board_counts,
            public_counts="rounded" if rounding else "suppressed",
            earlier=earlier or [],
            engine=engine,
            as_json=as_json,
            today=_today(),
        )
    )


@app.command("indicators")
def indicators(as_json: Json = False) -> None:
    """What is counted, how it is defined, and in which documents it is reported."""
    from kinfold.indicators import commands

    raise typer.Exit(commands.catalogue(as_json=as_json))


@app.command("report")
def report(
    dataset: Annotated[Path, typer.Option(exists=True, file_okay=False, help="The dataset's folder.")],
    board: Annotated[str, typer.Option(help="early-help, corporate-parenting …; an unknown one lists them.")],
    period: Annotated[str, typer.Option(help="The quarter that the report ends with, such as 2024-25-Q1.")],
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder for the report; made if it is not there.")],
    marking: Annotated[str, typer.Option(help="Protective marking.")] = "OFFICIAL-SENSITIVE",
    audience: Annotated[Literal["practice", "board", "public"], typer.Option(help="Who will read it.")] = "board",
    engine: Annotated[Literal["duckdb", "spark"], typer.Option(help="What does the counting.")] = "duckdb",
    as_json: Json = False,
) -> None:
    """A board's report as web page, PDF, Word, Excel and CSV, from a dataset's files; needs no database."""
    from kinfold.reports import commands

    raise typer.Exit(
        commands.report(
            dataset, board=board, key=period, out=out, marking=marking, audience=audience, engine=engine,
            as_json=as_json, today=_today(),
        )
    )  # fmt: skip


@app.command("spc")
def spc(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV with series, value and fix_after.")],
    as_json: Json = False,
) -> None:
    """Mean, limits and special causes of any values over time, to check a process chart with."""
    from kinfold.indicators.comparison import commands

    raise typer.Exit(commands.spc(file, as_json=as_json))


def _today() -> date:
    """The day in London."""
    return datetime.now(ZoneInfo("Europe/London")).date()


if __name__ == "__main__":
    app()
