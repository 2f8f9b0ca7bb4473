/** Word classes of what stands around the talks: politics at home, third parties, provocations. */
export const WORDS_OF_SURROUNDINGS = {
  election: `election election_victory electoral election_campaign re_election reelection
    re_elect* reelect* campaign campaigning voter ballot midterm* electorate primaries caucus
    nominee presidential_race presidential_candidate transition_team lame_duck campaign_rally
    poll_numbers approval_rating post_election polls incoming_administration new_administration
    next_administration next_president new_president president_elect wins_the_presidency the_vote
    in_the_vote his_successor reelected midterm_elections transition_of_power voters polling_day
    election_day election_year election_season presidential_vote campaign_trail campaign_season
    contest_for_the_presidency transition_period presidential_transition change_of_government
    change_of_administration new_government reelection_bid second_term_bid
    race_for_the_white_house seeking_a_second_term ballot_box snap_election presidential_hopeful
    running_mate battleground swing_state election_win election_defeat electoral_defeat
    electoral_victory power_transfer handover_of_power`,
  vote_outcome: `win   who_will_win who_wins will_win   wins_the_election wins_the_presidential
    wins_the_presidency if_he_wins if_she_wins win_the_white_house`,
  domestic: `priorities primary_focus main_focus short_trip short_visit brief_visit pandemic
    covid* coronavirus virus outbreak recession domestic impeach* congress senate lawmaker
    house_democrats house_republicans republican_party democrats republicans parliament
    legislature hardliner hawks hard_liners at_home home_front preoccup* distract* immersed
    bandwidth foreign_policy_concern packed_agenda crowded_agenda inflation unemployment
    economic_crisis food_shortage famine flood protest* unrest racial partisan scandal indictment
    political_crisis succession regime_stability shopping_season party_congress limited_time
    ratif* shutdown farmers consumers public_opinion internal_politics infighting other_issues
    foreign_policy_priorit* tight_schedule busy_schedule crowded_schedule border_closure
    closed_borders lockdown quarantine self_reliance domestic_political inner_circle shift_focus
    health_problems budget cabinet political_pressure public_support supreme_court vaccine gaza
    middle_east other_crises competing_crises competing_priorities full_plate opposition_party
    term_limit political_capital hands_full has_its_hands_full other_things_to_worry
    busy_elsewhere attention_elsewhere little_time no_time_for little_attention take_up_most
    consumed_by absorbed_in absorbed_by embroiled bogged_down_at_home distraction more_pressing
    pressing_issues pressing_problems competing_demands war_in_ukraine ukraine_war war_in_gaza
    fighting_in_gaza gaza_war foreign_policy_priority low_on_the_list low_priority not_a_priority
    back_seat on_the_back_burner trade_war_with_china border_crisis immigration
    government_shutdown epidemic outbreaks infections quarantines health_crisis sars vaccin*
    harvest food_shortages short_of_food starv* malnutrition economic_woes economic_hardship
    economic_difficult* domestic_economy ailing_economy economic_downturn economic_slowdown
    economic_recovery cost_of_living gas_prices his_own_people domestic_audience domestic_politics
    domestic_issue domestic_problem domestic_concern domestic_challenge home_audience public_mood
    public_anger public_opposition popular_support plenary_meeting party_meeting party_plenum
    central_committee politburo supreme_people's_assembly parliamentary_election five_year_plan
    state_affairs ruling_party opposition_lawmaker opposition_leader conservatives progressives
    liberals factions power_struggle purge successor heir_apparent kim's_health his_health
    poor_health rumors_about_his revolutionary_guard hard_line_faction hard_liners_in
    skeptical_senate senators congressional capitol_hill filibuster two_thirds constituents
    farm_state soybean_farmers manufacturers voters_at_home retailers stock_market understaff*
    hollowed_out staff_cuts budget_cuts turf_war bureaucratic reorganiz* felony legal_troubles
    assassination_attempt martial_law scarce scarcity tighten_their_belts hardly_figures
    divided_over change_of_administration`,
  third_role: `ally allies alliance allied military_relationship military_alliance
    strategic_partnership mutual_defense axis_of troops trilateral coalition bloc alignment
    partnership backing backed_by supporter support_from regional_power patron coordination
    strategic_partner main_ally closest_ally key_ally treaty_ally trading_partner biggest_trading
    benefactor sponsor protector lifeline_from soldiers_to troops_to troops_fight fought_for
    fight_for_russia fought_alongside fighting_alongside mutual_assistance
    comprehensive_partnership trilateral_cooperation three_way three_allies u.s._allies
    american_allies regional_allies allies_in gulf_states gulf_arab gulf_countries european_powers
    european_governments european_allies the_europeans e3 p5+1 p5 western_allies
    security_council_members left_out_of sidelined_by bypassed new_cold_war united_front
    common_front anti_american bloc_of triangle cosy_up cozy_up new_friend regional_countries
    third_countries third_parties seat_at_the_table consulted_with_allies pacemaker peacemaker
    bystander spectator host_nation`,
  support: `provide supply send support back aid assist arm deepen deepening side_with stand_by
    backing supplied shipments deliver_weapons send_weapons send_troops dispatch dispatched
    sent_troops dispatching shield_from veto vetoed stand_behind stands_behind protect back_up
    endorse propped_up prop_up bail_out bankroll bankrolled bring_the_two lend encourage help
    welcome_the_talks`,
  concern: `alarm concern worry fear nervous anxious unsettle uneasy alarmed worried worries
    fearful wary unnerve unnerved jitter jitters apprehens* left_out warn_against warned_against
    oppose_a_deal misgiving misgivings anxiety dismay`,
  mediation: `mediat* intermediar* broker brokering facilitat* go_between third_party
    third_country host good_offices shuttle_diplomacy protecting_power bridge_role matchmaker
    honest_broker mediator mediators intermediary intermediaries carry_messages carried_messages
    pass_messages passed_messages relay_messages relayed_messages hosted_the hosted_talks
    host_talks host_the_talks offered_to_host bridge_builder peace_broker facilitator facilitation
    convener go_betweens between_the_two_sides_as neutral_ground`,
  fire: `fire launch test lob fired detonate launching firing fires shoot shot lobbed detonation
    blast_off volley barrage salvo test_launch`,
  provocation: `provocation provocative provoke missile_test nuclear_test missile_launch
    test_launch test_fire test_fired weapons_test satellite_launch fire_missiles fired_missiles
    fires_missiles ballistic_missile_launch artillery drill military_exercise joint_exercise
    combined_exercise exercises war_game wargame strike airstrike air_strike bombing attack threat
    threaten escalat* tension* retaliat* military_action military_option saber_rattling
    sabre_rattling brinkmanship brinksmanship confrontation confrontational war_of_words
    hostilities preemptive aggression warship aircraft_carrier bomber show_of_force countermeasure
    clash blow_up demolish shelling incursion drone reprisal hostage detain fired_a test_a
    tested_a launched_a long_range_missile live_fire military_drill rocket_launch sabotage seize
    cyberattack hack assassinat* shoot_down shot_down military_buildup invasion naval_clash
    nuclear_blackmail belligeren* aggressive_action missile_tests nuclear_tests weapons_tests
    long_range_test test_of_a test_launches rocket_launches live_fire_drill drills joint_drills
    joint_drill military_drills war_games military_exercises joint_exercises joint_military
    combined_drills annual_exercises field_training field_exercise command_post rehearsal
    rehearsal_for bombs_on bombed bombing_campaign air_raid air_raids air_strikes airstrikes
    surgical_strike preemptive_strike military_strike military_strikes military_attack
    military_conflict armed_conflict armed_clash war_with go_to_war nuclear_war all_out_war
    full_scale_war brink_of_war verge_of_war on_the_brink military_force use_of_force by_force
    military_confrontation military_response military_threat nuclear_threat threats_of_war
    pay_a_price price_to_be_paid dire_consequences grave_consequences fiery_rhetoric bellicose
    bluster warmong* sword_rattling muscle_flexing flex_its_muscles show_of_strength
    strategic_bombers b_52 stealth stealth_bomber nuclear_submarine_visit carrier carrier_group
    fleet deployment_of mobilis* mobiliz* troops_at_the_border border_clash border_incident
    gunfire gunshots exchange_of_fire sank sinking torpedoed blew_up blown_up dismantled_guard
    balloon balloons trash_balloons leaflets propaganda_leaflet loudspeaker loudspeakers jam_gps
    gps_jamming cyber_attack hacking hackers hostage_taking detained captive captives captured
    military_crisis flare_up flareup flashpoint spiral up_the_ante tit_for_tat retaliatory
    retaliate revenge reprisals countermeasures counterattack strategic_weapon
    new_strategic_weapon resume_testing resumed_testing resume_nuclear_tests break_its_moratorium
    satellite_launches engine_tests military_parade maneuvers manoeuvres aerial
    reconnaissance_flight fighter_jets_over flew_over buzz_the invade occupied blockade
    naval_blockade strait_of_hormuz proxy_attack proxies militia militias houthi* hezbollah
    rocket_attack firing_off fired_off missile_launches to_bomb threaten_to_bomb bomb_iran
    bomb_the bomb_its`,
};
