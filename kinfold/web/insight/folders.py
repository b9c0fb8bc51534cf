"""Where a release's files stand: the extract it was counted from, and the rows behind its figures."""

import shutil
from pathlib import Path
from urllib.parse import quote, urlsplit
from uuid import UUID

from django.conf import settings
from django.db import connection


def all_releases() -> Path:
    """Of this database; the files hold what children live with, so only the server's own user may enter."""
    folder: Path = settings.RELEASES / str(connection.settings_dict["NAME"])
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def of(release: UUID) -> Path:
    return all_releases() / str(release)


def dataset(release: UUID) -> Path:
    return of(release) / "dataset"


def numerators(release: UUID) -> Path:
    return of(release) / "numerators"


def remove_all_but(kept: set[UUID]) -> None:
    names = {str(pk) for pk in kept}
    for folder in all_releases().iterdir():
        if folder.name not in names:
            shutil.rmtree(folder)


def extract_url() -> str:
    """This very database, as the role that reads everything and changes nothing."""
    role = urlsplit(settings.ENV.urls["extract"])
    place = connection.settings_dict
    who = role.netloc.rpartition("@")[0]
    host = quote(str(place["HOST"]), safe="")
    return f"postgresql://{who}@{host}:{place['PORT']}/{quote(str(place['NAME']))}"
