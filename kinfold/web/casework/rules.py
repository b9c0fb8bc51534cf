"""What holds for help to a family; each docstring is the message that a person reads."""

from collections.abc import Collection
from datetime import date

from kinfold.practice import code_lists
from kinfold.web.access.models import Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework.models import Conflict, Episode, Handover, Involvement, Status
from kinfold.web.commitments.models import Commitment
from kinfold.web.deadlines.models import Deadline
from kinfold.web.people.models import Family, Person
from kinfold.web.sharing import selectors as sharing

TIER_OF = {
    Status.Kind.FAMILY_SUPPORT: 2,
    Status.Kind.EARLY_HELP: 3,
    Status.Kind.CHILD_IN_NEED: 4,
    Status.Kind.CHILD_PROTECTION: 4,
    Status.Kind.LOOKED_AFTER: 4,
}
MOST_SERIOUS_FIRST = (
    Status.Kind.LOOKED_AFTER,
    Status.Kind.CHILD_PROTECTION,
    Status.Kind.CHILD_IN_NEED,
    Status.Kind.EARLY_HELP,
    Status.Kind.FAMILY_SUPPORT,
)
BY_AGREEMENT = (Status.Kind.FAMILY_SUPPORT, Status.Kind.EARLY_HELP)
STATUTORY = (Status.Kind.CHILD_IN_NEED, Status.Kind.CHILD_PROTECTION, Status.Kind.LOOKED_AFTER)

LEAD = "lead_professional"
OPENS_TO_TEAM = (LEAD, "allocated_social_worker", "family_support_worker")
"""These parts are held for a team, which stands in when the person is away; other parts open the file to one person."""

LEFT = "They have left"
LEFT_PASSED_ON = "They have left, and a colleague took over"
PASSED_ON = "A colleague took over"
"""Why a part ended. One that ended with LEFT waits for somebody to take it over."""

PERMISSION_TO_ANSWER = dict.fromkeys(Handover.Kind, Permission.HANDOVER_ANSWER) | {
    Handover.Kind.OPEN_CASE: Permission.CONTACT_ACCEPT,
    Handover.Kind.SIGNIFICANT_HARM: Permission.CONTACT_RATE,
}
SERVICES_OF: dict[str, tuple[str, ...]] = {
    Status.Kind.CHILD_IN_NEED: ("social_care",),
    Status.Kind.CHILD_PROTECTION: ("social_care",),
    Status.Kind.LOOKED_AFTER: ("social_care",),
}


def cw1_begins_with_agreement(episode: Episode, kind: str) -> bool:
    """Record that the family agreed before this help starts: a parent, a carer, or a young person who is old enough."""
    return kind not in BY_AGREEMENT or sharing.has_agreed(episode, kind)


def cw2_statutory_help_is_social_cares(kind: str, by: User) -> bool:
    """Only children’s social care starts or ends child in need, child protection and looked after."""
    services = SERVICES_OF.get(kind)
    return services is None or any(team.service in services for team in by.teams)


def cw3_episode_is_open(episode: Episode) -> bool:
    """Help to this family has already ended."""
    return episode.closed_on is None


def cw4_not_before_help_began(on: date, episode: Episode) -> bool:
    """The day must be on or after the day help to this family began."""
    return on >= episode.opened_on


def cw5_children_are_in_the_family(people: set[object], members: set[object]) -> bool:
    """Choose children of this family."""
    return bool(people) and people <= members


def cw6_no_statutory_help_goes_on(kinds: set[str]) -> bool:
    """Help cannot close while a child is in need, protected or looked after. Social care ends that first."""
    return not kinds & set(STATUTORY)


def cw7_no_handover_waits(waiting: int) -> bool:
    """A handover still waits for an answer. It is accepted, refused or taken back before help is closed."""
    return waiting == 0


def cw8_outcome_is_known(outcome: str) -> bool:
    """Choose how help to this family ended."""
    return outcome in code_lists.labels("episode_outcome")


def cw9_role_is_known(role: str) -> bool:
    """Choose the part that this professional plays."""
    return role in code_lists.labels("involvement_role")


def cw10_is_still_involved(ended_on: date | None) -> bool:
    """This involvement has already ended."""
    return ended_on is None


def cw11_waits_for_an_answer(handover: Handover) -> bool:
    """This handover was already answered or taken back."""
    return handover.accepted_at is None and handover.refused_at is None and handover.withdrawn_at is None


def cw12_goes_to_another_team(from_team: Team | None, to_team: Team) -> bool:
    """Choose a team other than your own."""
    return from_team is None or from_team.pk != to_team.pk


def cw13_says_why(reason: str) -> bool:
    """Say why, so that the next person need not ask the family again."""
    return bool(reason.strip())


def cw14_harm_goes_to_the_hub(kind: str, to_team: Team) -> bool:
    """Significant harm goes to the MASH."""
    return kind != Handover.Kind.SIGNIFICANT_HARM or to_team.service == "mash"


def cw15_harm_is_never_declined(handover: Handover) -> bool:
    """Significant harm cannot be declined. The MASH decides what happens, within its time."""
    return handover.kind != Handover.Kind.SIGNIFICANT_HARM


def cw16_answered_by_the_receiver(handover: Handover, by: User) -> bool:
    """Only the team that it was handed to can answer."""
    return handover.to_team in by.teams or handover.to_user_id == by.pk


def cw17_taken_back_by_the_sender(handover: Handover, by: User) -> bool:
    """Only the team that handed it over can take it back."""
    return handover.offered_by_id == by.pk or handover.from_team in by.teams


def cw18_status_fits_the_step(kind: str, to_status: str) -> bool:
    """Choose the help that would begin."""
    needs_status = kind in (Handover.Kind.START, Handover.Kind.STEP_UP, Handover.Kind.STEP_DOWN)
    return to_status in Status.Kind.values if needs_status or to_status else True


def cw22_help_begins_for_a_family(to_status: str, family: Family | None) -> bool:
    """Say which family this is before help for it is handed over."""
    return not to_status or family is not None


def cw19_somebody_or_a_team(user: User | None, team: Team | None) -> bool:
    """Name a professional or a team."""
    return user is not None or team is not None


def cw20_lead_is_a_current_colleague(user: User) -> bool:
    """Choose somebody whose account is open and who works in a team."""
    return user.is_active and bool(user.teams)


def cw23_somebody_takes_something(passed: Collection[object]) -> bool:
    """Choose a colleague for at least one thing."""
    return bool(passed)


def cw24_goes_to_somebody_else(colleague: User, to: User) -> bool:
    """Choose somebody else to take over."""
    return colleague.pk != to.pk


def cw25_is_still_theirs(colleague: User, work: Involvement | Handover | Commitment | Deadline) -> bool:
    """Somebody else changed some of this work while you chose. Nothing was passed on. Look at the list again."""
    if isinstance(work, Involvement):
        return work.user_id == colleague.pk and (work.ended_on is None or work.change_reason == LEFT)
    if isinstance(work, Handover):
        return work.to_user_id == colleague.pk and cw11_waits_for_an_answer(work)
    if isinstance(work, Commitment):
        return work.promiser_user_id == colleague.pk and work.done_on is None and work.dropped_at is None
    return work.user_id == colleague.pk and work.met_at is None and work.withdrawn_at is None


def cw26_nobody_else_leads(role: str, children: list[Person]) -> bool:
    """One of these families has a lead professional already. Nothing was passed on. Look at the list again."""
    leads = Involvement.objects.filter(person__in=children, role=LEAD, ended_on__isnull=True)
    return role != LEAD or not leads.exists()


def cw27_sees_the_file(sees: bool) -> bool:
    """A task goes only to a colleague who can see the family’s file. Give them a part with the family first."""
    return sees


def cw28_says_how_they_know_them(how: str) -> bool:
    """Choose how the family is known."""
    return how in code_lists.labels("conflict_of_interest")


def cw29_somebody_else_ends_it(conflict: Conflict, by: User) -> bool:
    """Somebody else must say that it no longer matters."""
    return conflict.user_id != by.pk


def cw30_says_why_it_ends(reason: str) -> bool:
    """Say why it no longer matters."""
    return bool(reason.strip())


def cw31_does_not_know_the_family(sees: bool) -> bool:
    """This colleague cannot work with this family. Choose somebody else."""
    return sees


def cw32_cover_is_a_colleague(cover: User, able: Collection[User]) -> bool:
    """Choose somebody in the same team who helps families."""
    return cover in able


def cw33_days_follow(first_day: date, last_day: date, today: date) -> bool:
    """The last day must be today or later, and not before the first."""
    return first_day <= last_day and today <= last_day


def cw34_is_a_colleague_of_theirs(is_colleague: bool) -> bool:
    """Only a manager in their own team can say who stands in for somebody."""
    return is_colleague


def cw21_status_is_open(status: Status) -> bool:
    """This has already ended."""
    return status.ended_on is None and status.recorded_in_error_at is None
