"""Keeping what is typed into a return, and taking in the spreadsheet that says the same."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from kinfold.indicators.gathering import asked_of, boxes_of
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.intake import rules
from kinfold.web.intake.models import Answer, Return, Upload
from kinfold.web.intake.selectors.filling import sheet_of
from kinfold.web.intake.spreadsheets.faults import SheetFault
from kinfold.web.intake.spreadsheets.reading import read

LONGEST = 200


@transaction.atomic
def save(
    *, of: Return, indicator: str, typed: Mapping[str, str], note: str, version: int, by: User, now: datetime
) -> Answer:
    """Keeps what was typed, right or wrong. `version` is 0 where the page showed nothing saved yet."""
    require(by, Permission.RETURN_FILL, on=of)
    of = locked(of)
    hold(rules.in2_is_being_filled, of)
    one = next((each for each in asked_of(of.agency.name, of.period) if each.key == indicator), None)
    hold(rules.in7_is_asked_for, one is not None)
    assert one is not None
    kept = {box.name: typed.get(box.name, "").strip()[:LONGEST] for box in boxes_of(one)}
    answer, begun = Answer.objects.get_or_create(
        of=of,
        indicator=indicator,
        defaults={"record_id": of.record_id, "typed": kept, "note": note.strip(), "typed_by": by, "typed_at": now},
    )
    if not begun and (version == 0 or (answer.typed, answer.note) != (kept, note.strip())):
        answer.typed, answer.note, answer.typed_by, answer.typed_at = kept, note.strip(), by, now
        save_version(answer, expected=version, fields=["typed", "note", "typed_by", "typed_at"])
    events.record("return.figure_saved", by=by, about=of, details={"indicator": indicator})
    return answer


@transaction.atomic
def take_in(*, of: Return, name: str, content: bytes, by: User, now: datetime) -> Upload:
    """Keeps the file as it is. One with faults is set aside whole; one without is typed into the return."""
    require(by, Permission.RETURN_FILL, on=of)
    of = locked(of)
    hold(rules.in2_is_being_filled, of)
    try:
        told = read(name, content, sheet_of(by, of))
        faults: tuple[SheetFault, ...] = told.faults
    except SheetFault as fault:  # not a sheet that can be read at all
        told, faults = None, (fault,)
    upload = Upload.objects.create(
        of=of,
        record_id=of.record_id,
        name=name[:LONGEST],
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        faults=[{"cell": fault.cell, "words": fault.words} for fault in faults],
        sent_by=by,
    )
    events.record("return.file_sent", by=by, about=of, details={"faults": len(faults), "sha256": upload.sha256})
    if told is not None and not faults:
        for indicator, answer in told.answers.items():
            saved = Answer.objects.filter(of=of, indicator=indicator).first()
            save(
                of=of, indicator=indicator, typed=answer.typed, note=answer.note,
                version=saved.version if saved else 0, by=by, now=now,
            )  # fmt: skip
    return upload
