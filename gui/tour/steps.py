"""The steps of the tour, in order."""

from __future__ import annotations

from gui.tour import agreeing, doubting, giving, keeping, looking, midnight
from gui.tour.hands import Step

STEPS: tuple[Step, ...] = (
    looking.start,
    looking.find_a_sale,
    looking.a_sale_in_full,
    looking.the_raw_answer,
    looking.a_reference_nobody_knows,
    giving.void_it,
    giving.it_is_voided,
    giving.an_order_of_several_sellers,
    giving.part_of_one_seller,
    giving.exactly_what_will_be_sent,
    giving.part_of_it_went_back,
    giving.everything_of_everybody,
    giving.all_of_it_went_back,
    giving.a_refusal,
    agreeing.somebody_signs_in,
    agreeing.more_than_the_cashier_may,
    agreeing.a_second_person_agrees,
    agreeing.the_owner_is_back,
    doubting.a_lost_answer,
    doubting.settled_by_evidence,
    doubting.nobody_to_ask,
    doubting.a_person_settles_it,
    doubting.the_queue_is_empty,
    midnight.ten_seconds_to_midnight,
    midnight.five_seconds_past_it,
    doubting.a_broken_gateway,
    keeping.everything_done_here,
    keeping.the_accounts,
    keeping.a_new_account,
    keeping.people_and_rules,
    keeping.safekeeping,
    keeping.in_the_dark,
)
