"""What is served from GOV.UK Frontend holds nothing licensed for gov.uk alone."""

import pytest

from kinfold.web.core import assets

STYLESHEET = (
    "/*! Copyright (c) 2011 by Margaret Calvert. */@font-face{font-family:GDS Transport;src:url(/assets/a.woff2)}"
    ".a{font-family:GDS Transport,arial,sans-serif}.b{background:url(/assets/images/govuk-crest.svg)}"
    "/*# sourceMappingURL=x.map */"
)


def test_font_and_crest_are_taken_out():
    served = assets.without_licensed_parts(STYLESHEET)
    assert served == f".a{{font-family:{assets.FONTS}}}.b{{background:none}}"


def test_a_stylesheet_that_asks_for_other_licensed_files_is_refused():
    with pytest.raises(ValueError, match="licensed"):
        assets.without_licensed_parts(".c{background:url(/assets/images/crown.svg)}")


def test_copying_again_writes_nothing(tmp_path):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "govuk-frontend.min.css").write_text(STYLESHEET)
    (tmp_path / "package" / "govuk-frontend.min.js").write_text("export{a};\n//# sourceMappingURL=x.map")
    assert len(assets.copy(tmp_path / "package", tmp_path / "served")) == 2
    assert assets.copy(tmp_path / "package", tmp_path / "served") == []
    assert "sourceMappingURL" not in (tmp_path / "served" / "govuk-frontend.min.js").read_text()
