/** Word classes of what is negotiated about, with what weight, and of what stands outside the talks. */
export const WORDS_OF_SUBSTANCE = {
  election: `election election_victory electoral election_campaign re_election reelection re_elect* reelect* campaign campaigning
    voter ballot midterm* electorate primaries caucus nominee presidential_race presidential_candidate
     transition_team lame_duck campaign_rally poll_numbers approval_rating  
         post_election polls incoming_administration new_administration next_administration next_president
    new_president president_elect wins_the_presidency the_vote in_the_vote his_successor
    reelected midterm_elections transition_of_power`,
  vote_outcome: `win   who_will_win who_wins will_win   wins_the_election wins_the_presidential
    wins_the_presidency if_he_wins if_she_wins win_the_white_house`,
  domestic: `priorities primary_focus main_focus short_trip short_visit brief_visit pandemic covid* coronavirus virus outbreak recession domestic impeach* congress senate lawmaker
    house_democrats house_republicans republican_party democrats republicans parliament legislature hardliner
    hawks hard_liners at_home home_front preoccup* distract* immersed bandwidth foreign_policy_concern
    packed_agenda crowded_agenda inflation unemployment economic_crisis food_shortage famine flood protest* unrest
    racial partisan scandal indictment political_crisis succession regime_stability shopping_season
    party_congress limited_time year_in_office time_in_office disappearing ratif* shutdown farmers consumers
    public_opinion internal_politics infighting other_issues foreign_policy_priorit* tight_schedule busy_schedule crowded_schedule
    border_closure closed_borders lockdown quarantine self_reliance domestic_political inner_circle shift_focus
    health_problems budget
    cabinet political_pressure public_support supreme_court vaccine gaza
    middle_east other_crises competing_crises competing_priorities full_plate opposition_party term_limit
    political_capital`,
  terms: `without_preconditions without_precondition unconditional denucl* precondition demand concession arms_control arms_reduction nuclear_reduction disarm*
    disarmament nuclear_freeze freeze_for_freeze verif* inspection inspector red_line scope_of
    counterproposal step_by_step phased action_for_action sequenc* roadmap road_map security_guarantee
    security_assurance end_of_war end_of_war_declaration peace_treaty hostile_policy terms same_terms the_terms
    nuclear_armed_state nuclear_weapons_state nuclear_weapon_state nuclear_state nuclear_power nuclear_nation
    nuclear_armed_nation nuclear_status
    massive_nuclear_state recognize_it recognition in_exchange in_exchange_for in_return prerequisite premise
    in_return_for quid_pro_quo cvid irreversible complete_denuclear* wide_difference wide_differences differences_over
    difference wide_gap gap divergent conflicting_demand conflicting disagree* at_odds structural_reform structural_change
    intellectual_property purchase_commitment market_access technology_transfer nuclear_obligation compliance
    zero_enrichment enrichment_right right_to_enrich enrichment_limit uranium_enrichment_program enrichment_program
    dismantl* give_up_nuclear give_up_its_nuclear abandon_its_nuclear nuclear_disarmament small_deal mini_deal big_deal
    comprehensive_deal interim_deal partial_deal limited_deal limited_agreement interim_agreement all_or_nothing
    non_negotiable bottom_line bargaining_chip unless negotiating_list corresponding_measure corresponding_step
    purchases first_step framework sticking_point stumbling_block corresponding matched_by
    normal_member partial_denuclear* limit_the position_of_the stockpile_cap cap_on nuclear_restrictions
    ending_hostile regime_change withdrawal_of_troops
    nukes give_up_its_nukes legitimacy human_rights abduct* roll_back_its maximalist ultimatum
    hardline_demand unacceptable non_starter_demand sunset_clause freeze_its denuclearise* final_goal
    end_goal ultimate_goal moratorium`,
  gap: `precondition demand red_line hostile_policy same_terms prerequisite premise wide_difference
    wide_differences differences_over difference wide_gap gap divergent conflicting_demand conflicting
    disagree* at_odds zero_enrichment right_to_enrich non_negotiable sticking_point stumbling_block
    nuclear_armed_state nuclear_weapons_state nuclear_weapon_state nuclear_state nuclear_power
    nuclear_nation nuclear_armed_nation nuclear_status massive_nuclear_state recognition
    complete_denuclear* cvid irreversible unless ending_hostile regime_change maximalist ultimatum
    hardline_demand unacceptable non_starter_demand all_or_nothing give_up_nuclear give_up_its_nuclear
    abandon_its_nuclear give_up_its_nukes insist_on far_apart`,
  proposal: `proposal offer agenda condition step_toward recognize recognise purchase idea suggestion`,
  leverage: `leverage bargaining_power bargaining_position negotiating_power negotiating_position upper_hand
    stronger_position strong_position weaker_position stronger_negotiating position_of_strength
    pressure_campaign maximum_pressure pressure_based coerc* incentive less_incentive emboldened embolden advantage
    time_is_on time_on_its_side playing_card trump_card cards yield cave back_down blink flinch
    chicken* overplay*  less_attractive carrot stick negotiating_chip strategic_value
    value_of strengthen_his strengthen_its strengthens_his strengthened  clout less_dependent more_dependent
    strongly positions isolat* equal_footing on_par more_to_gain diplomatic_cover raise_the_price ante
    need_him_less much_less bargaining dig_in_for
    stronger_hand weaker_hand under_pressure squeeze strangle win_win desperat* cornered from_strength
    little_to_gain nothing_to_gain more_to_lose reward payoff inducement lifeline`,
  pressure: `pressure need depend* stronger weaker geopolitical`,
  capability: `nuclear missile weapon weaponry arsenal warhead icbm enrich* centrifuge stockpile reactor uranium plutonium
    submarine_launched hypersonic ballistic nuclear_program missile_program nuclear_programme nuclear_capabilit*
    capabilit* fissile payload satellite munition reconnaissance deterrent nuclear_deterrent nuclear_force
    military_technolog* nuclear_arsenal breakout_time manufacturing_capacity rare_earth semiconductor
    chip_production industrial_capacity nuclear_complex nuclear_development nuclear_weapons_development
    nuclear_weapons_program sophisticated_weapon weapons_program
    atomic test_site solid_fuel tactical_nuclear nuclear_powered spy_satellite kiloton parade new_weapons
    launch_pad silo`,
  growth: `advance grow grew grown expand expansion improve bigger larger increase increased rapid* sophisticat* modern*
    produce production build built buildup build_up develop development sharpen bolster accelerat*
    more_powerful upgrade strides proliferat* progress_further powerful possess maintain pathway changed`,
  sanctions: `sanction* tariff* sanctions_relief embargo export_control export_ban export_restriction duties levies levy
    blacklist* entity_list economic_relief economic_opportunit* economic_benefit economic_aid economic_pressure
    economic_incentive humanitarian_aid economic_cooperation economic_development frozen_asset frozen_funds
    oil_export oil_sales trade_war trade_deficit snapback ease_restrictions import_ban boycott financial_restriction
    prosperity asset_freeze economic_rewards economic_growth trade_conflict trade_barrier
    penalties trade_restriction import_dut* economic_pain economic_lifeline sanctions_evasion smuggl*
    coal_exports foreign_investment financial_reward`,
  relief: `relief lift lifting ease easing removal waive waived waiver exempt* unfreeze slash postpone delay relax
    roll_back rolled_back suspend drop soften shelve`,
  tighten: `impose reimpose tighten raise slap hike extend ratchet toughen renew ramp_up ramped_up add`,
  third_role: `ally allies alliance allied military_relationship military_alliance strategic_partnership
    mutual_defense axis_of troops trilateral coalition bloc alignment partnership backing
    backed_by supporter support_from regional_power neighbor neighbour patron coordination involvement`,
  support: `provide supply send support back aid assist arm deepen deepening side_with stand_by`,
  concern: `alarm concern worry fear nervous anxious unsettle uneasy`,
  mediation: `mediat* intermediar* broker brokering facilitat* go_between third_party third_country host
    good_offices shuttle_diplomacy protecting_power bridge_role matchmaker honest_broker`,
  contact: `contact channel communicat* backchannel back_channel hotline phone_call letter correspond* correspondence
    letter_exchange  un_mission response reply personal_letter
    respond replied telephone deliver delivered direct_contact working_level lower_level line_of_communication
    liaison_office exchanged_letters text_message video_call gauge_the_atmosphere hear_from heard_back glamorous_letter beautiful_letter flowery_letter love_letter
    communication_channel communications_channel phone exchanged_statements
    in_touch backdoor quiet_diplomacy outreach phone_line message_through messages`,
  envoy: `envoy special_envoy special_representative delegation negotiator chief_negotiator negotiating_team
    coordinator point_man diplomat counterpart point_person ambassador lead_negotiator interlocutor
    bureau designat* nominat* appoint* staffing task_force working_group named_to vacant unfilled their_teams bureau_specializing
    staff special_envoys expert_teams senior_official`,
  preparation: `preparation prepare preparing preparatory initial_planning contingency_planning behind_the_scenes internal_discussion
    consult consultation roundtable expert_level groundwork arrang* itinerary logistics advance_team venue
    date_and_place convene interagency held_talks hold_discussions private_discussion
    shuttle indirect_talk direct_talk virtual_talk one_on_one rounds_of round_of_negotiat*
    technical_talks lay_the_groundwork six_party exploratory secret_talk have_met three_times
    meet_in high_level_dialogue
    first_high_level confidential_meeting will_meet to_meet met_with meeting_with broader_meeting joined_by sworn
    internal_discussions roundtable_discussions assess diagnos* relevant_agencies held_in face_to_face direct_and_indirect
    virtual_meeting sat_down met_in extend_the deadline held_virtual secret_meeting work_out_the
    top_down bottom_up principled_diplomacy lower_level_talks preparatory_talks meeting_venue
    summitry_style step_by_step_diplomacy`,
  unanswered: `unanswered lack_of_response prolonged_lack no_response no_reply not_responded not_replied not_answered
    yet_to_respond waiting_to_hear waiting_for_a_response awaiting_a_response met_with_silence not_heard cold_shoulder`,
  no_comment: `no_comment not_comment does_not_comment declin*_to_comment refus*_to_comment not_immediately_respond
    not_immediately_comment not_provided_a_response not_provide_a_response not_provided_a_statement
    not_to_provide_a_statement leave_that_to neither_confirm did_not_confirm not_elaborate`,
  travel: `travel trip visit arrive fly flew host_a sideline`,
  fire: `fire launch test lob fired detonate`,
  provocation: `provocation provocative provoke missile_test nuclear_test missile_launch test_launch test_fire test_fired
    weapons_test satellite_launch fire_missiles fired_missiles fires_missiles ballistic_missile_launch artillery drill
    military_exercise joint_exercise combined_exercise exercises war_game wargame strike airstrike air_strike bomb bombing attack
    threat threaten escalat* tension* retaliat* military_action military_option saber_rattling sabre_rattling
    brinkmanship brinksmanship confrontation confrontational war_of_words hostilities preemptive
    aggression warship aircraft_carrier bomber show_of_force countermeasure clash blow_up demolish shelling incursion
    drone reprisal hostage detain fired_a test_a tested_a launched_a long_range_missile live_fire
     military_drill
    rocket_launch sabotage seize cyberattack hack assassinat* shoot_down shot_down military_buildup
    invasion naval_clash nuclear_blackmail belligeren* aggressive_action`,
};
