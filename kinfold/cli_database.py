"""The verbs of `kinfold database`, which import what they need only when they are called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Database = Annotated[str, typer.Option("--name", envvar="KINFOLD_DATABASE", help="The database's name.")]

database = typer.Typer(help="This checkout's own PostgreSQL server.", no_args_is_help=True)


@database.command("start")
def database_start(
    name: Database = "kinfold",
) -> None:
    """Start the private server where none is supplied, and make sure that the database is there."""
    from kinfold.web.config import cluster

    cluster.start()
    cluster.ensure_database(name)
    typer.echo(f"The database {name} is ready.", err=True)


@database.command("stop")
def database_stop() -> None:
    """Stop the private server; nothing in it is lost."""
    from kinfold.web.config import cluster

    cluster.stop()


@database.command("remove")
def database_remove(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete the private server and everything in it, to begin from nothing."""
    from kinfold.web.config import cluster

    if not yes:
        typer.confirm("This deletes every database of this checkout's own server. Go on?", abort=True, err=True)
    cluster.remove()


@database.command("url")
def database_url(
    role: Annotated[str, typer.Argument(help="owner, app, extract or backup")] = "app",
    name: Database = "kinfold",
) -> None:
    """The address of the database for a role, with its password: for psql and pg_dump, never for a log."""
    from kinfold.web.config import cluster

    addresses = cluster.urls(name)
    if role not in addresses:
        raise typer.BadParameter(f"there is no address for {role}; choose from {', '.join(addresses)}")
    typer.echo(addresses[role])


@database.command("backup")
def database_backup(file: Annotated[Path, typer.Argument(dir_okay=False)], name: Database = "kinfold") -> None:
    """Write everything into one file, as of one moment. It holds children's records: encrypt it before it leaves."""
    from kinfold.web.config.backup import backup

    backup(name=name, file=file)
    typer.echo(f"Everything in {name} is now in {file}.", err=True)


@database.command("restore")
def database_restore(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)], name: Database = "kinfold"
) -> None:
    """Read a backup into a database that is still empty; all of it or nothing."""
    from kinfold.web.config.backup import restore

    restore(name=name, file=file)
    typer.echo(f"Everything in {file} is now in {name}.", err=True)
