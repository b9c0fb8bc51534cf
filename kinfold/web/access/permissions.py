"""Every permission there is, and the roles that hold them."""

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    HOME = "home"  # every signed-in person

    CONTACT_CREATE = "contact.create"
    CONTACT_READ_OWN = "contact.read_own"
    CONTACT_DELIVER = "contact.deliver"  # many at once, as a file or from an agency's own system
    CONTACT_BOARD = "contact.board"
    CONTACT_MATCH = "contact.match"
    CONTACT_RATE = "contact.rate"
    CONTACT_DECIDE = "contact.decide"
    CONTACT_AGREE = "contact.agree"  # second person for a red or third contact with no further action
    CONTACT_ACCEPT = "contact.accept"  # take a contact about a child whom you already help
    FEEDBACK_SEND = "feedback.send"
    ADVICE_GIVE = "advice.give"  # on the telephone, about no child whom anybody could know from it
    CONTACT_GRADE = "contact.grade"  # how good it was, for whoever made it to learn from
    GRADES_OVERSEE = "grades.oversee"  # of every agency

    PERSON_READ = "person.read"
    PERSON_SEARCH = "person.search"  # the whole index
    PERSON_CREATE = "person.create"
    PERSON_UPDATE = "person.update"
    ADDRESS_PROTECT = "address.protect"
    RECORD_RESTRICT = "record.restrict"
    CHANGES_TAKE_IN = "changes.take_in"  # of school, surgery and address, from partners’ files; decide those in doubt

    EPISODE_READ = "episode.read"
    EPISODE_OPEN = "episode.open"
    EPISODE_CLOSE = "episode.close"
    LEAD_ASSIGN = "lead.assign"
    CONVERSATION_HOLD = "conversation.hold"
    PLAN_WRITE = "plan.write"
    REVIEW_HOLD = "review.hold"
    SHARING_DECIDE = "sharing.decide"
    HANDOVER_OFFER = "handover.offer"
    HANDOVER_ANSWER = "handover.answer"
    COMMITMENT_UPDATE = "commitment.update"

    REQUEST_SEND = "request.send"  # ask an agency what it knows of a child
    REQUEST_ANSWER = "request.answer"  # say so, for one's own agency
    REQUEST_OVERSEE = "request.oversee"  # how agencies reply, and how often they stay silent

    TRAY_OWN = "tray.own"
    TRAY_TEAM = "tray.team"

    FIGURES_READ = "figures.read"
    FIGURES_COMPUTE = "figures.compute"
    FIGURES_DRILL = "figures.drill"  # the rows behind a figure; with it, small numbers
    FIGURES_DECIDE = "figures.decide"  # targets, new baselines, changes of definition, statistical neighbours
    REPORT_READ = "report.read"
    REPORT_WRITE = "report.write"
    REPORT_SIGN = "report.sign"
    STRATEGY_WRITE = "strategy.write"
    STRATEGY_MANAGE = "strategy.manage"  # its wording, read in and taken out as a file
    BOARD_READ = "board.read"  # the papers of a board that lets the person in
    BOARD_WRITE = "board.write"  # seats, meetings, decisions, forward plan

    RETURN_READ = "return.read"  # of one's own agency; whoever oversees them reads all
    RETURN_FILL = "return.fill"
    RETURN_SIGN = "return.sign"
    RETURN_OVERSEE = "return.oversee"  # ask agencies for figures, load what others published

    DIRECTORY_READ = "directory.read"  # services for families
    DIRECTORY_KEEP = "directory.keep"  # enter them, change them, say that they are right
    WATCH_KEEP = "watch.keep"  # keep an eye on a child without a plan
    OUTCOME_CHECK = "outcome.check"  # as somebody else than whoever put a family’s outcomes forward
    CONSULTATION_HOLD = "consultation.hold"  # think a family through with its worker, and record it without a name
    SERVICE_REFER = "service.refer"  # tell a family of one, refer them, say what became of it
    GROUP_READ = "group.read"  # its sessions, and those of its register whom one may see
    GROUP_RUN = "group.run"  # record sessions and keep the register, of a group of one's own team
    GROUP_COUNT = "group.count"  # how many come to every group, and how many volunteer; with it, small numbers
    VOLUNTEER_KEEP = "volunteer.keep"  # of one's own team's services; whoever keeps the directory: of all

    COVER_ARRANGE = "cover.arrange"  # say who stands in while one is away
    CONFLICT_DECLARE = "conflict.declare"  # say that one knows a family oneself
    CONFLICT_OVERSEE = "conflict.oversee"  # say it of a colleague, and say that it no longer matters
    EMERGENCY_ASK = "emergency.ask"  # open a file that one may not usually see, for some hours
    EMERGENCY_REVIEW = "emergency.review"  # say whether it was right
    AUDIT_READ = "audit.read"
    ACCOUNTS_MANAGE = "accounts.manage"
    SETTINGS_WRITE = "settings.write"


class Role(StrEnum):
    SAFEGUARDING_LEAD = "safeguarding_lead"
    MASH_DECISION_MAKER = "mash_decision_maker"
    MASH_MANAGER = "mash_manager"
    SOCIAL_WORKER = "social_worker"
    SOCIAL_CARE_MANAGER = "social_care_manager"
    EARLY_HELP_LEAD = "early_help_lead"
    EARLY_HELP_MANAGER = "early_help_manager"
    EARLY_HELP_PCSO = "early_help_pcso"
    ANALYST = "analyst"
    AGENCY_DATA_CONTACT = "agency_data_contact"
    BOARD_SUPPORT = "board_support"
    BOARD_CHAIR = "board_chair"
    CALDICOTT_GUARDIAN = "caldicott_guardian"
    ACCOUNT_ADMINISTRATOR = "account_administrator"
    AGENCY_SYSTEM = "agency_system"


@dataclass(frozen=True)
class RoleDefinition:
    title: str
    permissions: frozenset[Permission]
    whole_index: bool = False  # sees every open record, not only families it is involved with
    services: tuple[str, ...] = ()  # whose teams alone may hold it, by code of the list "service"; empty: any


P = Permission

_REFERS = {P.CONTACT_CREATE, P.CONTACT_READ_OWN, P.DIRECTORY_READ}
_HELPS = {
    P.PERSON_READ, P.PERSON_UPDATE, P.EPISODE_READ, P.CONVERSATION_HOLD, P.PLAN_WRITE, P.REVIEW_HOLD, P.SHARING_DECIDE,
    P.HANDOVER_OFFER, P.COMMITMENT_UPDATE, P.CONTACT_ACCEPT, P.REQUEST_ANSWER, P.TRAY_OWN, P.EMERGENCY_ASK,
    P.CONFLICT_DECLARE, P.COVER_ARRANGE, P.SERVICE_REFER, P.GROUP_READ,
}  # fmt: skip
_LEADS = _REFERS | _HELPS | {P.EPISODE_OPEN, P.EPISODE_CLOSE}
_HUB = _REFERS | {
    P.CONTACT_BOARD, P.CONTACT_MATCH, P.CONTACT_RATE, P.CONTACT_DECIDE, P.CONTACT_GRADE, P.FEEDBACK_SEND, P.PERSON_READ,
    P.PERSON_SEARCH, P.PERSON_CREATE, P.PERSON_UPDATE, P.ADDRESS_PROTECT, P.EPISODE_READ, P.HANDOVER_OFFER,
    P.REQUEST_SEND, P.TRAY_OWN, P.EMERGENCY_ASK, P.CONFLICT_DECLARE, P.ADVICE_GIVE, P.CONTACT_DELIVER, P.SERVICE_REFER,
    P.CHANGES_TAKE_IN,
}  # fmt: skip
_RUNS_GROUPS = {P.GROUP_RUN, P.VOLUNTEER_KEEP}
_OVERSEES = {P.CONFLICT_OVERSEE, P.HANDOVER_ANSWER, P.LEAD_ASSIGN, P.TRAY_TEAM, P.FIGURES_DRILL}
_READS_FIGURES = {P.FIGURES_READ, P.REPORT_READ, P.BOARD_READ}

ROLES: dict[Role, RoleDefinition] = {
    Role.SAFEGUARDING_LEAD: RoleDefinition(  # answers for the school itself, which has no other manager of this work
        "Designated Safeguarding Lead", frozenset({P.HOME, P.HANDOVER_ANSWER} | _LEADS | _RUNS_GROUPS)
    ),
    Role.MASH_DECISION_MAKER: RoleDefinition(
        "MASH decision-maker (qualified social worker)",
        frozenset({P.HOME} | _HUB),
        whole_index=True,
        services=("mash",),
    ),
    Role.MASH_MANAGER: RoleDefinition(
        "MASH manager",
        frozenset(
            {P.HOME, P.CONTACT_AGREE, P.REQUEST_OVERSEE, P.RECORD_RESTRICT, P.TRAY_TEAM, P.SETTINGS_WRITE}
            | {P.CONFLICT_OVERSEE, P.GRADES_OVERSEE}
            | {P.FIGURES_DRILL}
            | _HUB
            | _READS_FIGURES
        ),
        whole_index=True,
        services=("mash",),
    ),
    Role.SOCIAL_WORKER: RoleDefinition(
        "Social worker",
        frozenset({P.HOME, P.PERSON_SEARCH, P.HANDOVER_ANSWER, P.ADDRESS_PROTECT, P.CHANGES_TAKE_IN} | _LEADS),
        whole_index=True,
        services=("social_care",),
    ),
    Role.SOCIAL_CARE_MANAGER: RoleDefinition(
        "Social care team manager",
        frozenset(
            {P.HOME, P.PERSON_SEARCH, P.ADDRESS_PROTECT, P.RECORD_RESTRICT, P.CHANGES_TAKE_IN}
            | _LEADS
            | _OVERSEES
            | _READS_FIGURES
        ),
        whole_index=True,
        services=("social_care",),
    ),
    Role.EARLY_HELP_LEAD: RoleDefinition(
        "Early Help lead professional",
        frozenset({P.HOME, P.DIRECTORY_KEEP, P.CONSULTATION_HOLD, P.WATCH_KEEP, P.GROUP_COUNT} | _LEADS | _RUNS_GROUPS),
    ),
    Role.EARLY_HELP_MANAGER: RoleDefinition(
        "Early Help manager",
        frozenset(
            {P.HOME, P.DIRECTORY_KEEP, P.CONSULTATION_HOLD, P.WATCH_KEEP, P.OUTCOME_CHECK, P.GROUP_COUNT}
            | _LEADS
            | _RUNS_GROUPS
            | _OVERSEES
            | _READS_FIGURES
        ),
    ),
    Role.EARLY_HELP_PCSO: RoleDefinition(
        "PCSO in early help",
        frozenset(
            {P.HOME, P.PERSON_READ, P.EPISODE_READ, P.COMMITMENT_UPDATE, P.REQUEST_ANSWER, P.TRAY_OWN, P.EMERGENCY_ASK}
            | {P.CONFLICT_DECLARE}
            | _REFERS
        ),
    ),
    Role.ANALYST: RoleDefinition(
        "Partnership analyst",
        frozenset(
            {P.HOME, P.FIGURES_COMPUTE, P.FIGURES_DRILL, P.FIGURES_DECIDE, P.REPORT_WRITE, P.TRAY_OWN}
            | {P.STRATEGY_WRITE, P.STRATEGY_MANAGE}
            | {P.RETURN_READ, P.RETURN_OVERSEE}
            | _READS_FIGURES
        ),
    ),
    Role.AGENCY_DATA_CONTACT: RoleDefinition(
        "Agency data contact", frozenset({P.HOME, P.TRAY_OWN, P.RETURN_READ, P.RETURN_FILL, P.RETURN_SIGN})
    ),
    Role.BOARD_SUPPORT: RoleDefinition(
        "Partnership business unit officer",
        frozenset(
            {P.HOME, P.STRATEGY_WRITE, P.STRATEGY_MANAGE, P.BOARD_WRITE, P.TRAY_OWN, P.TRAY_TEAM}
            | {P.DIRECTORY_READ, P.DIRECTORY_KEEP, P.GROUP_COUNT, P.VOLUNTEER_KEEP}
            | _READS_FIGURES
        ),
    ),
    Role.BOARD_CHAIR: RoleDefinition(
        "Board chair", frozenset({P.HOME, P.REPORT_SIGN, P.STRATEGY_WRITE, P.TRAY_OWN} | _READS_FIGURES)
    ),
    Role.CALDICOTT_GUARDIAN: RoleDefinition(
        "Caldicott Guardian",
        frozenset(
            {P.HOME, P.AUDIT_READ, P.PERSON_READ, P.PERSON_SEARCH, P.TRAY_OWN, P.EMERGENCY_REVIEW}
            | {P.CONFLICT_DECLARE, P.CONFLICT_OVERSEE}
        ),
        whole_index=True,
    ),
    Role.ACCOUNT_ADMINISTRATOR: RoleDefinition("Account administrator", frozenset({P.HOME, P.ACCOUNTS_MANAGE})),
    Role.AGENCY_SYSTEM: RoleDefinition(  # no person: it holds a key, and has no password to sign in with
        "An agency’s own system", frozenset({P.CONTACT_DELIVER})
    ),
}


def roles_with(permission: Permission) -> tuple[Role, ...]:
    return tuple(role for role, definition in ROLES.items() if permission in definition.permissions)


WHOLE_INDEX_ROLES = tuple(role for role, definition in ROLES.items() if definition.whole_index)
