"""A family's whole file: one row of every table that names a child, in one record, made from the models themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from kinfold.practice.forms import form
from kinfold.web.access.models import Agency, Record, User
from kinfold.web.access.row_security import record_bound_models
from kinfold.web.directory.models import Organisation, Service
from kinfold.web.mash.answers import Answers
from tests import factories
from tests.factories.days import A_WEEK_AGO, NOW, TODAY
from tests.factories.numbers import next_number

CONVERSATION = "family_support_conversation"


def _about(label: str) -> Callable[[File], dict[str, Any]]:
    return lambda file: {"about_kind": label.lower(), "about_id": file.row(label).pk}


# What a row needs beyond what its fields say: codes that exist, and the people and things it is about.
SAYS: dict[str, Callable[[File], dict[str, Any]]] = {
    "people.Person": lambda file: {"forename": file.mark, "surname": file.mark, "born_on": date(2018, 3, 1)},
    "people.Family": lambda file: {"name": file.mark},
    "people.Address": lambda file: {"line_1": f"1 {file.mark} Road", "postcode": "PO1 1AA", "ward": "Fratton"},
    "people.Relationship": lambda file: {"related": file.parent(), "kind": "mother"},
    "people.Merge": lambda file: {"into": file.parent(), "reason": file.mark, "asked_by": file.stranger},
    "people.KeptApart": lambda file: {"other": file.parent(), "reason": file.mark},
    "people.Caution": lambda file: {"kind": "dog", "reason": file.mark, "recorded_by": file.stranger},
    "people.Identifier": lambda file: {"kind": "legacy"},
    "people.Disability": lambda file: {"code": "NONE"},
    "people.Setting": lambda file: {"phase": "primary"},
    "mash.Contact": lambda file: {
        "channel": "form", "source_code": "2A", "referrer": file.holder, "agency": file.holder.agency,
        "what_happened": file.mark,
    },
    "mash.ContactDraft": lambda file: {
        "author": file.holder, "answers": Answers.blank(for_caller=False).kept, "contact": file.row("mash.Contact"),
    },
    "mash.ContactChild": lambda file: {
        "described_forename": file.mark, "person": file.row("people.Person"), "matched_at": NOW,
        "matched_by": file.stranger,
    },
    "mash.Stage": lambda file: {
        "stage": "initial", "points_to": "advice", "tier": 2, "rationale": file.mark, "made_at": NOW,
        "made_by": file.stranger,
    },
    "mash.Advice": lambda file: {"topic": "other", "advised": file.mark, "given_by": file.stranger},
    "mash.Grade": lambda file: {"grade": "good", "lacks": ["family"], "words": file.mark, "graded_by": file.stranger},
    "mash.Delivery": lambda file: {
        "way": "file", "agency": _police(), "sent_by": file.stranger, "sha256": f"{next_number()}",
    },
    "mash.DeliveredLine": lambda file: {"faults": [["child_born_on", file.mark]], "said": {"child_surname": file.mark}},
    "mash.Incident": lambda file: {"number": file.mark, "agency": _police()},
    "mash.WordToSchool": lambda file: {"not_told_because": file.mark, "told_name": ""},
    "early_help.FamilyLink": lambda file: {"expires_at": NOW, "token_hash": f"{next_number()}"},
    "early_help.Oversight": lambda file: {"talked_about": file.mark, "held_by": file.stranger},
    "early_help.FamilySaid": lambda file: {"kind": "wrong", "words": file.mark},
    "early_help.Watch": lambda file: {"reason": file.mark, "ends_by": TODAY + timedelta(weeks=4)},
    "early_help.Consultation": lambda file: {
        "kind": "link_co_ordinator", "agency": _police(), "decided": file.mark, "recorded_by": file.stranger,
        "topic": "other",
    },
    "today.SavedView": lambda file: {
        "page": "mash:board", "name": f"View {next_number()}", "user": file.holder, "thrown_away_at": None,
    },
    "outcomes.Need": lambda file: {"outcome": "5", "shown_by": file.mark},
    "outcomes.Seen": lambda file: {"stage": "progress", "evidence": file.mark},
    "outcomes.Claim": lambda file: {"words": file.mark, "checked_at": None, "checked_by": None, "agreed": None},
    "before_birth.ExpectedBirth": lambda file: {
        "midwife": file.mark, "plan": "", "plan_on": None, "plan_by": None, "plan_words": "",
    },
    "before_birth.BirthTalk": lambda file: {"topic": "icon", "with_whom": ["mother"], "words": file.mark},
    "signposting.Signpost": lambda file: {
        **_about("casework.Episode")(file), "service": any_service(), "person": file.row("people.Person"),
        "why": file.mark, "way": "referred",
    },
    "changes.ChangeFile": lambda file: {
        "agency": _police(), "sent_by": file.stranger, "sha256": f"{next_number()}", "in_all": 0, "recorded": 0,
        "known_before": 0, "put_aside": 0, "not_known": 0, "failed": 0,
    },
    "changes.PutAside": lambda file: {
        "person": file.row("people.Person"), "why": "surname", "said": {"surname": file.mark},
        "mark": f"{next_number()}",
    },
    "groups.Session": lambda file: {"service": any_service(), "starts_at": time(9, 30), "led_by": file.holder},
    "groups.Attendance": lambda file: {"person": file.row("people.Person"), "how": "came"},
    "mash.ShiftNote": lambda file: {"words": file.mark, "written_by": file.stranger},
    "mash.PublicSending": lambda file: {"once": uuid4()},
    "mash.Rating": lambda file: {"rating": "red"},
    "mash.ChildWorry": lambda file: {"worry": "neglect"},
    "casework.Conflict": lambda file: {"user": factories.worker(), "how": "own_family", "declared_by": file.stranger},
    "casework.Status": lambda file: {"kind": "early_help", "tier": 3, "episode": file.row("casework.Episode")},
    "casework.Handover": lambda file: {
        "kind": "start", "to_status": "early_help", "family": file.row("people.Family"),
        "to_team": file.holder.teams[0], "to_user": file.holder, "offered_by": file.stranger,
        "from_team": file.stranger.teams[0],
        "episode": file.row("casework.Episode"), "contact_child_id": file.row("mash.ContactChild").pk,
    },
    "casework.Involvement": lambda file: {
        "role": "lead_professional", "user": file.holder, "team": file.holder.teams[0],
        "episode": file.row("casework.Episode"),
    },
    "commitments.Commitment": lambda file: {
        **_about("early_help.Plan")(file), "promised_by": "service", "promiser_user": file.holder,
    },
    "meetings.Meeting": lambda file: {**_about("early_help.Plan")(file), "kind": "plan_review", "due_on": TODAY},
    "meetings.Attendance": lambda file: {"person": file.row("people.Person")},
    "questionnaires.Response": lambda file: {
        **_about("early_help.Conversation")(file), "form_key": CONVERSATION,
        "form_version": form(CONVERSATION, TODAY).version, "started_by": file.holder,
    },
    "questionnaires.Answer": lambda file: {"question": "worries", "voice": "child", "text": file.mark},
    "sharing.Agreement": lambda file: {
        **_about("casework.Episode")(file), "purpose": "early_help", "agreed": True, "given_how": "in_person",
    },
    "sharing.ShareWith": lambda file: {
        **_about("early_help.Plan")(file), "agency": file.stranger.agency, "may_share": True,
    },
    "sharing.AgencyRequest": lambda file: {
        **_about("mash.ContactChild")(file), "person": file.row("people.Person"), "told_name": file.mark,
        "to_user": file.holder, "agency": file.holder.agency, "asked_by": file.stranger, "purpose": "safeguarding",
    },
    "sharing.Question": lambda file: {"words": file.mark, "position": 0},
    "sharing.ReplyLink": lambda file: {"expires_at": NOW},
    "deadlines.Deadline": lambda file: {
        **_about("casework.Handover")(file), "kind": "handover_acceptance", "rule": "handover_acceptance",
        "user": file.holder, "due_at": NOW,
    },
    "intake.Return": lambda file: {"agency": _police(), "period": _a_quarter()},
    "intake.ReturnVersion": lambda file: {"agency": _police(), "number": 1},
    "partnership.Board": lambda file: {"name": "A board that anybody may know of", "purpose": ""},
    "partnership.Duty": lambda file: {"title": "A report that anybody may know of", "cycle": "quarterly",
                                      "goes_to": "", "source": ""},
    "partnership.DueReport": lambda file: {"period": _a_quarter()},
    "partnership.Decision": lambda file: {"meeting": file.row("meetings.Meeting")},
    "emergency.EmergencyRequest": lambda file: {"described_name": file.mark, "reason_code": "danger_now"},
    "early_help.Conversation": lambda file: {"tier": 3},
    "early_help.Plan": lambda file: {"tier": 3, "title": file.mark},
    "early_help.Goal": lambda file: {"title": file.mark},
}  # fmt: skip


def _police() -> Agency:
    return Agency.objects.get_or_create(name="Hampshire Constabulary", defaults={"kind": "police"})[0]


def any_service() -> Service:
    run = Organisation.objects.get_or_create(name="Harbour Hubs")[0]
    name = f"Service {next_number()}"
    return Service.objects.create(organisation=run, name=name, changed_at=NOW, takes_referrals=True)


def _a_quarter() -> str:
    """Another one each time: an agency is asked for a quarter once."""
    first = 2000 + next_number() % 7000
    return f"{first}-{(first + 1) % 100:02}-Q1"


class File:
    """``row("people.Person")`` is the file's row of that table, made when first asked for."""

    def __init__(self, record: Record, *, mark: str, holder: User, stranger: User) -> None:
        self.record, self.mark, self.holder, self.stranger = record, mark, holder, stranger
        self._made: dict[str, Any] = {}

    def row(self, label: str, **fields: Any) -> Any:
        known = f"{label} {sorted(fields.items())}" if fields else label
        if known not in self._made:
            self._made[known] = self._make(label, **fields)
            if label == "people.Person":
                self.row("people.FamilyMember")
        return self._made[known]

    def everything(self) -> dict[str, Any]:
        for model in record_bound_models():
            if not hasattr(model, "pgh_tracked_model"):  # history writes itself
                self.row(model._meta.label)
        return self._made

    def parent(self) -> Any:
        return factories.person(record=self.record, surname=self.mark, born_on=date(1990, 5, 4))

    def _make(self, label: str, **fields: Any) -> Any:
        model = apps.get_model(label)
        fields = {**(SAYS[label](self) if label in SAYS else {}), **fields}
        for field in model._meta.concrete_fields:
            if field.name not in fields and not field.has_default() and not field.null and not field.auto_created:
                fields[field.name] = self._value(field)
        return model._base_manager.create(**fields)

    def _value(self, field: models.Field) -> Any:
        if isinstance(field, models.ForeignKey):
            return self._related(field.related_model._meta.label)
        if isinstance(field, models.DateTimeField):
            return NOW
        if isinstance(field, models.DateField):
            return A_WEEK_AGO
        if isinstance(field, (models.CharField, models.TextField)):
            if field.blank:
                return ""
            return f"T{next_number():06}" if field.unique else self.mark[: field.max_length]
        of_its_kind = {
            models.BooleanField: False, models.UUIDField: self.record.pk, ArrayField: [], models.BinaryField: b"",
        }  # fmt: skip
        return of_its_kind.get(type(field), 1)

    def _related(self, label: str) -> Any:
        if label == "access.Record":
            return self.record
        if label == "access.User":
            return self.holder
        if label.startswith("access."):
            return {"access.Team": self.holder.teams[0], "access.Agency": self.holder.agency}[label]
        return self.row(label)
