"""The people of the demonstration: one for each part that a person can play."""

from dataclasses import dataclass

from kinfold.web.access.permissions import Role


@dataclass(frozen=True)
class Persona:
    slug: str
    name: str
    post: str
    role: Role
    service: str  # of the team they join
    employed_as: str  # a post in the imaginary city, one of whose holders they become; empty: somebody new
    does: str  # what to try as this person

    @property
    def email(self) -> str:
        return f"{self.slug}@demo.example"

    @property
    def telephone(self) -> str:
        """One that Ofcom keeps for drama."""
        return f"01632 960 {200 + list(PERSONAS).index(self.slug)}"


PERSONAS: dict[str, Persona] = {
    persona.slug: persona
    for persona in (
        Persona(
            "safeguarding-lead",
            "Amara Osei",
            "Designated Safeguarding Lead",
            Role.SAFEGUARDING_LEAD,
            "school",
            "Designated Safeguarding Lead",
            "Tell the hub about a child you are worried about",
        ),
        Persona(
            "mash-decision-maker",
            "Rhys Penhallow",
            "Social worker, MASH",
            Role.MASH_DECISION_MAKER,
            "mash",
            "MASH decision-maker",
            "Rate, match and decide the contacts on the board",
        ),
        Persona(
            "mash-manager",
            "Ingrid Sorley",
            "MASH manager",
            Role.MASH_MANAGER,
            "mash",
            "MASH manager",
            "See the whole hub, agree as second person, restrict a record",
        ),
        Persona(
            "social-worker",
            "Tobias Nkemelu",
            "Social worker",
            Role.SOCIAL_WORKER,
            "social_care",
            "Social worker",
            "Accept a contact about a child you already help",
        ),
        Persona(
            "early-help-lead",
            "Carys Whitlow",
            "Early Help lead professional",
            Role.EARLY_HELP_LEAD,
            "early_help",
            "Early Help practitioner",
            "Hold the conversation, write the plan with the family, review it",
        ),
        Persona(
            "early-help-manager",
            "Dev Ramasamy",
            "Early Help manager",
            Role.EARLY_HELP_MANAGER,
            "early_help",
            "",
            "Accept families, name lead professionals, see the team's work",
        ),
        Persona(
            "pcso",
            "Jodie Larkham",
            "PCSO in early help",
            Role.EARLY_HELP_PCSO,
            "early_help",
            "PCSO",
            "See the families you are involved with and your actions",
        ),
        Persona(
            "analyst",
            "Piotr Zielny",
            "Partnership analyst",
            Role.ANALYST,
            "business_unit",
            "Partnership analyst",
            "Refresh the figures, write the board's report",
        ),
        Persona(
            "agency-contact",
            "Farida Lindqvist",
            "Performance analyst, police",
            Role.AGENCY_DATA_CONTACT,
            "police",
            "",
            "Send your agency’s figures for the quarter, by page or by spreadsheet",
        ),
        Persona(
            "board-support",
            "Nerys Halloran",
            "Partnership business unit officer",
            Role.BOARD_SUPPORT,
            "business_unit",
            "",
            "Update the strategy, look after the boards' meetings and forward plans",
        ),
        Persona(
            "board-chair",
            "Helena Marchbanks",
            "Chair, Early Help Board",
            Role.BOARD_CHAIR,
            "business_unit",
            "",
            "Read the scorecard, sign the quarterly report",
        ),
        Persona(
            "caldicott-guardian",
            "Samir Okonjo",
            "Caldicott Guardian",
            Role.CALDICOTT_GUARDIAN,
            "business_unit",
            "",
            "See who looked at a family, review emergency access",
        ),
        Persona(
            "account-administrator",
            "Wendy Tapsell",
            "Account administrator",
            Role.ACCOUNT_ADMINISTRATOR,
            "business_unit",
            "",
            "Open and close accounts; see no child",
        ),
    )
}
