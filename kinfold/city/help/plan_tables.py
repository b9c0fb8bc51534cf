"""The tables of conversations, Family Support Plans, their goals, promises and reviews."""

import numpy as np
import pyarrow as pa

from kinfold.city.adults import FATHER, MOTHER
from kinfold.city.columns import Tables, codes, dates, integers, keys, table, yes_no
from kinfold.city.draws import Ints, ranges
from kinfold.city.help.episode_tables import EpisodeIds
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.pathways import EARLY_HELP
from kinfold.city.help.plan_words import FAMILY_PROMISES, GOALS, SERVICE_PROMISES
from kinfold.city.help.plans import Plans
from kinfold.city.help.scores import Meetings, score_table
from kinfold.city.help.spells import DISENGAGED, GOALS_MET, OUTCOMES, STEPPED_DOWN, STEPPED_UP, Spells
from kinfold.city.history import DAY, NEVER
from kinfold.city.population import Population
from kinfold.city.portrait import WARD_NAMES
from kinfold.city.workforce import Workforce
from kinfold.practice.defaults import value_of

_REVIEW_OUTCOMES = ("continue", "step_up", "step_down", "close")
_TIER = np.array([2, 3])
_ASKED_ABOUT = 90


class PlanIds:
    """Identifiers of plans and reviews, which other tables point to."""

    def __init__(self, city: Population, plans: Plans, spells: Spells) -> None:
        begun = np.minimum(plans.submitted, np.maximum(spells.started[plans.spell], city.history.first))
        self.plans = city.ids_of("family_support_plans", begun * DAY + 12 * 3600)
        self.conversations = city.ids_of("conversations", plans.held * DAY + 12 * 3600)
        self.reviews = city.ids_of("reviews", (plans.review_due - 42) * DAY + 12 * 3600)


def plan_tables(
    city: Population,
    episodes: Episodes,
    spells: Spells,
    plans: Plans,
    episode_ids: EpisodeIds,
    ids: PlanIds,
    workforce: Workforce,
) -> Tables:
    talk = plans.conversation_spell
    counts = yes_no((spells.step[talk] == EARLY_HELP) & bool(value_of("conversation_counts_as_assessment")))
    conversations = {
        "conversation_id": ids.conversations,
        "episode_id": keys(episode_ids.episodes, spells.episode[talk]),
        "held_on": dates(plans.held),
        "completed_on": dates(plans.completed),
        "tier": integers(_TIER[spells.step[talk]]),
        "counts_as_assessment": counts,
        "agency_id": keys(workforce.agency_ids, spells.agency[talk]),
        "ward": codes(WARD_NAMES, spells.ward[talk]),
    }
    family_plans = {
        "plan_id": ids.plans,
        "episode_id": keys(episode_ids.episodes, spells.episode[plans.spell]),
        "submitted_on": dates(plans.submitted),
        "tier": integers(_TIER[spells.step[plans.spell]]),
        "agency_id": keys(workforce.agency_ids, spells.agency[plans.spell]),
        "ward": codes(WARD_NAMES, spells.ward[plans.spell]),
        "closed_on": dates(plans.closed),
        "outcome": codes(OUTCOMES, spells.outcome[plans.spell]),
    }
    plan_of_spell = np.full(len(spells), -1)
    plan_of_spell[plans.spell] = np.arange(len(plans))
    member = np.flatnonzero(plan_of_spell[spells.of_status] >= 0)
    plan = plan_of_spell[spells.of_status[member]]
    draft = plans.submitted[plan] == NEVER
    member = member[draft | (episodes.statuses.ended[member] > plans.submitted[plan])]  # not one grown up by then
    plan, child = plan_of_spell[spells.of_status[member]], episodes.statuses.child[member]
    plan_children = {
        "plan_child_id": city.ids_of("plan_children", spells.started[plans.spell[plan]] * DAY + 12 * 3600),
        "plan_id": keys(ids.plans, plan),
        "person_id": keys(city.person_ids, child),
    }
    return {
        "conversations": table("conversations", conversations),
        "family_support_plans": table("family_support_plans", family_plans),
        "plan_children": table("plan_children", plan_children),
        "reviews": table("reviews", _reviews(plans, spells, ids)),
        "scores": score_table(city, episodes, spells, plans, Meetings(ids.conversations, ids.reviews)),
        **_promises(city, spells, plans, ids, workforce, episodes),
    }


def _reviews(plans: Plans, spells: Spells, ids: PlanIds) -> dict[str, pa.Array]:
    ending = spells.outcome[plans.spell[plans.review_plan]]
    closing = np.select([ending == STEPPED_UP, ending == STEPPED_DOWN], [1, 2], 3)
    outcome = np.where(plans.review_held == NEVER, -1, np.where(plans.review_is_last, closing, 0))
    return {
        "review_id": ids.reviews,
        "plan_id": keys(ids.plans, plans.review_plan),
        "due_on": dates(plans.review_due),
        "held_on": dates(plans.review_held),
        "outcome": codes(_REVIEW_OUTCOMES, outcome),
    }


def _promises(
    city: Population, spells: Spells, plans: Plans, ids: PlanIds, workforce: Workforce, episodes: Episodes
) -> Tables:
    rng = city.draws.stream("promises")
    made = np.flatnonzero(plans.submitted < NEVER)
    goal, turn = ranges(rng.integers(2, 5, len(made)))
    plan = made[goal]
    start = plans.submitted[plan]
    until = np.minimum(plans.closed[plan], city.history.last)
    outcome = spells.outcome[plans.spell[plan]]
    chance = np.select([outcome == GOALS_MET, outcome == DISENGAGED, outcome == -1], [0.85, 0.15, 0.3], 0.45)
    reached = start + ((0.2 + 0.8 * rng.random(len(plan))) * (until - start)).astype(np.int64)
    reached = np.where(rng.random(len(plan)) < chance, reached, NEVER)
    title = (rng.integers(0, len(GOALS), len(made))[goal] + 3 * turn) % len(GOALS)
    goal_ids = city.ids_of("plan_goals", start * DAY + 12 * 3600)
    goals = {
        "goal_id": goal_ids,
        "plan_id": keys(ids.plans, plan),
        "title": codes(GOALS, title),
        "started_on": dates(start),
        "reached_on": dates(reached),
    }

    of_goal, place = ranges(rng.integers(1, 4, len(plan)))
    by_family = place % 2 == 0
    text = rng.integers(0, len(FAMILY_PROMISES), len(of_goal)) + np.where(by_family, 0, len(FAMILY_PROMISES))
    begun, end = start[of_goal], until[of_goal]
    due = begun + rng.integers(10, 70, len(of_goal))
    done = begun + 3 + (rng.random(len(of_goal)) * (due - begun + 8)).astype(np.int64)
    done = np.where((done <= end) & (rng.random(len(of_goal)) < 0.78), done, NEVER)
    # What is long overdue while the plan goes on was asked about at a review, and done then.
    long_ago = (done == NEVER) & (due + _ASKED_ABOUT < city.history.last) & (plans.closed[plan[of_goal]] == NEVER)
    done = np.where(long_ago, due + rng.integers(14, _ASKED_ABOUT, len(of_goal)), done)
    due = np.where(rng.random(len(of_goal)) < 0.06, NEVER, due)
    kept = np.flatnonzero((done < NEVER) | (plans.closed[plan[of_goal]] == NEVER))  # a plan that ends drops the rest
    of_goal, by_family = of_goal[kept], by_family[kept]
    commitments = {
        "commitment_id": city.ids_of("commitments", begun[kept] * DAY + 12 * 3600),
        "plan_id": keys(ids.plans, plan[of_goal]),
        "goal_id": keys(goal_ids, of_goal),
        "promised_by": codes(("service", "family"), by_family.astype(np.int64)),
        "promiser_id": _promisers(city, episodes, spells, workforce, plans.spell[plan[of_goal]], by_family),
        "text": codes((*FAMILY_PROMISES, *SERVICE_PROMISES), text[kept]),
        "due_on": dates(due[kept]),
        "done_on": dates(done[kept]),
    }
    return {"plan_goals": table("plan_goals", goals), "commitments": table("commitments", commitments)}


def _promisers(
    city: Population, episodes: Episodes, spells: Spells, workforce: Workforce, spell: Ints, by_family: np.ndarray
) -> pa.Array:
    parent = parents(city)[episodes.openings.family[spells.episode[spell]]]
    everyone = pa.concat_arrays([city.person_ids, workforce.professional_ids])
    worker = len(city.person_ids) + spells.worker[spell]
    return keys(everyone, np.where(by_family, parent, worker))


def parents(city: Population) -> Ints:
    """For each family the parent who speaks for it: the mother where there is one, else the father; -1 where
    neither."""
    mothers, fathers = city.adult(MOTHER), city.adult(FATHER)
    return np.where(mothers >= 0, mothers, fathers)
