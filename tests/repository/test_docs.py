"""The documents agree with the code: their links lead somewhere, and the commands they name exist."""

import re
from pathlib import Path

import pytest
import typer.main

from kinfold.cli import app
from tests.repository.source import ROOT, files, named

PAGES = [path for path in files() if path.suffix == ".md"]
DECISIONS = [path for path in PAGES if path.parent.name == "decisions" and re.match(r"\d{4}-", path.name)]
COMMANDS = ROOT / "docs" / "reference" / "commands.md"

A_VERB = re.compile(r"(?:^|[\s/`])(kinfold(?: [a-z]+(?:-[a-z]+)*){1,2})(?![\w-])", flags=re.MULTILINE)


def verbs(command=None, words=("kinfold",)):
    """Every verb of the command line with the first line of what its help says."""
    command = command or typer.main.get_command(app)
    for name, one in sorted(command.commands.items()):
        if hasattr(one, "commands"):
            yield from verbs(one, (*words, name))
        else:
            yield " ".join((*words, name)), (one.help or "").strip().split("\n\n")[0].replace("\n", " ")


def code_in(page: Path) -> str:
    """What a page shows as code: indented, fenced or between backticks."""
    text = page.read_text(encoding="utf-8")
    fenced = re.findall(r"^```[^\n]*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^(?: {4}|\t)(.*)$", text, flags=re.MULTILINE)
    return "\n".join([*fenced, *indented, *re.findall(r"`([^`\n]+)`", text)])


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page):
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        aim = (page.parent / path).resolve() if path else page
        if not aim.exists() or (anchor and aim.suffix == ".md" and anchor not in anchors(aim)):
            broken.append(target)
    assert broken == []


def test_every_page_can_be_reached_from_the_index():
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.exists():
            continue
        reached.add(page)
        links = re.findall(r"\]\(([^)#\s:]+)", page.read_text(encoding="utf-8"))
        waiting += [(page.parent / link).resolve() for link in links]
    assert [named(page) for page in PAGES if ROOT / "docs" in page.parents and page not in reached] == []


def test_the_readme_shows_the_real_thing_and_says_what_is_on_each_picture():
    shown = re.findall(r"^!\[(.*)\]\((docs/pictures/\S+\.png)\)$", (ROOT / "README.md").read_text(), flags=re.MULTILINE)
    assert shown
    for says, picture in shown:
        assert len(says) > 80, picture
        assert (ROOT / picture).stat().st_size < 200_000, picture
    assert {ROOT / picture for _, picture in shown} == {path for path in files() if path.suffix == ".png"}


def test_the_make_commands_that_the_documents_name_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert {"demo", "test", "install", "check", "bench", "bench-large", "stop"} <= targets
    for page in PAGES:
        assert set(re.findall(r"\bmake ([a-z]+(?:-[a-z]+)*)", code_in(page))) <= targets, named(page)


def test_the_kinfold_verbs_that_the_documents_name_exist():
    known = {verb for verb, _ in verbs()}
    groups = {" ".join(verb.split()[:2]) for verb in known if verb.count(" ") == 2}
    for page in PAGES:
        for words in A_VERB.findall(code_in(page)):
            one_word = " ".join(words.split()[:2])
            assert words in known or one_word in known or one_word in groups, f"{named(page)}: {words}"


@pytest.mark.parametrize(("verb", "meaning"), list(verbs()))
def test_every_kinfold_verb_is_in_the_reference(verb, meaning):
    assert f"| `{verb}` | {meaning} |" in COMMANDS.read_text(encoding="utf-8")


def test_every_verb_says_what_it_does():
    assert [verb for verb, meaning in verbs() if not meaning.endswith((".", ":"))] == []


@pytest.mark.parametrize("record", DECISIONS, ids=named)
def test_a_decision_record_has_context_decision_and_consequence(record):
    headings = re.findall(r"^## (.*)$", record.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [heading.rstrip("s") for heading in headings] == ["Context", "Decision", "Consequence"]


def test_decision_records_are_numbered_once_and_all_in_the_index():
    numbers = [record.name[:4] for record in DECISIONS]
    assert len(numbers) == len(set(numbers))
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert [record.name for record in DECISIONS if record.name not in index] == []
