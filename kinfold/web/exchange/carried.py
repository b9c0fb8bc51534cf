"""Tables that no slice keeps yet: their files stand whole beside the database, and go out again as they came in."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from kinfold.dataset import Dataset
from kinfold.dataset.folder import files_in

TO_BE_TAKEN_IN_BY: Mapping[str, tuple[str, ...]] = {
    "mash": ("complaints",),
    "early_help": ("family_claims",),
    "protection": (
        "referral_details", "assessments", "assessment_factors", "section_47_enquiries", "enquiry_details",
        "strategy_discussions", "initial_conferences", "protection_plan_details", "protection_reviews",
        "protection_visits", "child_in_need_visits", "pre_proceedings",
    ),
    "care": (
        "education_plans", "placements", "placement_details", "finance", "legal_statuses", "looked_after_reviews",
        "looked_after_visits", "care_plans", "previous_permanence", "convictions", "health_checks",
        "health_check_details", "immunisations", "substance_misuse", "sdq_scores", "care_leavers",
        "care_leaver_birthdays", "permanence",
    ),
    "people": ("mothers", "immigration_statuses"),
    "beyond_home": ("missing_details", "exploitation_levels", "cohort_members"),
    "education": ("low_attendance", "managed_moves"),
    "special_needs": (
        "send", "ehcp_requests", "ehcp_assessments", "ehcp_named_plans", "ehcp_active_plans", "sen_needs",
    ),
    "learning": ("audits", "learning_reviews"),
    "workforce": ("courses", "course_runs", "course_places", "staff"),
    "allegations": ("allegations",),
    "voice": ("survey_answers", "voice_of_child"),
    "partnership": ("development_support", "compact_audits"),
}  # fmt: skip
"""Slice ▶ the tables that wait for it. A table goes from here into `maps/` when the slice has a model for it."""

CARRIED: frozenset[str] = frozenset(name for names in TO_BE_TAKEN_IN_BY.values() for name in names)


def keep(dataset: Dataset, database: str) -> None:
    """The dataset's carried files take the place of whatever stood beside the database, all of them or none.

    They tell what children live through, so only the server's own user may read them.
    """
    place = _folder(database)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = Path(tempfile.mkdtemp(prefix=f".{database}-", dir=place.parent))  # closed to everybody else
    try:
        for name in CARRIED & set(dataset):
            file = new / dataset.path(name).name
            file.touch(mode=0o600)
            shutil.copyfile(dataset.path(name), file)
        forget(database)
        new.rename(place)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def forget(database: str) -> None:
    shutil.rmtree(_folder(database), ignore_errors=True)


def files(database: str) -> dict[str, Path] | None:
    """The carried files by table; None where nothing was loaded into the database from this checkout."""
    place = _folder(database)
    if not place.is_dir():
        return None
    return {table.name: path for table, path in files_in(place, "parquet").items() if table.name in CARRIED}


def _folder(database: str) -> Path:
    folder: Path = settings.CARRIED / database
    return folder
