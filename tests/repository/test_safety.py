"""What must hold of every route, table and field: default deny, row security, a sensitivity, a place in the map."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models
from django.urls import URLPattern, URLResolver, get_resolver

from kinfold.web.access import row_security
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import PUBLIC
from kinfold.web.core.sensitivity import Sensitivity, sensitivities
from kinfold.web.exchange.maps import LOADS

OWN_MODELS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("kinfold.") and not hasattr(model, "pgh_tracked_model")
]
NAMES_NO_CHILD = {"access", "audit", "local", "notices", "partnership", "insight", "intake", "directory", "today"}
"""Parts whose tables hold staff, settings and figures; a test below holds that no row of theirs points at a person.

An agency's unsigned return has a record all the same, which keeps it from other agencies."""
OF_NO_CHILD = {"people.Setting", "groups.Session", "groups.Volunteer"}
"""Tables of no child in parts that have others; the same test holds them to that."""

OF_ACCESS = ("emergency.EmergencyRequest",)
"""Who was let in and whether that was right: it stays with the audit, and no dataset carries it."""

ASKED = (
    "sharing.AgencyRequest", "sharing.Question", "sharing.ReplyLink", "early_help.FamilyLink", "early_help.FamilySaid",
    "early_help.Oversight", "early_help.AfterHelp", "early_help.Signature", "early_help.Watch",
    "early_help.WatchContact", "signposting.Signpost", "outcomes.Need", "outcomes.Seen", "outcomes.Claim",
    "before_birth.ExpectedBirth", "before_birth.BirthTalk", "groups.Attendance", "changes.ChangeFile",
    "changes.PutAside",
)  # fmt: skip
"""What agencies were asked, and what a family says by its link: no table of the standard has a place for it."""

PAPERS = ("partnership.Papers", "partnership.DueReport", "partnership.Decision")
"""What a board keeps among its members: it names no child, and stays."""


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, object]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), entry.callback


@pytest.mark.parametrize(
    ("path", "view"), list(routes(get_resolver())), ids=lambda value: getattr(value, "__name__", str(value))
)
def test_every_route_names_its_permission(path: str, view: object):
    named = getattr(view, "permission", None)
    assert named == PUBLIC or isinstance(named, Permission), f"/{path} does not say who may open it"


@pytest.mark.parametrize("model", OWN_MODELS, ids=lambda model: model._meta.label)
def test_every_field_has_a_sensitivity(model: type[models.Model]):
    declared = sensitivities(model)
    fields = {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    assert fields - set(declared) == set(), "fields without a sensitivity"
    assert set(declared) - fields == set(), "sensitivities of fields that are not there"
    assert all(isinstance(level, Sensitivity) for level in declared.values())


@pytest.mark.parametrize("model", OWN_MODELS, ids=lambda model: model._meta.label)
def test_every_table_that_could_name_a_child_belongs_to_a_record(model: type[models.Model]):
    bound = any(field.attname == "record_id" for field in model._meta.concrete_fields)
    if model._meta.app_label in NAMES_NO_CHILD or model._meta.label in OF_NO_CHILD:
        people = [field.name for field in model._meta.fields if field.related_model is apps.get_model("people.Person")]
        assert people == [], "a table without a record must not point at a person"
    else:
        assert bound, "this table names a child, so it needs a record"
        assert model._meta.get_field("record").null is False


@pytest.mark.django_db
def test_the_database_holds_the_same_policy_for_every_such_table():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, count(*) FROM pg_policies WHERE policyname = 'kinfold_record' GROUP BY tablename"
        )
        held = dict(cursor.fetchall())
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r'")
        enforced = {name for (name,) in cursor.fetchall()}
    wanted = {model._meta.db_table for model in row_security.record_bound_models()}
    assert set(held) == wanted
    assert wanted <= enforced


@pytest.mark.django_db
def test_history_of_what_names_a_child_is_held_by_the_same_policy():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_policies WHERE policyname = 'kinfold_record'")
        held = {name for (name,) in cursor.fetchall()}
    tracked = {
        model._meta.db_table
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model") and model.pgh_tracked_model in row_security.record_bound_models()
    }
    assert len(tracked) > 20
    assert tracked <= held


def test_every_field_of_the_thread_is_mapped_or_said_to_stay():
    for load in LOADS:
        mapped = {name for table_map in load.maps for name in table_map.fields.values()}
        constant = {name for table_map in load.maps for name in table_map.constants}
        fields = {
            field.name for field in (*load.django_model._meta.concrete_fields, *load.django_model._meta.many_to_many)
        }
        missing = fields - mapped - constant - set(load.computed) - set(load.stays)
        assert missing == set(), f"{load.model}: neither mapped nor said to stay"
        assert set(load.stays) <= fields, f"{load.model}: says that fields stay which are not there"


def test_every_table_that_names_a_child_is_in_the_map():
    in_map = {load.django_model for load in LOADS}
    bound = {
        model
        for model in OWN_MODELS
        if model._meta.app_label != "intake"  # in a record, and about no child
        and any(field.attname == "record_id" for field in model._meta.concrete_fields)
    }
    made = {apps.get_model(label) for label in ("people.Family", "access.Grant", "deadlines.Deadline")}
    outside = {
        apps.get_model(label) for label in ("sharing.ShareWith", "audit.AuditEvent", *OF_ACCESS, *ASKED, *PAPERS)
    }
    assert bound - in_map - made - outside == set()
