"""No officer or case of the documents that the system comes from is named anywhere: posts, never people.

The names themselves are not kept here either, only their hashes.
"""

import hashlib
import re

from tests.repository.source import files, named

TEXT = {".py", ".md", ".toml", ".json", ".jinja", ".html", ".tsv", ".csv", ".txt", ".css", ".js", ".yaml", ".svg", ""}
HASHES = frozenset(
    [
        "18411bd942fcd409",
        "1ae031868a83f7ed",
        "421009f15a3a63a2",
        "50c01b1b0632da37",
        "66210a8c4d92c572",
        "69ff52532197c14c",
        "9d89496882f265dc",
        "a201c2a20ab33547",
        "a36d98decba2c8cd",
        "a8858ab3ef2d49ba",
        "ae52f408faabbfc5",
        "b39a9276ddcd0b82",
        "c7596bc9f82a5b95",
        "d486bbb80cc199cf",
        "e156de25a6aaab35",
        "e2bfd6e3aa0860ba",
    ]
)


def hashed(name: str) -> str:
    return hashlib.sha256(f"kinfold {name.casefold()}".encode()).hexdigest()[:16]


def test_no_officer_of_the_sources_is_named():
    pair = re.compile(r"(?=\b([^\W\d_][\w'’-]+)[ _-]([^\W\d_][\w'’-]+))")
    seen: dict[str, bool] = {}
    found = []
    for path in files():
        if path.suffix not in TEXT:
            continue
        for first, last in pair.findall(path.read_text(encoding="utf-8", errors="replace")):
            name = f"{first} {last}".casefold()
            if name not in seen:
                seen[name] = hashed(name) in HASHES
            if seen[name]:
                found.append(named(path))
    assert found == []
