"""People, the numbers they are known by, their families and relationships."""

from kinfold.web.exchange.mapping import ModelLoad, TableMap
from kinfold.web.exchange.maps.stays import CORRECTABLE, EDITABLE, ROW, because

_CURRENT = "m.merged_into_id IS NULL AND m.recorded_in_error_at IS NULL"
_NUMBER = (
    "(SELECT held.value FROM people_identifier held WHERE held.person_id = m.id AND held.kind = '{kind}'"
    " AND held.valid_to IS NULL ORDER BY held.valid_from DESC NULLS LAST, held.id DESC LIMIT 1)"
)

PEOPLE = TableMap(
    "people",
    "people.Person",
    {
        "person_id": "id",
        "forename": "forename",
        "surname": "surname",
        "sex": "sex",
        "gender": "gender",
        "ethnicity": "ethnicity",
        "born_on": "born_on",
        "legacy_id": "legacy_number",
        "upn_unknown_reason": "upn_unknown_reason",
        "ehc_plan": "has_ehc_plan",
        "expected_on": "expected_on",
        "died_on": "died_on",
        "mother": "is_mother",
        "nationality": "nationality",
    },
    derived={
        "common_child_id": "NULL::text",
        "upn": _NUMBER.format(kind="upn"),
        "single_unique_id": _NUMBER.format(kind="nhs_number"),
    },
    rows=_CURRENT,
)
PERSON_DETAILS = TableMap(
    "person_details",
    "people.Person",
    {
        "person_id": "id",
        "first_language": "first_language",
        "interpreter_needed": "interpreter_needed",
        "communication_needs": "communication_needs",
        "send_status": "send_status",
        "unborn": "unborn",
    },
    rows=_CURRENT,
    adds_to="people",
)
IDENTIFIERS = TableMap(
    "identifiers",
    "people.Identifier",
    {
        "identifier_id": "id",
        "person_id": "person",
        "kind": "kind",
        "value": "value",
        "valid_from": "valid_from",
        "valid_to": "valid_to",
    },
)
DISABILITIES = TableMap(
    "disabilities",
    "people.Disability",
    {"disability_id": "id", "person_id": "person", "disability": "code"},
    rows="m.no_longer_on IS NULL",
)
FAMILY_MEMBERS = TableMap(
    "family_members",
    "people.FamilyMember",
    {"family_member_id": "id", "family_id": "family", "person_id": "person"},
)
RELATIONSHIPS = TableMap(
    "relationships",
    "people.Relationship",
    {
        "relationship_id": "id",
        "person_id": "person",
        "related_person_id": "related",
        "kind": "kind",
        "parental_responsibility": "parental_responsibility",
        "started_on": "started_on",
        "ended_on": "ended_on",
    },
)


def of_person(table: str) -> dict[str, str]:
    """The record of the row's person."""
    return {"record": f"(SELECT held.record_id FROM person_records held WHERE held.person_id = {table}.person_id)"}


LOADS = (
    ModelLoad(
        "people.Person",
        (PEOPLE, PERSON_DETAILS),
        computed={
            **of_person("people"),
            "has_confidential_address": "people.person_id IN (SELECT sealed.person_id FROM sealed_addresses sealed)",
        },
        stays={
            **because("the standard has no place for it", "moved_away_on", "moved_to", "passed_on"),
            **EDITABLE,
            **CORRECTABLE,
            "has_confidential_address": "the addresses themselves say so",
            "known_as": "the standard has one forename",
            "merged_into": "merged people are one person in the dataset",
        },
    ),
    ModelLoad("people.Identifier", (IDENTIFIERS,), computed=of_person("identifiers"), stays=ROW),
    ModelLoad(
        "people.OtherName",
        (),
        stays=ROW
        | because(
            "the standard has one name a person",
            "id",
            "record",
            "person",
            "name",
            "kind",
            "noted_on",
            "used_from",
            "used_until",
        ),
    ),
    ModelLoad(
        "people.Disability",
        (DISABILITIES,),
        computed=of_person("disabilities"),
        stays={**ROW, "no_longer_on": "what no longer holds is not extracted"},
    ),
    ModelLoad(
        "people.FamilyMember",
        (FAMILY_MEMBERS,),
        computed={"record": "family_members.family_id"},
        stays={**ROW, "started_on": "the standard does not date families", "ended_on": "the standard does not either"},
    ),
    ModelLoad(
        "people.Merge",
        (),
        stays=ROW
        | because(
            "the dataset has each person once",
            "id",
            "record",
            "duplicate",
            "into",
            "reason",
            "asked_at",
            "asked_by",
            "agreed_at",
            "agreed_by",
            "merged_at",
            "ended_at",
            "ended_by",
            "ended_reason",
        ),
    ),
    ModelLoad(
        "people.KeptApart",
        (),
        stays=ROW
        | because(
            "sealed: it would give away what nobody may know",
            "id",
            "record",
            "one",
            "other",
            "reason",
            "recorded_at",
            "recorded_by",
            "ended_at",
            "ended_by",
            "ended_reason",
        ),
    ),
    ModelLoad(
        "people.Caution",
        (),
        stays=ROW
        | because(
            "the standard has no place for it, and it is for those who visit",
            "id",
            "record",
            "person",
            "address",
            "kind",
            "reason",
            "recorded_at",
            "recorded_by",
            "renews",
            "ended_at",
            "ended_by",
            "ended_reason",
        ),
    ),
    ModelLoad("people.Relationship", (RELATIONSHIPS,), computed=of_person("relationships"), stays=ROW),
)
