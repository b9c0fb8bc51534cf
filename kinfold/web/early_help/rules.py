"""What holds for early help; each docstring is the message that a person reads."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from uuid import UUID

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.words import whole_years
from kinfold.web.early_help.models import AfterHelp, Consultation, Conversation, FamilySaid, Goal, Plan, Watch
from kinfold.web.people.models import Person
from kinfold.web.sharing.models import ShareWith
from kinfold.web.sharing.selectors import withheld_from

MOST_WAITING = 5
LONGEST_WATCH = timedelta(weeks=26)
GROWN_UP = 18
PURPOSE_OF_TIER = {2: "family_support", 3: "early_help"}


CIRCLES = {"restorative_talk": "A restorative conversation", "circle": "A circle"}
"""Kinds of meeting in which those who are concerned say how it is for them, and what would put it right."""


def eh1_conversation_is_going_on(conversation: Conversation) -> bool:
    """This conversation is complete. What was said then stays as it was said."""
    return conversation.completed_on is None


def eh2_the_family_wants_to_talk(answer: str | int | None) -> bool:
    """The family said no to this conversation, so it cannot be completed. Help is their choice, now and later."""
    return answer != "no"


def eh3_plan_is_for_a_child(children: Collection[object]) -> bool:
    """Choose at least one child whom this plan is for."""
    return bool(children)


def eh4_plan_is_open(plan: Plan) -> bool:
    """This plan has ended. What was agreed then stays as it was."""
    return plan.closed_on is None


def eh5_goal_says_what(title: str) -> bool:
    """Say what the family wants to be different, in their own words."""
    return bool(title.strip())


def eh6_has_a_goal(goals: int) -> bool:
    """Add at least one goal before you agree the plan."""
    return goals > 0


def eh7_has_an_action(actions: int) -> bool:
    """Add at least one action before you agree the plan: what you will do, or what we will do."""
    return actions > 0


def eh8_sharing_is_decided(decisions: int) -> bool:
    """Decide with the family who may see the plan before you agree it."""
    return decisions > 0


def eh9_the_family_agreed_to_help(agreed: bool) -> bool:
    """Record that the family agreed to this help before you agree the plan."""
    return agreed


def eh10_has_no_action_in_the_plan(commitments: int) -> bool:
    """This person still has an action in the plan. Give it to somebody else before you keep the plan from them."""
    return commitments == 0


def eh11_plan_is_shared_with_them(withheld: bool) -> bool:
    """The plan is not shared with this person, so they cannot have an action in it."""
    return not withheld


def eh12_marks_what_is_theirs(commitment: Commitment, by: User) -> bool:
    """You can mark only your own actions as done."""
    return by.may(Permission.PLAN_WRITE) or commitment.promiser_user_id == by.pk


def eh13_each_open_action_is_dealt_with(still_open: Collection[UUID], dealt_with: Collection[UUID]) -> bool:
    """Say what happens with each action that is still open."""
    return set(still_open) <= set(dealt_with)


def eh14_goal_of_an_open_plan(goal: Goal) -> bool:
    """This goal was reached. Well done: it stays on the plan."""
    return goal.reached_on is None


def eh15_family_has_no_help_yet(kinds: Collection[str]) -> bool:
    """This family already gets help. Look at the family’s page to see who helps them."""
    return not kinds


def eh16_answered_by_the_family(people: Collection[UUID], person: UUID) -> bool:
    """Choose who in the family gave the answer."""
    return person in people


def eh17_review_is_of_this_plan(outcome: str | int | None) -> bool:
    """Say what you have decided together before you finish the review."""
    return bool(outcome)


def eh18_may_have_a_copy(may: bool) -> bool:
    """This person may not have a copy of the plan now, so they get no link to it."""
    return may


def eh19_is_agreed(plan: Plan) -> bool:
    """Agree the plan with the family first. They get a link to what was agreed."""
    return plan.submitted_on is not None and plan.closed_on is None


def eh20_says_what_is_wrong(words: str) -> bool:
    """Write what is wrong."""
    return bool(words.strip())


def eh21_says_what_was_done(answer: str) -> bool:
    """Write what you did, in words that the family can read."""
    return bool(answer.strip())


def eh22_was_held_by_today(held_on: date, today: date) -> bool:
    """The day you talked must be today or in the past."""
    return held_on <= today


def eh23_says_both(talked_about: str, decided: str) -> bool:
    """Write what you talked about, and what you decided."""
    return bool(talked_about.strip()) and bool(decided.strip())


def eh24_is_not_answered(said: FamilySaid) -> bool:
    """This was answered meanwhile, and the family may have read it. Look at that answer first; yours was not saved."""
    return said.answered_at is None


def eh25_not_very_much_waits(waiting: int) -> bool:
    """You have told us several things that we have not answered yet. Please ring your worker."""
    return waiting < MOST_WAITING


def eh26_consultation_is_known(kind: str, topic: str) -> bool:
    """Choose what it was, and what it was about, from the lists."""
    return kind in code_lists.labels("consultation_kind") and topic in code_lists.labels("advice_topic")


def eh27_says_what_was_decided(decided: str) -> bool:
    """Say what they will try."""
    return bool(decided.strip())


def eh28_meant_to_refer(held: Consultation) -> bool:
    """They had not meant to refer, so there is nothing to ask."""
    return bool(held.referral_intended)


def eh29_was_not_rung_yet(after: AfterHelp) -> bool:
    """Somebody has recorded this call already."""
    return after.contacted_on is None


def eh30_is_known_how_it_goes(going: str) -> bool:
    """Choose how things are."""
    return going in code_lists.labels("after_help")


def eh31_was_rung_since(contacted_on: date, ended_on: date, today: date) -> bool:
    """The day must be after the help ended, and not in the future."""
    return ended_on <= contacted_on <= today


def eh32_says_why_it_is_watched(reason: str) -> bool:
    """Say why somebody should keep an eye on this child."""
    return bool(reason.strip())


def eh33_ends_in_time(ends_by: date, today: date) -> bool:
    """It must end after today, and within half a year. You can set another day later."""
    return today < ends_by <= today + LONGEST_WATCH


def eh34_says_why_parents_do_not_know(parents_know: bool, why_not_told: str) -> bool:
    """Say why the parents do not know."""
    return parents_know or bool(why_not_told.strip())


def eh35_is_still_watched(watch: Watch) -> bool:
    """This child has left the list already."""
    return watch.ended_on is None


def eh36_contact_fits(contacted_on: date, started_on: date, today: date) -> bool:
    """The day must be since the child is on the list, and not in the future."""
    return started_on <= contacted_on <= today


def eh37_says_what_was_learnt(words: str) -> bool:
    """Say what you learnt."""
    return bool(words.strip())


def eh38_says_why_it_ends(because: str) -> bool:
    """Say why the child leaves the list."""
    return bool(because.strip())


def eh39_writes_their_name(written_name: str) -> bool:
    """Write your name to sign."""
    return bool(written_name.strip())


def eh40_is_a_child(person: Person, today: date) -> bool:
    """This person is grown up. The list is of children."""
    return person.born_on is None or whole_years(person.born_on, today) < GROWN_UP


def eh41_is_a_kind_of_circle(kind: str) -> bool:
    """Choose whether it was a conversation or a circle."""
    return kind in CIRCLES


def eh42_says_what_was_agreed(words: str) -> bool:
    """Say in a few words what came of it."""
    return bool(words.strip())


def eh43_meets_again_later(again_on: date | None, today: date) -> bool:
    """The day you meet again must not be in the past."""
    return again_on is None or again_on >= today


def eh44_plan_is_not_kept_from_them(plan: Plan, who: Iterable[Person | User | str]) -> bool:
    """The plan is kept from somebody whom you invite. Take them off the list, or decide that they may see it."""
    kept = set(ShareWith.objects.filter(about_id=plan.pk, may_share=False).values_list("person", flat=True))
    return not any(
        one.pk in kept if isinstance(one, Person) else isinstance(one, User) and bool(withheld_from(one, [plan.pk]))
        for one in who
    )
