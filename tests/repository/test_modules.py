"""Modules are short, say what lives in them, and have names that tell."""

from tests.repository.source import ROOT, files, named, tree, under

LONGEST = 300
WRITTEN_BY_HAND = {".py", ".jinja", ".html", ".css", ".js", ".sql", ".sh"}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers", "lib", "tools"}


def is_generated(path):
    return "migrations" in path.parts


def test_no_file_is_longer_than_300_lines():
    long = {
        named(path): lines
        for path in files()
        if path.suffix in WRITTEN_BY_HAND and not is_generated(path)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_no_module_or_folder_has_a_name_that_says_nothing():
    assert [
        named(path)
        for path in under("kinfold", "tests", "bench")
        if NAMES_THAT_SAY_NOTHING & {path.stem, *path.relative_to(ROOT).parts[:-1]}
    ] == []


def test_every_module_opens_with_a_sentence_saying_what_lives_there():
    silent = []
    for path in under("kinfold", "tests", "bench"):
        if is_generated(path) or (path.name == "__init__.py" and not path.read_text(encoding="utf-8").strip()):
            continue
        module = tree(path)
        opening = next((node for node in module.body[:1]), None)
        words = getattr(getattr(opening, "value", None), "value", None)
        sentence = words.strip().split("\n\n")[0] if isinstance(words, str) else ""
        if not sentence.endswith((".", "?", ":")):
            silent.append(named(path))
    assert silent == []


def test_no_unfinished_work_is_kept():
    words = ("TO" + "DO", "FIX" + "ME", "raise NotImplemented" + "Error")
    assert [
        f"{named(path)}:{number}"
        for path in under("kinfold", "tests", "bench")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if any(word in line for word in words)
    ] == []
