"""Finding a person: how wrong a search may be, what it says, and what it never shows."""

from __future__ import annotations

from datetime import date

import pytest

from kinfold.web.access.checks import Refused
from kinfold.web.access.models import Grant, Record, User
from kinfold.web.access.permissions import ROLES, Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.people.models import Identifier, OtherName, Person
from kinfold.web.people.selectors import Candidate, likely_same, search
from tests import factories
from tests.factories.days import LONG_AGO, LONG_AGO_AT

BORN = date(2017, 4, 9)


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


@pytest.fixture
def look(hub, as_app):
    """Searches as the hub; gives the candidates."""

    def as_hub(name: str, **more) -> list[Candidate]:
        with as_app(hub):
            return search(viewer=hub, name=name, **more)

    return as_hub


def found(candidates: list[Candidate], person: Person) -> Candidate | None:
    return next((each for each in candidates if each.person == person), None)


@pytest.mark.parametrize(
    ("on_file", "typed"),
    [
        (("Freya", "Nethercott"), "Freya Nethercot"),
        (("Freya", "Nethercott"), "Frey Nehtercott"),  # a letter left out, two the wrong way round
        (("Zoë", "Brontë"), "Zoe Bronte"),
        (("Zoe", "Bronte"), "Zoë Brontë"),
        (("Sinéad", "O’Brien"), "Sinead OBrien"),
        (("Sinead", "O'Brien"), "sinead o brien"),
        (("Lacey-Mae", "St-Clair"), "Lacey Mae St Clair"),
        (("Łucja", "Wiśniewska"), "Lucja Wisniewska"),
        (("Mohammed", "Rahman"), "Muhammad Rahman"),
        (("Theo", "Whitcombe"), "Whitcombe Theo"),  # the family name first
    ],
)
def test_a_name_need_not_be_spelt_right(look, on_file, typed):
    person = factories.person(forename=on_file[0], surname=on_file[1], born_on=BORN)

    assert found(look(typed, born_on=BORN), person)


def test_a_name_that_only_sounds_alike_is_found_by_birthday_and_says_so(look):
    person = factories.person(forename="Ivy", surname="Fowler", born_on=BORN)

    candidate = found(look("Bea Phaulher", born_on=BORN), person)

    assert candidate
    assert candidate.reasons == ("Family name sounds alike", "Same date of birth")


@pytest.mark.parametrize(
    ("asked_for", "reason"),
    [
        (date(2017, 4, 9), "Same date of birth"),
        (date(2017, 9, 4), "Day and month of birth the other way round"),
        (date(2017, 4, 19), "Born within a month of that date"),
    ],
)
def test_a_birthday_may_be_nearly_right(look, asked_for, reason):
    person = factories.person(forename="Elsie", surname="Quartermain", born_on=BORN)

    candidate = found(look("Elsie Quartermain", born_on=asked_for), person)

    assert candidate
    assert candidate.reasons == ("Same name", reason)


def test_the_best_match_stands_first(look):
    exact = factories.person(forename="Ada", surname="Pargeter", born_on=BORN)
    factories.person(forename="Ada", surname="Pargeter", born_on=date(2015, 1, 1))
    factories.person(forename="Adam", surname="Pargeter", born_on=BORN)

    assert look("Ada Pargeter", born_on=BORN)[0].person == exact


def test_a_child_is_found_by_what_they_like_to_be_called(look):
    person = factories.person(forename="Margaret", known_as="Peggy", surname="Winterbourne", born_on=BORN)

    assert found(look("Peggy Winterbourne", born_on=BORN), person)


@pytest.mark.parametrize("kind", [OtherName.Kind.FORMER, OtherName.Kind.ALSO])
def test_a_parent_is_found_by_a_maiden_name_or_an_alias(look, kind):
    person = factories.person(forename="Helena", surname="Saltmarsh", born_on=date(1989, 2, 3))
    OtherName.objects.create(person=person, name="Helena Trelawney", kind=kind, noted_on=LONG_AGO, record=person.record)

    candidate = found(look("Helena Trelawny", postcode="PO1 1AA"), person)

    assert candidate
    assert candidate.reasons == ("Had or uses a name like that",)


def test_a_postcode_and_a_number_are_found_however_they_are_spaced(look):
    person = factories.person(forename="Noor", surname="Haddad")
    factories.address(person, postcode="PO48RT")
    Identifier.objects.create(person=person, kind="nhs_number", value="9434765919", record=person.record)

    assert "Has lived at that postcode" in found(look("Zzz", postcode="po4 8rt"), person).reasons
    assert "Same number" in found(look("Zzz", number="943 476-5919"), person).reasons


def test_someone_merged_or_recorded_in_error_is_not_found(look, hub):
    kept = factories.person(forename="Orla", surname="Mossop", born_on=BORN)
    factories.person(forename="Orla", surname="Mossop", born_on=BORN, merged_into=kept)
    factories.person(
        forename="Orla", surname="Mossop", born_on=BORN, recorded_in_error_at=LONG_AGO_AT, recorded_in_error_by=hub
    )

    assert [each.person for each in look("Orla Mossop", born_on=BORN)] == [kept]


@pytest.mark.parametrize("level", ["restricted", "sealed"])
def test_a_restricted_or_sealed_record_is_not_found_in_any_way(look, level):
    hidden = factories.person(forename="Tegan", surname="Inkpen", born_on=BORN, record=factories.record(level))
    factories.address(hidden, postcode="PO26AB")
    Identifier.objects.create(person=hidden, kind="nhs_number", value="9434765919", record=hidden.record)
    OtherName.objects.create(person=hidden, name="Tess Ink", kind="also", noted_on=LONG_AGO, record=hidden.record)

    assert look("Tegan Inkpen", born_on=BORN) == []
    assert look("Tess Ink", postcode="PO2 6AB", number="9434765919") == []


def test_whoever_is_named_on_a_restricted_record_finds_it(look, hub):
    hidden = factories.person(forename="Tegan", surname="Inkpen", born_on=BORN, record=factories.record("restricted"))
    factories.grant(hidden, hub)

    assert found(look("Tegan Inkpen", born_on=BORN), hidden)


def test_a_confidential_postcode_finds_nobody(look, as_app, hub):
    person = factories.person(forename="Mia", surname="Larkin", born_on=BORN)
    factories.address(person, postcode="PO12AB", confidential=True, record=factories.record("sealed"))

    assert look("Zzz", postcode="PO1 2AB") == []
    by_name = found(look("Mia Larkin", postcode="PO1 2AB"), person)
    assert by_name
    assert by_name.reasons == ("Same name",)


def test_a_search_seeing_almost_nothing_finds_only_that(as_app):
    mine = factories.person(forename="Ned", surname="Hurst", born_on=BORN)
    factories.person(forename="Ned", surname="Hurst", born_on=BORN)
    worker = factories.worker(Role.SOCIAL_WORKER)
    Record.objects.exclude(pk=mine.record_id).update(level="restricted")
    Grant.objects.all().delete()

    with as_app(worker):
        assert [each.person for each in search(viewer=worker, name="Ned Hurst", born_on=BORN)] == [mine]


@pytest.mark.parametrize("role", [role for role in Role if not ROLES[role].whole_index])
def test_only_hub_social_care_and_guardian_search_the_whole_index(as_app, role):
    worker = factories.worker(role)

    with as_app(worker), pytest.raises(Refused):
        search(viewer=worker, name="Anybody", born_on=BORN)


def test_a_search_is_written_to_the_audit_with_whom_it_found(look, hub):
    person = factories.person(forename="Suda", surname="Cotterill", born_on=BORN)

    look("Suda Cotterill", born_on=BORN)

    event = AuditEvent.objects.get(action="person.searched")
    assert (event.user_id, event.person_ids) == (hub.pk, [person.pk])
    assert event.details["name"] == "Suda Cotterill"


@pytest.mark.parametrize("name", ["%", "_", "' OR 1=1 --", "a" * 10_000, "محمد", "👩‍👧", "=1+1", "  "])
def test_hostile_names_find_nobody_and_break_nothing(look, name):
    factories.person(forename="Ines", surname="Ordinary", born_on=date(2001, 1, 1))

    assert look(name, born_on=BORN) == []


@pytest.mark.parametrize(
    ("on_file", "typed"),
    [
        (("William", "Smith"), "Bill Smith"),
        (("Elizabeth", "Oke"), "Lizzie Oke"),
        (("Muhammad", "Ali"), "Mo Ali"),
        (("Oleksandr", "Bondar"), "Alex Bondar"),
    ],
)
def test_another_form_of_a_name_is_found_and_said(look, on_file, typed):
    person = factories.person(forename=on_file[0], surname=on_file[1], born_on=BORN)

    candidate = found(look(typed, born_on=BORN), person)

    assert candidate
    assert candidate.reasons == ("Another form of that name", "Same date of birth")


@pytest.mark.parametrize(
    ("on_file", "typed"),
    [
        (("Tegan", "Hart-Quennell"), "Tegan Quennell"),
        (("Tegan", "Hart-Quennell"), "Tegan Hart"),
        (("Tegan", "Quennell"), "Quennell-Hart Tegan"),
        (("Xiu Ying", "Ng"), "Ng Xiu Ying"),
    ],
)
def test_half_a_double_name_and_names_the_other_way_round_are_found(look, on_file, typed):
    person = factories.person(forename=on_file[0], surname=on_file[1], born_on=BORN)

    assert found(look(typed, born_on=BORN), person)


@pytest.mark.parametrize("typed", [date(2018, 4, 9), date(2071, 4, 9), date(2007, 4, 9)])
def test_a_birthday_with_a_figure_wrong_is_found_and_said(look, typed):
    person = factories.person(forename="Bea", surname="Smith", born_on=BORN)

    candidate = found(look("Bee Smith", born_on=typed), person)

    assert candidate
    assert "A date of birth easily taken for that one" in candidate.reasons


def test_whoever_was_joined_with_another_is_found_by_either_record_and_shown_once(look, hub, as_app):
    kept = factories.person(forename="Kit", surname="Aldous", born_on=BORN)
    twin = factories.person(forename="Christopher", surname="Vantongeren", born_on=BORN, merged_into=kept)
    Identifier.objects.create(person=twin, kind="nhs_number", value="9434765919", record=twin.record)

    by_name, by_number = look("Christopher Vantongeren", born_on=BORN), look("Zzz", number="9434765919")

    assert [each.person for each in by_name] == [kept]
    assert "Had or uses a name like that" in by_name[0].reasons
    assert [each.person for each in by_number] == [kept]


def test_whoever_may_not_see_the_record_in_use_finds_the_other(look, hub):
    hidden = factories.person(forename="Ottoline", surname="Strangways", record=factories.record("restricted"))
    seen = factories.person(forename="Ottoline", surname="Strangway", born_on=BORN, merged_into=hidden)

    assert [each.person for each in look("Ottoline Strangways", born_on=BORN)] == [seen]


@pytest.mark.parametrize(
    ("name", "born_on", "likely"),
    [
        ("Lizzie Oke", BORN, True),
        ("Elizabeth Oke", date(2017, 9, 4), True),
        ("Elizabeth Oke", date(2012, 1, 1), False),  # the same name alone is no reason to stop anybody
        ("Elizabeth Oke", None, True),
        ("Bartholomew Vantongeren", BORN, False),
        (" ", BORN, False),
    ],
)
def test_who_is_likely_the_same_is_alike_in_name_and_birthday(hub, as_app, name, born_on, likely):
    person = factories.person(forename="Elizabeth", surname="Oke", born_on=BORN)
    with as_app(hub):
        found_alike = [each.person for each in likely_same(viewer=hub, name=name, born_on=born_on)]

    assert (person in found_alike) is likely


def test_whoever_does_not_search_is_offered_only_whom_they_help(as_app):
    family = factories.family()
    helper = factories.worker(Role.EARLY_HELP_LEAD, on=family)
    mine = factories.person(forename="Peg", surname="Tolliver", born_on=BORN, record=family.record)
    factories.person(forename="Peg", surname="Tolliver", born_on=BORN)
    with as_app(helper):
        offered = [each.person for each in likely_same(viewer=helper, name="Peg Tolliver", born_on=BORN)]

    assert offered == [mine]
