"""A city built: people first, then what happens to them, then every table of the dataset."""

from collections.abc import Callable
from datetime import date, timedelta

import pyarrow as pa

from kinfold.city.beyond_home.missing import go_missing
from kinfold.city.beyond_home.tables import beyond_home_tables
from kinfold.city.care.before_care import before_care_tables
from kinfold.city.care.health import health_tables
from kinfold.city.care.orders import legal_status_table
from kinfold.city.care.periods import gather_periods
from kinfold.city.care.permanence import permanence_table
from kinfold.city.care.reviews import care_review_tables
from kinfold.city.deadlines import deadline_tables
from kinfold.city.draws import Draws
from kinfold.city.education.tables import education_tables
from kinfold.city.following import following_tables
from kinfold.city.front_door.contacts import receive
from kinfold.city.front_door.decisions import decide_for_each
from kinfold.city.front_door.tables import FrontDoorIds, contact_tables
from kinfold.city.help.agreements import agreement_table
from kinfold.city.help.casework import Casework
from kinfold.city.help.episode_tables import EpisodeIds, episode_tables
from kinfold.city.help.episodes import open_episodes
from kinfold.city.help.findings import find
from kinfold.city.help.involvements import caseloads, involve, involvement_table
from kinfold.city.help.placements import place
from kinfold.city.help.plan_tables import PlanIds, plan_tables
from kinfold.city.help.plans import make_plans
from kinfold.city.help.referrals import refer
from kinfold.city.help.social_care import social_care_tables
from kinfold.city.help.spells import gather_spells
from kinfold.city.history import History
from kinfold.city.homes import home_tables, settle
from kinfold.city.needs import frailty
from kinfold.city.origins import origin_tables
from kinfold.city.partnership.tables import partnership_tables
from kinfold.city.people import people_tables
from kinfold.city.population import populate
from kinfold.city.practice_tables import practice_tables
from kinfold.city.protection.childs_voice import voice_table
from kinfold.city.protection.enquiries import enquire
from kinfold.city.protection.enquiry_tables import enquiry_tables
from kinfold.city.protection.proceedings import proceedings_table
from kinfold.city.protection.reviews import protection_review_tables
from kinfold.city.protection.visits import visit_tables
from kinfold.city.schooling import schooling_tables, send_to_school
from kinfold.city.settings import found_settings
from kinfold.city.workforce import employ, workforce_tables
from kinfold.dataset.tables import TABLES
from kinfold.practice.working_days import is_working_day

FEWEST_CHILDREN = 100
_DUE_WITHIN = timedelta(days=60)


def build(
    children: int, years: int, seed: int, until: date, progress: Callable[[str], None] = lambda words: None
) -> dict[str, pa.Table]:
    """Every table of the dataset by code name; the same arguments give the same tables, to the byte.

    `children` are aged 0 to 17 and living in the city on `until`. Recorded history starts `years` before the quarter of
    the financial year that holds `until`; lives start a year earlier. ValueError where a city cannot be that small, or
    where working days so far back or ahead are not known.
    """
    if children < FEWEST_CHILDREN or years < 1:
        raise ValueError(f"A city needs at least {FEWEST_CHILDREN} children and one year")
    history = History(years, until)
    for day in (history.lived_from, until + _DUE_WITHIN):
        is_working_day(day)  # deadlines are reckoned in working days, which are known for some years only
    progress("Founding families")
    draws = Draws(seed)
    city = populate(children, history, draws)
    settings = found_settings(draws)
    workforce = employ(city, settings)
    schooling = send_to_school(city, settings)

    progress("Living their lives")
    uneven = frailty(city)
    episodes = open_episodes(city, uneven)
    placements = place(city, episodes)
    stays = settle(city, placements)
    missing = go_missing(city, episodes.statuses, uneven)
    contacts = receive(city, episodes, missing, uneven)
    decisions = decide_for_each(city, episodes, contacts)
    spells = gather_spells(city, episodes, stays, schooling, workforce)
    referrals = refer(city, episodes, spells)
    involvements = involve(city, episodes, spells, schooling, workforce)
    plans = make_plans(city, spells)
    findings = find(city, spells, placements, referrals)

    progress("Writing their records")
    contact_ids = FrontDoorIds(city, contacts)
    episode_ids = EpisodeIds(city, episodes, placements)
    plan_ids = PlanIds(city, plans, spells)
    work = Casework(city, episodes.statuses, spells, placements, referrals, findings, episode_ids, stays, workforce)
    enquiries = enquire(work, episodes)
    periods = gather_periods(work)
    tables = {
        **people_tables(city),
        **home_tables(city, stays),
        **schooling_tables(city, schooling, workforce),
        **workforce_tables(workforce, caseloads(city, episodes, involvements, workforce)),
        **contact_tables(city, contacts, decisions, contact_ids, stays, schooling, workforce),
        **episode_tables(
            city, episodes, spells, placements, episode_ids, contacts, contact_ids.events, stays, workforce
        ),
        **social_care_tables(
            city,
            episodes,
            spells,
            placements,
            referrals,
            findings,
            enquiries.conference_of_status,
            episode_ids,
            workforce,
        ),
        **enquiry_tables(enquiries),
        **protection_review_tables(work),
        **visit_tables(work),
        **proceedings_table(work),
        **voice_table(work),
        **legal_status_table(work, periods),
        **care_review_tables(work, periods),
        **health_tables(work, periods),
        **permanence_table(work, periods),
        **before_care_tables(work, periods),
        **origin_tables(work),
        **plan_tables(city, episodes, spells, plans, episode_ids, plan_ids, workforce),
        **beyond_home_tables(city, missing, episodes.statuses, referrals, stays, uneven),
        **education_tables(city, schooling, episodes.statuses, referrals, workforce, uneven),
        **partnership_tables(city, contacts, contact_ids, episodes, spells, schooling, workforce),
        **deadline_tables(city, contacts, decisions, contact_ids, plans, plan_ids),
        **practice_tables(city),
        "agreements": agreement_table(city, episodes, spells, episode_ids, workforce),
        "involvements": involvement_table(city, episodes, referrals, involvements, workforce),
    }
    tables |= following_tables(work, periods, contacts, contact_ids.contacts, tables)
    return {declared.name: tables[declared.name] for declared in TABLES}
