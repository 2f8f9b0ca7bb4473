/** Word classes of what is negotiated about, with what weight, and of what stands outside the talks. */
export const WORDS_OF_SUBSTANCE = {
  election: `election electoral election_campaign re_election reelection re_elect* reelect* campaign campaigning
    voter vote ballot midterm* electorate primaries caucus nominee presidential_race presidential_candidate
    elects inaugurat* transition_team lame_duck rally rallies poll_numbers approval_rating win_the_presidency
    if_trump_wins if_biden_wins biden_wins trump_wins who_will_win post_election polls incoming_administration
    new_administration next_administration next_president new_president president_elect`,
  domestic: `pandemic covid* coronavirus virus outbreak recession domestic impeach* congress senate lawmaker
    house_democrats house_republicans republican_party democrats republicans parliament legislature hardliner
    hawks hard_liners at_home home_front preoccup* distract* immersed bandwidth foreign_policy_concern
    packed_agenda priorities inflation unemployment economic_crisis food_shortage famine flood protest* unrest
    racial partisan scandal indictment trial political_crisis impeached succession health_rumor regime_stability
    party_congress limited_time year_in_office time_in_office disappearing ratif* shutdown farmers consumers
    public_opinion internal_politics infighting crowded_agenda other_issues foreign_policy_priorit* bailout
    border_closure closed_borders lockdown quarantine self_reliance`,
  terms: `denucl* precondition condition demand concession arms_control arms_reduction nuclear_reduction disarm*
    disarmament nuclear_freeze freeze_for_freeze verif* inspection inspector red_line scope_of proposal new_proposal
    counterproposal step_by_step phased action_for_action sequenc* roadmap road_map security_guarantee
    security_assurance end_of_war end_of_war_declaration peace_treaty hostile_policy terms same_terms
    nuclear_armed_state nuclear_weapons_state nuclear_weapon_state nuclear_state nuclear_power nuclear_nation
    massive_nuclear_state recognize recognise recognition in_exchange in_exchange_for in_return
    in_return_for quid_pro_quo cvid irreversible complete_denuclear* wide_differences differences_over gap wide_gap
    divergent conflicting_demand conflicting disagree* at_odds structural_reform structural_change
    intellectual_property purchase_commitment market_access technology_transfer nuclear_obligation compliance
    zero_enrichment enrichment_right right_to_enrich enrichment_limit cap_on curb curbs dismantl* give_up_nuclear
    give_up_its_nuclear abandon_its_nuclear nuclear_disarmament small_deal mini_deal big_deal comprehensive_deal
    interim_deal partial_deal limited_deal interim_agreement all_or_nothing non_negotiable bottom_line bargaining_chip
    unless negotiating_list corresponding_measure corresponding_step lifting_of minimum_demand purchases
    normal_member partial_denuclear* limit_the first_step framework`,
  leverage: `leverage bargaining_power bargaining_position negotiating_power negotiating_position upper_hand
    stronger_position strong_position weaker_position stronger_negotiating position_of_strength pressure
    pressure_campaign maximum_pressure coerc* incentive less_incentive emboldened embolden advantage advantageous
    time_is_on time_on_its_side playing_card trump_card cards concede yield cave back_down blink flinch
    chicken* overplay* dependen* needs_trump need less_attractive carrot stick negotiating_chip strategic_value
    value_of geopolitical strengthen strengthened stronger weaker weaken clout less_dependent more_dependent
    strongly positions isolat* equal_footing peer on_par bargain diplomatic_cover raise_the_price ante`,
  capability: `nuclear missile weapon weaponry arsenal warhead icbm enrich* centrifuge stockpile reactor uranium plutonium
    submarine_launched hypersonic ballistic nuclear_program missile_program nuclear_programme nuclear_capabilit*
    capabilit* fissile payload satellite munition reconnaissance deterrent nuclear_deterrent nuclear_force
    military_technolog* nuclear_arsenal breakout_time manufacturing_capacity rare_earth semiconductor
    chip_production industrial_capacity nuclear_complex nuclear_development sophisticated_weapon`,
  growth: `advance grow grew grown expand expansion improve bigger larger increase increased rapid* sophisticat* modern*
    produce production build built buildup build_up develop development sharpen stronger_than bolster accelerat*
    more_powerful upgrade strides proliferat* progress_further`,
  sanctions: `sanction* tariff* sanctions_relief embargo export_control export_ban export_restriction dut_y levies levy
    blacklist* entity_list economic_relief economic_opportunit* economic_benefit economic_aid economic_pressure
    economic_incentive humanitarian_aid economic_cooperation economic_development frozen_asset frozen_funds
    oil_export oil_sales trade_war trade_deficit snapback restrictions_on ease_restrictions economy economic
    investment trade relief import_ban boycott financial_restriction prosperity asset_freeze`,
  alliance: `ally allies alliance allied military_relationship military_alliance strategic_partnership
    mutual_defense axis_of troops dispatch* trilateral coalition bloc alignment partnership backing
    backed_by supporter support_from regional_power neighbor neighbour patron`,
  mediation: `mediat* intermediar* broker brokering facilitat* go_between third_party third_country host
    good_offices shuttle_diplomacy protecting_power bridge_role matchmaker honest_broker`,
  contact: `contact channel communicat* backchannel back_channel hotline phone_call call letter correspond* correspondence
    letter_exchange exchange_letters message_to new_york_channel un_mission no_response response reply
    respond replied telephone deliver delivered direct_contact working_level lower_level line_of_communication
    liaison_office notification exchanged_letters text_message video_call gauge_the_atmosphere hear_from heard_back`,
  envoy: `envoy special_envoy special_representative delegation negotiator chief_negotiator negotiating_team negotiators
    coordinator point_man diplomat counterpart point_person ambassador_to lead_negotiator interlocutor
    representatives bureau designat* nominat* appoint* staffing task_force working_group team vacan* named_to`,
  preparation: `preparation prepare preparing preparatory planning initial_planning behind_the_scenes internal_discussion
    consult consultation roundtable expert_level groundwork arrang* itinerary schedule logistics advance_team venue
    date_and_place visit dispatch_of convene interagency held_talks hold_discussions private_discussion briefing_on
    schedule_a date_for shuttle indirect_talks direct_talks virtual_talks one_on_one round_of rounds_of lay_the_groundwork
    technical_talks format multilateral bilateral six_party working_through exploratory secret_talks no_comment
    not_comment does_not_comment declined_to_comment`,
  provocation: `provocation provocative provoke missile_test nuclear_test missile_launch test_launch test_fire test_fired
    weapons_test satellite_launch launch fire_missiles fired_missiles ballistic_missile_launch artillery drill
    military_exercise joint_exercise exercises war_game wargame strike airstrike air_strike bomb bombing attack
    threat threaten escalat* tension* retaliat* military_action military_option saber_rattling sabre_rattling
    brinkmanship brinksmanship confrontation confrontational war_of_words crisis war hostilities preemptive
    october_surprise_attack moratorium aggression warship aircraft_carrier bomber show_of_force countermeasure
    clash standoff_at_sea blow_up demolish shell shelling incursion drone trade_conflict reprisal hostage detain`,
};
