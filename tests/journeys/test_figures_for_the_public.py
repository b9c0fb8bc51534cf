"""Figures for everybody: the analyst prepares a file, and the chair reads it and publishes it on a phone."""

import zipfile

from playwright.sync_api import expect


def test_the_analyst_prepares_a_file_and_the_chair_publishes_it(as_persona, looked_at, tmp_path):
    analyst = as_persona("analyst")
    analyst.get_by_role("link", name="Scorecard").first.click()
    analyst.get_by_role("link", name="Figures for the public").click()
    looked_at(analyst, "public-files-none")
    analyst.get_by_role("button", name="Prepare a file").click()
    expect(analyst.get_by_text("The file is being prepared")).to_be_visible()
    for _ in range(60):
        if analyst.get_by_text("Ready to be read").is_visible():
            break
        analyst.wait_for_timeout(500)
        analyst.goto("/scorecard/public")
    looked_at(analyst, "public-files-ready")
    expect(analyst.get_by_role("link", name="Publish")).to_have_count(0)

    chair = as_persona("board-chair", narrow=True)
    chair.goto("/scorecard/public")
    chair.get_by_role("link", name="Publish").click()
    with chair.expect_download() as taken:
        chair.get_by_role("link", name="Download the draft").click()
    taken.value.save_as(tmp_path / "draft.zip")
    with zipfile.ZipFile(tmp_path / "draft.zip") as draft:
        assert b"suppressed" in draft.read("figures.csv")
    chair.get_by_role("button", name="Publish").click()
    expect(chair.get_by_role("alert")).to_contain_text("Read the file, then tick")
    chair.get_by_label("I have read the file").check()
    looked_at(chair, "publish-figures")
    chair.get_by_role("button", name="Publish").click()
    expect(chair.get_by_text("The file is published. It will not change.")).to_be_visible()
    looked_at(chair, "public-files-published")
