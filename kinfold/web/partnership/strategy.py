"""The strategies and boards that Kinfold comes with, read from the files beside this one."""

from importlib import resources

from django.apps.registry import Apps

from kinfold.indicators.asked import boards
from kinfold.web.partnership.files.putting import put
from kinfold.web.partnership.files.reading import read
from kinfold.web.partnership.files.values import Held

BOARDS = "boards"
STRATEGIES = ("trust_plan", "safeguarding", "young_people", "pcso", "annual_report")


def load(apps: Apps) -> None:
    """What is there is brought up to the files; what people have said of it stays."""
    for name in (BOARDS, *STRATEGIES):
        put(shipped(name), apps)


def shipped(name: str) -> Held:
    return read(text_of(name))


def text_of(name: str) -> str:
    """That of the boards stands with the measures they are reported on, which are counted without a database too."""
    if name == BOARDS:
        return boards.text()
    return resources.files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
