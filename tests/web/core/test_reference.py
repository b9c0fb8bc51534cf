"""The manual's page of components is the one the components write."""

from pathlib import Path

from kinfold.web.core import reference

COMMITTED = Path(__file__).parents[3] / "docs" / "reference" / reference.PAGE
LAYOUTS = reference.CORE / "jinja2"


def test_the_committed_page_says_what_the_components_say():
    assert COMMITTED.read_text(encoding="utf-8") == reference.components_page(), (
        "Run `python -m kinfold.web.core.reference docs/reference` and commit the page."
    )


def test_every_component_says_what_it_is_for():
    for source in reference.COMPONENTS.glob("*/macro.jinja"):
        assert source.read_text(encoding="utf-8").startswith(("{#-", "{% from")), source


def test_every_component_stands_in_the_style_guide_or_in_the_frame():
    drawn = "".join(page.read_text(encoding="utf-8") for page in LAYOUTS.rglob("*.jinja"))
    for component in reference.COMPONENTS.iterdir():
        assert f"components/{component.name}/macro.jinja" in drawn, component.name
