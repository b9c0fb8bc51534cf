"""What we use is locked by hash, comes from nowhere in particular, and is there for a reason that is written down."""

import json
import re

from tests.repository.source import ROOT, files, named

A_HOST = re.compile(r"https?://|--index-url|--extra-index-url|--find-links|\bfile:")
FILES_THAT_RECORD_HOSTS = {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "yarn.lock", "pnpm-lock.yaml"}


def requirement_lines():
    """The lines of pyproject.toml that name a dependency."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    sections = re.findall(r"^(?:dependencies|dev|spark) = \[\n(.*?)^\]", text, flags=re.MULTILINE | re.DOTALL)
    return [line for section in sections for line in section.splitlines() if line.strip().startswith('"')]


def test_every_dependency_has_a_reason_of_one_line():
    assert len(requirement_lines()) > 20
    assert [line for line in requirement_lines() if not re.search(r'",?\s+# \S.{5,}$', line)] == []


def test_lock_files_name_no_host():
    locks = [*(ROOT / "requirements").glob("*.lock"), ROOT / "package-lock.json"]
    assert len(locks) >= 3
    assert [named(lock) for lock in locks if A_HOST.search(lock.read_text(encoding="utf-8"))] == []


def test_no_lock_file_is_of_a_kind_that_records_hosts():
    assert [named(path) for path in files() if path.name in FILES_THAT_RECORD_HOSTS] == []


def test_every_locked_python_package_is_pinned_and_hashed():
    for lock in (ROOT / "requirements").glob("*.lock"):
        packages = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        for package in packages:
            assert re.match(r"[A-Za-z0-9._-]+(\[[^]]+\])?==\S+", package), f"{lock.name}: {package[:80]}"
            assert "--hash=sha256:" in package, f"{lock.name}: {package[:80]}"


def test_every_locked_node_package_has_its_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
