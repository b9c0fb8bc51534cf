"""The board: contacts that are not finished, by what they wait for, in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.casework.models import Handover
from kinfold.web.core.words import in_london
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash import staging
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER, RAG_AMBER, RAG_GREEN, RAG_RED
from kinfold.web.mash.models import ChildWorry, Contact, ContactChild, Stage

MOST_ROWS = 400
EACH_RATING = 100  # of them kept for it, however many of another come in one file
MOST_ANSWERS = 100  # the longest owed; however many there are, they never push a child who waits off the board
RANK = {"": 0, "red": 1, "amber": 2, "green": 3}
DECISION_CLOCKS = (CONTACT_DECISION.key, RAG_RED.key, RAG_AMBER.key, RAG_GREEN.key)


@dataclass(frozen=True)
class BoardRow:
    """One contact. ``due_at`` is the clock that runs out first among those its section is about."""

    contact: Contact
    children: list[ContactChild]
    worries: list[str]
    due_at: datetime | None
    waits_for: str = ""  # who must agree, accept or be told
    next_stage: str = ""  # before the decision, where the partnership decides in stages

    @property
    def undecided(self) -> int:
        return sum(child.decided_at is None for child in self.children)


@dataclass(frozen=True)
class HarmRow:
    handover: Handover
    children: list[str]
    due_at: datetime | None


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    hint: str
    rows: list[BoardRow] = field(default_factory=list)


@dataclass(frozen=True)
class Board:
    harm: list[HarmRow]
    sections: list[Section]
    total: int  # contacts, each once, before any filter
    shown: int
    agencies: list[tuple[str, str]]
    hidden: Mapping[UUID, str]  # contacts that fit the filter and that no page has room for ▶ rating
    hidden_answers: int

    @property
    def hidden_of(self) -> dict[str, int]:
        """Rating ▶ how many are not shown."""
        return dict(sorted(Counter(self.hidden.values()).items(), key=lambda one: RANK[one[0]]))


SECTIONS = (
    ("unrated", "Not yet rated", "Open each one and rate it."),
    ("out_of_hours", "Came while the hub was closed", "Nobody has read these yet."),
    ("deciding", "Waiting for a decision", "The most urgent first."),
    ("agreeing", "Waiting for a second person", "Somebody else must agree or return the decision."),
    (
        "accepting",
        "Waiting to be accepted",
        "Passed to the worker who knows the child. It stays here until they accept.",
    ),
    ("answering", "Answer to send", "Everything is decided. Tell the person who contacted us."),
)


def board(viewer: User, now: datetime, *, rating: str = "", agency: str = "") -> Board:
    """Filters choose among contacts; significant harm is always there."""
    waiting = _waiting(viewer)
    wanted = staging.wanted(in_london(now).date())
    every = Contact.objects.visible_to(viewer).filter(recorded_in_error_at__isnull=True).order_by("received_at", "pk")
    owed, hidden_answers = _answers(every, waiting)
    cut = _most_urgent(every, waiting, rating, agency) if len(waiting.contact_ids) > MOST_ROWS else None
    contacts = _contacts(viewer, every, owed | (cut.shown if cut else waiting.contact_ids), stages=bool(wanted))
    clocks = _clocks(pk for row in contacts for pk in (row.pk, *(child.pk for child in children_of(row))))
    rows: dict[str, list[BoardRow]] = {key: [] for key, _, _ in SECTIONS}
    shown = set()
    for contact in contacts:
        if not _is_chosen(contact.rating, contact.agency_id, rating, agency):
            continue
        for key, row in _rows(contact, waiting, clocks, wanted):
            rows[key].append(row)
            shown.add(contact.pk)
    agencies = {(str(one.agency_id), one.agency.name) for one in contacts if one.agency}
    return Board(
        harm=_harm(viewer),
        sections=[Section(key, title, hint, _in_order(rows[key])) for key, title, hint in SECTIONS],
        total=(cut.total + len(owed) if cut else len(contacts)) + hidden_answers,
        shown=len(shown),
        agencies=sorted(agencies | (cut.agencies if cut else set()), key=lambda one: one[1]),
        hidden=cut.hidden if cut else {},
        hidden_answers=hidden_answers,
    )


def _is_chosen(rating: str, agency_id: UUID | None, chosen: str, agency: str) -> bool:
    return (not chosen or rating == chosen.replace("unrated", "")) and (not agency or agency == str(agency_id))


@dataclass(frozen=True)
class _Waiting:
    undecided: set[UUID]  # contacts
    agreeing: set[UUID]  # contacts
    accepting: dict[UUID, Handover]  # child ▶ its handover
    accepting_contacts: set[UUID]

    @property
    def contact_ids(self) -> set[UUID]:
        return self.undecided | self.agreeing | self.accepting_contacts


def _waiting(viewer: User) -> _Waiting:
    children = ContactChild.objects.visible_to(viewer).filter(contact__recorded_in_error_at__isnull=True)
    accepting = {
        handover.contact_child_id: handover
        for handover in Handover.objects.visible_to(viewer)
        .waiting()
        .filter(kind=Handover.Kind.OPEN_CASE, contact_child_id__isnull=False)
        .select_related("to_user", "to_team")
    }
    return _Waiting(
        undecided=set(children.undecided().values_list("contact", flat=True)),
        agreeing=set(children.awaiting_agreement().values_list("contact", flat=True)),
        accepting=accepting,
        accepting_contacts=set(children.filter(pk__in=accepting).values_list("contact", flat=True)),
    )


@dataclass(frozen=True)
class _Cut:
    """What a page shows of more contacts than it has room for."""

    shown: set[UUID]
    hidden: dict[UUID, str]
    total: int
    agencies: set[tuple[str, str]]


def _most_urgent(every: QuerySet[Contact], waiting: _Waiting, rating: str, agency: str) -> _Cut:
    """Of each rating first those in danger, then who has waited longest; places left over go to the most urgent."""
    rows = list(
        every.filter(pk__in=waiting.contact_ids)
        .order_by("-immediate_danger", "received_at", "pk")
        .values_list("pk", "rating", "agency_id", "agency__name")
    )
    of_rating: dict[str, list[UUID]] = {one: [] for one in RANK}
    for pk, said, by, _ in rows:
        if _is_chosen(said, by, rating, agency):
            of_rating[said].append(pk)
    shown = {pk for found in of_rating.values() for pk in found[:EACH_RATING]}
    left = [(pk, said) for said, found in of_rating.items() for pk in found[EACH_RATING:]]
    room = MOST_ROWS - len(shown)
    return _Cut(
        shown=shown | {pk for pk, _ in left[:room]},
        hidden=dict(left[room:]),
        total=len(rows),
        agencies={(str(by), name) for _, _, by, name in rows if by},
    )


def _answers(every: QuerySet[Contact], waiting: _Waiting) -> tuple[set[UUID], int]:
    """Contacts whose referrer waits for an answer and for nothing else, the longest first; and how many more."""
    owed = Deadline.objects.open().filter(kind=FEEDBACK_TO_REFERRER.key).values("about_id")
    rows = every.filter(pk__in=owed).exclude(pk__in=waiting.contact_ids)
    first = set(rows.values_list("pk", flat=True)[:MOST_ANSWERS])
    return first, rows.count() - len(first) if len(first) == MOST_ANSWERS else 0


def _contacts(viewer: User, every: QuerySet[Contact], ids: set[UUID], *, stages: bool) -> list[Contact]:
    children = ContactChild.objects.visible_to(viewer).select_related("person").order_by("created_at", "pk")
    children = children.prefetch_related(Prefetch("worries", ChildWorry.objects.all(), to_attr="worries_now"))
    if stages:
        children = children.prefetch_related(Prefetch("stages", Stage.objects.all()))
    return list(
        every.filter(pk__in=ids)
        .select_related("agency")
        .prefetch_related(Prefetch("children", children, to_attr="children_now"))
    )


def children_of(contact: Contact) -> list[ContactChild]:
    """Those who were fetched with the contact: the ones that the viewer may see."""
    found: list[ContactChild] = contact.children_now  # type: ignore[attr-defined]
    return found


def _clocks(about: Iterable[UUID]) -> dict[UUID, list[Deadline]]:
    """What each thing on the board is on the clock for; read as the hub, which sees them."""
    found: dict[UUID, list[Deadline]] = {}
    for row in Deadline.objects.open().filter(about_id__in=list(about)).order_by("due_at"):
        found.setdefault(row.about_id, []).append(row)
    return found


def _rows(
    contact: Contact, waiting: _Waiting, clocks: dict[UUID, list[Deadline]], wanted: Sequence[str]
) -> Iterable[tuple[str, BoardRow]]:
    children = children_of(contact)
    labels = code_lists.labels("worry")
    worries = list(dict.fromkeys(labels.get(w.worry, w.worry) for child in children for w in _worries(child)))
    running = [row for about in (contact.pk, *(c.pk for c in children)) for row in clocks.get(about, [])]
    decide_by = min((row.due_at for row in running if row.kind in DECISION_CLOCKS), default=None)

    def row(due_at: datetime | None, waits_for: str = "") -> BoardRow:
        return BoardRow(contact, children, worries, due_at, waits_for)

    handed = [waiting.accepting[child.pk] for child in children if child.pk in waiting.accepting]
    with_them = ", ".join(dict.fromkeys(str(one.to_user or one.to_team) for one in handed))
    open_children = [child for child in children if child.decided_at is None and child.pk not in waiting.accepting]
    if open_children or (handed and not contact.rating):  # unrated stands on top, whoever has it
        unread = contact.out_of_hours and contact.read_at is None
        key = "out_of_hours" if unread and not contact.rating else "deciding" if contact.rating else "unrated"
        yield key, replace(row(decide_by, with_them), next_stage=_next_stage(open_children, wanted))
    if contact.pk in waiting.agreeing:
        deciders = {child.decided_by_id for child in children if child.awaits_agreement}
        yield "agreeing", row(decide_by, "another person" if deciders else "")
    if handed:
        yield "accepting", row(decide_by, with_them)
    finished = not open_children and not handed and contact.pk not in waiting.agreeing
    owed = [one.due_at for one in running if one.kind == FEEDBACK_TO_REFERRER.key]
    if finished and owed:
        yield "answering", row(min(owed), contact.referrer_name)


def _next_stage(children: Iterable[ContactChild], wanted: Sequence[str]) -> str:
    """The earliest that any of these children still waits for, in words; asked for only where stages are wanted."""
    waiting = {staging.next_stage(wanted, child.stages.all()) for child in children} if wanted else set()
    earliest = next((stage for stage in wanted if stage in waiting), "")
    return code_lists.label("decision_stage", earliest) if earliest else ""


def _worries(child: ContactChild) -> list[ChildWorry]:
    found: list[ChildWorry] = child.worries_now  # type: ignore[attr-defined]
    return found


def _in_order(rows: list[BoardRow]) -> list[BoardRow]:
    """Danger now, then by colour, then what is due first."""
    return sorted(
        rows,
        key=lambda row: (
            not row.contact.immediate_danger,
            RANK[row.contact.rating],
            row.due_at is None,
            row.due_at or row.contact.received_at,
        ),
    )


def _harm(viewer: User) -> list[HarmRow]:
    rows = list(
        Handover.objects.visible_to(viewer)
        .waiting()
        .filter(kind=Handover.Kind.SIGNIFICANT_HARM)
        .select_related("offered_by", "from_team")
        .prefetch_related("people")
        .order_by("offered_at")
    )
    clocks = _clocks(row.pk for row in rows) if rows else {}
    return [
        HarmRow(
            row, [person.name for person in row.people.all()], next((c.due_at for c in clocks.get(row.pk, [])), None)
        )
        for row in rows
    ]
