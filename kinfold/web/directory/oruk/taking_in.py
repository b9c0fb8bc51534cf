"""Taking in services of another directory: new ones are entered, those it changed are changed, ours stay ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import one_at_a_time
from kinfold.web.directory import rules
from kinfold.web.directory.actions import WRITTEN
from kinfold.web.directory.models import Organisation, Service
from kinfold.web.directory.oruk.reading import Read, Told

AT_ONCE = 500


@dataclass(frozen=True)
class TakenIn:
    entered: list[Service]
    changed: list[Service]
    same: int
    kept: list[Service]  # somebody changed them here since they came, so they stay as they are
    failed: list[tuple[str, str]]


@transaction.atomic
def take_in(*, source: str, found: Read, by: User, at: datetime) -> TakenIn:
    """``source`` is whose directory it is. Nobody here has checked what is new, and the directory says so."""
    require(by, Permission.DIRECTORY_KEEP)
    hold(rules.di10_source_is_named, source)
    source = " ".join(source.split())
    one_at_a_time(WRITTEN)
    known = _Known(source)
    entered, changed, kept, same, failed = [], [], [], 0, list(found.failed)
    organisations = _organisations({told.organisation for told in found.services})
    for told in found.services:
        organisation = organisations[told.organisation.casefold()]
        row, is_ours = known.row_of(told, organisation)
        if is_ours:
            failed.append((told.entry["name"], "An entry of this name is here already. Change that one instead"))
        elif row is None:
            entered.append(known.add(Service(organisation=organisation, source=source, source_id=told.key,
                                             changed_at=at, taken_in_at=at, **told.entry)))  # fmt: skip
        elif not _differs(row, told.entry, organisation):
            same += 1
        elif row.taken_in_at is not None and row.changed_at > row.taken_in_at:
            kept.append(row)
        else:
            _put(row, told.entry, organisation, at)
            changed.append(known.add(row))
    Service.objects.bulk_create(entered, batch_size=AT_ONCE)
    columns = ["organisation", "changed_at", "taken_in_at", "version", *(found.services[0].entry if changed else ())]
    Service.objects.bulk_update(changed, columns, batch_size=AT_ONCE)
    counted = {"source": source, "entered": len(entered), "changed": len(changed), "failed": len(failed)}
    events.record("directory.taken_in", by=by, details=counted)
    return TakenIn(entered, changed, same, kept, failed)


class _Known:
    """What is in the directory, by where it came from and by name; one question."""

    def __init__(self, source: str) -> None:
        rows = list(Service.objects.select_for_update(of=("self",)).select_related("organisation"))
        self.by_key = {row.source_id: row for row in rows if row.source == source and row.source_id}
        self.by_name = {(row.organisation_id, row.name.casefold()): row for row in rows}
        self.own = {str(row.pk) for row in rows}

    def row_of(self, told: Told, organisation: Organisation) -> tuple[Service | None, bool]:
        """The row that this is, and whether one of the same name did not come from there."""
        row = self.by_key.get(told.key)
        named = self.by_name.get((organisation.pk, told.entry["name"].casefold()))
        return row, told.key in self.own or (named is not None and named is not row)

    def add(self, row: Service) -> Service:
        """Under its name now. A name that it had before stays taken until the next time: all are written together."""
        self.by_name[row.organisation_id, row.name.casefold()] = row
        return row


def _organisations(names: set[str]) -> Mapping[str, Organisation]:
    """Each by its name however its capitals are written; those not known yet are made."""
    known = {row.name.casefold(): row for row in Organisation.objects.all()}
    new = {name.casefold(): Organisation(name=name) for name in sorted(names) if name.casefold() not in known}
    Organisation.objects.bulk_create(new.values(), batch_size=AT_ONCE)
    return known | new


def _differs(row: Service, entry: Mapping[str, Any], organisation: Organisation) -> bool:
    return row.organisation_id != organisation.pk or any(getattr(row, name) != said for name, said in entry.items())


def _put(row: Service, entry: Mapping[str, Any], organisation: Organisation, at: datetime) -> None:
    row.organisation, row.changed_at, row.taken_in_at, row.version = organisation, at, at, row.version + 1
    for name, said in entry.items():
        setattr(row, name, said)
