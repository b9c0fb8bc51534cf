"""Two people who change one row: the second is told, and nothing is lost."""

import pytest

from kinfold.web.core.versions import StaleVersion, locked, save_version
from kinfold.web.people.models import Family
from tests import factories

pytestmark = pytest.mark.django_db

pytestmark = pytest.mark.django_db


def test_saving_counts_the_version_up():
    family = factories.family()
    family.name = "Renamed"

    save_version(family, expected=1, fields=["name"])

    family.refresh_from_db()
    assert (family.name, family.version) == ("Renamed", 2)


def test_a_stale_version_changes_nothing_and_shows_both():
    family = factories.family()
    mine = Family.objects.get(pk=family.pk)
    family.name = "Theirs"
    save_version(family, expected=1, fields=["name"])
    mine.name = "Mine"

    with pytest.raises(StaleVersion) as stale:
        save_version(mine, expected=1, fields=["name"])

    assert (stale.value.current.name, stale.value.mine.name) == ("Theirs", "Mine")
    assert Family.objects.get(pk=family.pk).name == "Theirs"


def test_only_the_fields_named_are_saved():
    family = factories.family(name="Kept")
    family.name = "Not saved"

    save_version(family, expected=None, fields=[])

    assert Family.objects.get(pk=family.pk).name == "Kept"


def test_a_locked_row_is_read_afresh():
    family = factories.family(name="Before")
    Family.objects.filter(pk=family.pk).update(name="After")

    assert locked(family).name == "After"
