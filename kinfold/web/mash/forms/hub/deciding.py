"""The decision for a child, with the indicators of need that fit their age; and the one screen that does it all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kinfold.practice.code_lists import code_list
from kinfold.practice.thresholds import Indicator, ThresholdsDocument, suggest
from kinfold.web.access.models import Team
from kinfold.web.core.forms import (
    Choice,
    ChoiceField,
    ChoicesField,
    GovukForm,
    HiddenField,
    LongTextField,
    MomentField,
    SelectField,
    TextField,
)
from kinfold.web.mash.actions.deciding import Said
from kinfold.web.mash.forms.hub.short import MEANINGS
from kinfold.web.mash.hub_rules import HANDED_OVER

TEAM_FIELDS = {"family_support": "support_team", "early_help": "help_team", "social_care": "care_team",
               "strategy_discussion": "urgent_team"}  # fmt: skip
REVEALS = {decision: [name] for decision, name in TEAM_FIELDS.items()} | {
    "signposted": ["signposted_to"], "other_authority": ["other_authority"],
}  # fmt: skip
HINTS = {
    "advice": "You talked it through. The family or the referrer can carry on.",
    "signposted": "A service that the family can go to themselves.",
    "family_support": "One or two services help, if the family agrees.",
    "early_help": "Several services and a lead professional help, if the family agrees.",
    "social_care": "A social worker finds out more.",
    "strategy_discussion": "A child may be suffering harm. Social care and the police meet today.",
    "allocated_worker": "It stays on the board until the worker accepts it.",
    "other_authority": "The child lives in another council’s area. Ring their MASH and send this on first.",
    "no_further_action": "A second person must agree where the contact is or was red, or is one of many.",
}


@dataclass(frozen=True)
class IndicatorGroup:
    title: str
    tier: int
    indicators: list[Indicator]


class DecideForm(GovukForm):
    """Which teams there are, and who else may be decided alike, is handed in by the view."""

    rating = ChoiceField(
        label="How urgent is it?",
        choices=[(rating, rating.capitalize()) for rating in MEANINGS],
        missing="Choose red, amber or green",
    )
    also = ChoicesField(label="Decide the same for", required=False)
    decision = ChoiceField(label="What happens next?", missing="Choose what happens next")
    signposted_to = TextField(
        label="Which service?",
        hint="Start typing to choose one of the directory. Another may be written too.",
        missing="Name the service that you signposted the family to",
    )
    other_authority = TextField(label="Which council?", missing="Name the council that you passed this to")
    support_team = SelectField(label="Which team?", missing="Choose the team that takes this on")
    help_team = SelectField(label="Which team?", missing="Choose the team that takes this on")
    care_team = SelectField(label="Which team?", missing="Choose the team that takes this on")
    urgent_team = SelectField(label="Which team?", missing="Choose the team that takes this on")
    indicators = ChoicesField(label="Indicators of need", required=False)
    tier = ChoiceField(label="Which tier of need?", missing="Choose the tier of need")
    rationale = LongTextField(
        label="Why did you decide this?",
        hint="Write so that the family could read it.",
        missing="Say why you decided this, in a few words that the family could read",
        rows=4,
    )
    why_unmatched = TextField(
        label="Why could you not find out who this child is?",
        missing="Say why you could not find out who this child is",
        max_length=500,
    )
    on_paper_at = MomentField(
        label="When was it decided?",
        hint="If somebody else decided, say who in the reasons. The clocks go by this time.",
        must_be="today_or_past",
        required=False,
    )
    version = HiddenField(required=False)

    def __init__(
        self,
        *args: Any,
        document: ThresholdsDocument,
        ages: Iterable[int],
        teams: Iterable[Team],
        siblings: Mapping[UUID, str] | None = None,
        matched: bool = True,
        open_case: bool = False,
        rated: bool = False,
        indicators_from_tier: int = 3,
        services: Iterable[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.services = list(services)
        self.fields["signposted_to"].widget.attrs["list"] = "services-known"
        self.indicators_from_tier = indicators_from_tier
        self.document, self.teams = document, {str(team.pk): team for team in teams}
        decisions = [
            code for code in code_list("contact_decision", self.today) if open_case or code.code != "allocated_worker"
        ]
        self.fields["decision"].offer(
            Choice(code.code, code.label, hint=HINTS.get(code.code, ""), reveals=REVEALS.get(code.code, ()))
            for code in decisions
        )
        for decision, name in TEAM_FIELDS.items():
            fitting = [
                (key, str(team))
                for service in HANDED_OVER[decision][0]
                for key, team in self.teams.items()
                if team.service == service
            ]
            self.fields[name].offer(fitting)
            if len(fitting) == 1:
                self.fields[name].initial = fitting[0][0]
        self.fields["tier"].offer(
            Choice(str(tier.number), f"Tier {tier.number}: {tier.title}", hint=tier.words) for tier in document.tiers
        )
        signs = [one for one in document.indicators_for(ages=list(ages)) if one.tier > 1]
        self.fields["indicators"].offer((one.key, one.text) for one in signs)
        self.groups = [
            IndicatorGroup(domain.title, tier.number, inside)
            for tier in reversed(document.tiers)
            for domain in document.domains
            if (inside := [one for one in signs if one.tier == tier.number and one.domain == domain.key])
        ]
        if siblings:
            self.fields["also"].offer((str(key), name) for key, name in siblings.items())
        else:
            del self.fields["also"]
        if matched:
            del self.fields["why_unmatched"]
        if rated:
            del self.fields["rating"]

    @property
    def chosen_indicators(self) -> list[str]:
        known = {one.key for group in self.groups for one in group.indicators}
        return [key for key in self["indicators"].value() or [] if key in known]

    @property
    def suggestion(self) -> str:
        """What the indicators chosen point to; never more than words."""
        return suggest(self.document, self.chosen_indicators).words

    @property
    def also_ids(self) -> set[str]:
        return set(self.cleaned_data.get("also") or ())

    @property
    def chosen_rating(self) -> str:
        """Empty where the contact has one."""
        return str(self.cleaned_data.get("rating") or "")

    @property
    def said(self) -> Said:
        cleaned = self.cleaned_data
        team_field = TEAM_FIELDS.get(cleaned["decision"])
        return Said(
            decision=cleaned["decision"],
            rationale=cleaned["rationale"],
            tier=int(cleaned["tier"]),
            indicators=tuple(cleaned["indicators"]),
            signposted_to=cleaned["signposted_to"],
            other_authority=cleaned["other_authority"],
            to_team=self.teams.get(cleaned[team_field]) if team_field else None,
            why_unmatched=cleaned.get("why_unmatched", ""),
        )


class QuickForm(DecideForm):
    """A straightforward notification on one screen: who the child is must be ticked, the answer must be read."""

    person = ChoiceField(label="Who is this child?", missing="Tick who this child is")
    words = LongTextField(
        label="What the referrer reads",
        missing="Read the answer to the referrer, then send",
        hint="Written from your decision. Change what you like.",
        rows=9,
    )

    def __init__(self, *args: Any, people: Iterable[Choice] = (), answered: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["on_paper_at"]
        choices = list(people)
        if choices:
            self.fields["person"].offer(choices)
        else:
            del self.fields["person"]
        for name in ("decision", "tier"):
            options = self.fields[name].options
            self.fields[name].offer(Choice(one.value, one.label, reveals=one.reveals) for one in options)
        if not answered:
            del self.fields["words"]
