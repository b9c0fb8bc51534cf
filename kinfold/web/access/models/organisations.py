"""Agencies, their teams, the people who work in them and the roles they hold there."""

from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from kinfold.web.access.permissions import ROLES, Permission, Role
from kinfold.web.core.models import Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL


class Agency(Row):
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=40)  # code list agency_kind

    sensitivity: ClassVar = {INTERNAL: "name kind"}

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Team(Row):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=255)
    service = models.CharField(max_length=40)  # code list service
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {INTERNAL: "agency name service parent"}

    class Meta:
        ordering: ClassVar = ["name"]
        indexes: ClassVar = [models.Index(name="team_by_service", fields=["service"])]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


@tracked
class User(Row, AbstractBaseUser):
    """A professional. Those from loaded files who never sign in have no password and no e-mail."""

    email = models.EmailField(unique=True, null=True, blank=True)
    name = models.CharField(max_length=300)
    post = models.CharField(max_length=500, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="users")
    registration_number = models.CharField(max_length=48, blank=True)
    staff_number = models.CharField(max_length=48, blank=True)
    department = models.CharField(max_length=100, blank=True)
    caseload = models.PositiveIntegerField(null=True, blank=True)  # as a workforce file gave it
    full_time_equivalent = models.FloatField(null=True, blank=True)
    agency_worker = models.BooleanField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # never of those from loaded files
    system = models.BooleanField(default=False)  # a named job, not a person

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    sensitivity: ClassVar = {
        INTERNAL: "password last_login agency is_active closed_at system post registration_number staff_number "
        "department caseload full_time_equivalent agency_worker",
        PERSONAL: "email name telephone",
    }

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="user_closed_is_not_active",
                condition=Q(closed_at__isnull=True) | Q(is_active=False),
                violation_error_message="An account that was closed is not open",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def current_memberships(self) -> list["Membership"]:
        return list(self.memberships.filter(ended_on__isnull=True).select_related("team"))

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(Role(membership.role) for membership in self.current_memberships)

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        return frozenset().union(*(ROLES[role].permissions for role in self.roles))

    @cached_property
    def whole_index(self) -> bool:
        return any(ROLES[role].whole_index for role in self.roles)

    records_they_see: RawSQL | None = None  # the question, not its answer; worded by `checks.Visible`

    @cached_property
    def teams(self) -> list[Team]:
        return list({membership.team_id: membership.team for membership in self.current_memberships}.values())

    def may(self, permission: Permission) -> bool:
        return self.is_active and permission in self.permissions


@tracked
class Membership(Row):
    """A person's role in a team, from a day until a day."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=40, choices=[(role, ROLES[role].title) for role in Role])
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    sensitivity: ClassVar = {INTERNAL: "user team role started_on ended_on"}

    class Meta:
        constraints: ClassVar = [
            in_order("membership_in_order", "started_on", "ended_on", "A role must end after it started"),
            models.UniqueConstraint(
                name="membership_once", fields=["user", "team", "role"], condition=Q(ended_on__isnull=True)
            ),
        ]
