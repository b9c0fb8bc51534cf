"""Set-up says what is missing and how to mend it, and every script is one that can be run."""

import os
import subprocess

import pytest

from tests.repository.source import ROOT, files, named


def run(*command, **environment):
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | {"KINFOLD_APT": "no"} | environment, capture_output=True, text=True
    )


def test_a_missing_program_is_named_with_its_remedy():
    result = run("scripts/need", "python", PYTHON="/nowhere/python3")
    assert result.returncode == 1
    assert "Missing: Python's venv module." in result.stderr
    assert "sudo apt-get install python3-venv" in result.stderr


def test_what_is_there_is_passed_over_in_silence():
    result = run("scripts/need", "python")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_an_old_or_absent_python_is_refused_in_words():
    result = run("make", "system", "PYTHON=/nowhere/python3")
    assert result.returncode == 2
    assert "Kinfold needs Python 3.11 or newer" in result.stderr


def test_a_step_shows_what_its_command_said_only_when_it_fails():
    assert "hidden" not in run("scripts/step", "Title", "sh", "-c", "echo hidden").stderr
    failed = run("scripts/step", "Title", "sh", "-c", "echo shown; exit 3")
    assert "shown" in failed.stderr
    assert failed.returncode == 3


@pytest.mark.parametrize("script", [path for path in files() if path.read_bytes()[:2] == b"#!"], ids=named)
def test_every_script_can_be_run_and_is_valid(script):
    assert os.access(script, os.X_OK)
    if b"bash" in script.read_bytes().splitlines()[0]:
        assert subprocess.run(["bash", "-n", script]).returncode == 0


def test_continuous_integration_runs_what_people_run():
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
