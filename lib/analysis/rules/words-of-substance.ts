/** Word classes of what is negotiated about, and with what weight. */
export const WORDS_OF_SUBSTANCE = {
  terms: `without_preconditions without_precondition unconditional denucl* precondition demand
    concession arms_control arms_reduction nuclear_reduction disarm* disarmament nuclear_freeze
    freeze_for_freeze verif* inspection inspector red_line scope_of counterproposal step_by_step
    phased action_for_action sequenc* roadmap road_map security_guarantee security_assurance
    end_of_war end_of_war_declaration peace_treaty hostile_policy terms same_terms the_terms
    nuclear_armed_state nuclear_weapons_state nuclear_weapon_state nuclear_state nuclear_power
    nuclear_nation nuclear_armed_nation nuclear_status massive_nuclear_state recognize_it
    recognition in_exchange in_exchange_for in_return prerequisite premise in_return_for
    quid_pro_quo cvid irreversible complete_denuclear* wide_difference wide_differences
    differences_over difference wide_gap gap divergent conflicting_demand conflicting disagree*
    at_odds structural_reform structural_change intellectual_property purchase_commitment
    market_access technology_transfer nuclear_obligation compliance zero_enrichment
    enrichment_right right_to_enrich enrichment_limit uranium_enrichment_program
    enrichment_program dismantl* give_up_nuclear give_up_its_nuclear abandon_its_nuclear
    nuclear_disarmament small_deal mini_deal comprehensive_deal interim_deal partial_deal
    limited_deal limited_agreement interim_agreement all_or_nothing non_negotiable bottom_line
    bargaining_chip unless negotiating_list corresponding_measure corresponding_step purchases
    first_step framework sticking_point stumbling_block corresponding matched_by normal_member
    partial_denuclear* limit_the position_of_the stockpile_cap cap_on nuclear_restrictions
    ending_hostile regime_change withdrawal_of_troops nukes give_up_its_nukes legitimacy
    human_rights abduct* roll_back_its maximalist ultimatum hardline_demand unacceptable
    non_starter_demand sunset_clause freeze_its denuclearise* final_goal end_goal ultimate_goal
    moratorium obsession_with_denucl* denuclearization denuclearisation give_up_its_bombs
    give_up_its_weapons give_up_his_weapons lay_down surrender_its surrender_their relinquish
    hand_over_its scrap_its eliminate_its weapons_of_mass_destruction what_denuclearization
    definition_of irrevocab* irreversibl* constitution enshrin* treated_as recognized_as
    recognised_as acknowledged_as accepted_as de_facto status_as status_of nuclear_club
    state_of_war declare_an_end formal_end armistice_agreement peace_regime security_assurances
    security_guarantees guarantee_its_security regime_security survival_of_the_regime
    safety_of_the_regime free_of_nuclear_weapons nuclear_free nuclear_free_zone freeze
    settle_for_a_freeze freeze_on cap_the capping limits_on curbs_on restrictions_on_its full_list
    declaration_of_its complete_list account_of order_in_which up_for_negotiation
    open_to_negotiation negotiable subject_to_negotiation on_the_agenda off_the_agenda
    stay_off_the_agenda exclude_denucl* roll_back rollback wind_down phase_out partial_lift
    simultaneous reciprocal reciprocity tit_for_tat_concession like_for_like corresponding_actions
    give_and_take preconditions conditions_for conditions_set no_strings no_strings_attached
    strings_attached attach_conditions on_condition_that_the condition_for_talks conditional_on
    contingent_on contingent_upon provided_washington libya_model libyan_model snapback_clause
    key_demand core_demand main_demand central_demand demand_for insist insists insisted
    insistence fundamental_difference basic_disagreement disagreement_over dispute_over
    quarrel_over differ_over differ_on differing wording_of the_text draft_agreement draft_text
    vague_statement joint_declaration joint_statement singapore_agreement nuclear_umbrella
    troop_withdrawal withdraw_troops withdraw_its_troops troop_reduction sovereignty
    sovereign_right inalienable_right legitimate_right rights_to national_dignity
    respect_for_its_sovereignty subsidies forced_technology currency_manipulation
    rare_earth_exports market_opening one_shot incremental_deal piece_by_piece asking_for_too_much
    ask_for_too_much asked_for_too_much work_out_their_differences strike_a_balance extreme_demand
    return_to_compliance full_compliance old_stance previous_position sticking_to_its
    end_to_the_korean_war end_to_the_war unresolved_issues all_issues core_issues guarantees_that
    guarantee_that heart_of_the_dispute core_of_the_dispute at_issue far_apart not_negotiable
    corresponding_steps specific_conditions position_on positions_on proposals_on`,
  gap: `precondition demand red_line hostile_policy same_terms prerequisite premise
    wide_difference wide_differences differences_over difference wide_gap gap divergent
    conflicting_demand conflicting disagree* at_odds zero_enrichment right_to_enrich
    non_negotiable sticking_point stumbling_block nuclear_armed_state nuclear_weapons_state
    nuclear_weapon_state nuclear_state nuclear_power nuclear_nation nuclear_armed_nation
    nuclear_status massive_nuclear_state recognition complete_denuclear* cvid irreversible unless
    ending_hostile regime_change maximalist ultimatum hardline_demand unacceptable
    non_starter_demand all_or_nothing give_up_nuclear give_up_its_nuclear abandon_its_nuclear
    give_up_its_nukes insist_on far_apart insist insists insisted insistence
    obsession_with_denucl* key_demand core_demand main_demand central_demand
    fundamental_difference basic_disagreement disagreement_over dispute_over irrevocab*
    irreversibl* settle_for_a_freeze up_for_negotiation not_negotiable`,
  proposal: `proposal offer agenda condition step_toward recognize recognise purchase idea
    suggestion package plan_put_forward put_forward table_a tabled terms_offered initiative
    concession_package counteroffer counter_offer road_map_for formula option_on_the_table
    better_offer new_offer new_proposal proposed proposing propose`,
  leverage: `leverage bargaining_power bargaining_position negotiating_power negotiating_position
    upper_hand stronger_position strong_position weaker_position stronger_negotiating
    position_of_strength pressure_campaign maximum_pressure pressure_based coerc* incentive
    less_incentive emboldened embolden advantage time_is_on time_on_its_side playing_card
    trump_card cards yield cave back_down blink flinch chicken* overplay* carrot stick
    negotiating_chip strategic_value value_of strengthen_his strengthen_its strengthens_his clout
    less_dependent more_dependent isolat* equal_footing on_par more_to_gain diplomatic_cover
    raise_the_price ante need_him_less much_less bargaining dig_in_for stronger_hand weaker_hand
    under_pressure squeeze strangle win_win desperat* cornered from_strength little_to_gain
    nothing_to_gain more_to_lose reward payoff inducement lifeline time_is_on_his_side
    time_is_on_kim's_side on_kim's_side on_its_side time_is_on_their playing_for_time
    negotiating_hand strong_hand weak_hand weak_position strengthen_their strengthened_hand
    bargaining_chips concessions_without prestige international_standing propaganda_victory
    propaganda_win diplomatic_win diplomatic_victory without_giving nothing_in_return
    for_nothing_in_return higher_price high_price raise_its_price raise_the_stakes
    raised_the_stakes make_him_pay name_a_price name_its_price few_cards holds_the_cards
    hold_the_cards all_the_cards no_cards ace powerful_tool outlast outmaneuver* outmanoeuvre*
    outwit outfox pressured_into brought_to_the_table brought_to_its_knees force_to_the_table
    forced_to_the_table forced_back_to_the_table drive_a_hard_bargain hard_bargain eager_for_a_win
    needs_a_win eager_for_a_deal desperate_for_a_deal needs_a_deal need_a_deal no_incentive
    little_incentive less_need less_reason_to no_longer_needs need_washington need_less
    not_need_the need_the_united needs_washington less_than_he less_vulnerable more_confident
    confident_enough balance_of_power shift_in_power tables_have_turned tipped_the_balance
    tilted_in on_the_back_foot on_the_defensive gained_the_upper weaken_its_position
    weakened_position weakened_its undercut undercutting maximum_pressure_campaign
    economic_leverage military_pressure diplomatic_pressure threat_of_force credible_threat wring
    extract_concessions extract wrest exploit play_off play_one_off brinkmanship_tactic reward_bad
    reward_for sweetener sweeten inducements concessions_in_advance diplomatic_isolation
    international_isolation bluff call_his_bluff poker sweet_spot credibility unearned
    free_concession unearned_concession massive_concession victory_for win_for gift_to
    political_victory would_not_last not_last_forever afford_to_wait can_wait can_afford
    little_reason_to sees_little_reason less_reason`,
  pressure: `pressure depend* stronger weaker geopolitical dependent reliance rely rely_on
    relies_on vulnerab* resilien* power_balance need_less need_more`,
  capability: `nuclear missile weapon weaponry arsenal warhead icbm enrich* centrifuge stockpile
    reactor uranium plutonium submarine_launched hypersonic ballistic nuclear_program
    missile_program nuclear_programme nuclear_capabilit* capabilit* fissile payload satellite
    munition reconnaissance deterrent nuclear_deterrent nuclear_force military_technolog*
    nuclear_arsenal breakout_time manufacturing_capacity rare_earth semiconductor chip_production
    industrial_capacity nuclear_complex nuclear_development nuclear_weapons_development
    nuclear_weapons_program sophisticated_weapon weapons_program atomic test_site solid_fuel
    tactical_nuclear nuclear_powered spy_satellite kiloton new_weapons launch_pad silo bombs
    nuclear_bomb atomic_bomb hydrogen_bomb thermonuclear bomb_fuel weapons_grade
    near_weapons_grade highly_enriched sixty_percent fissile_material launcher intercontinental
    long_range_missiles short_range_missiles cruise_missile nuclear_submarine submarine destroyer
    spy_plane air_defense air_defence air_defences fighter_jet warplane warplanes navy naval_force
    weapons_technolog* military_know_how know_how weapons_factor* munitions_factor* arms_factor*
    arms_industry defense_industry military_capabilit* military_power military_modernization
    conventional_forces conventional_weapons nuclear_weapons nuclear_site nuclear_facilit*
    enrichment_site enrichment_plant enrichment_facilit* enriched_uranium weapons_design
    weaponization weaponisation delivery_system delivery_systems reentry re_entry second_strike
    first_strike strike_capability survivable threshold_state bomb_making nuclear_material
    nuclear_scientist missile_engine engine_test multiple_warhead drones_and chip_industry
    chipmak* chips steel_capacity shipbuilding manufacturing_base industrial_base factory_output
    supply_chain critical_mineral battery_technology artificial_intelligence technological_edge
    self_sufficien* bomb`,
  growth: `advance grow grew grown expand expansion improve bigger larger increase increased
    rapid* sophisticat* modern* produce production build built buildup build_up develop
    development sharpen bolster accelerat* more_powerful upgrade strides proliferat*
    progress_further powerful possess maintain pathway changed grown_in multiply multiplied
    exponential* quantit* double doubled triple tripled enlarge enlarged perfect perfected
    mass_produce mass_production improve_its in_size more_advanced most_advanced newest
    cutting_edge latest strengthened strengthening enhance enhanced enhancement speed_up sped_up
    stock_up amass amassed accumulat* acquire acquired obtain add_to construct construction
    new_generation beef_up beefed_up`,
  sanctions: `sanction* tariff* sanctions_relief embargo export_control export_ban
    export_restriction duties levies levy blacklist* entity_list economic_relief
    economic_opportunit* economic_benefit economic_aid economic_pressure economic_incentive
    humanitarian_aid economic_cooperation economic_development frozen_asset frozen_funds
    oil_export oil_sales trade_war trade_deficit snapback ease_restrictions import_ban boycott
    financial_restriction prosperity asset_freeze economic_rewards economic_growth trade_conflict
    trade_barrier penalties trade_restriction import_dut* economic_pain economic_lifeline
    sanctions_evasion smuggl* coal_exports foreign_investment financial_reward sanctioning
    economic_sanctions un_sanctions penalty punitive_measure punitive_measures economic_measures
    economic_restrictions embargoed economic_squeeze economic_isolation economic_warfare
    restrictions_on_trade trade_restrictions trade_curbs export_curbs duty import_tax levied
    tax_on_imports frozen_billions frozen_assets frozen_money billions_in oil_freely sell_its_oil
    sell_oil oil_trade oil_shipments crude oil_imports coal_trade textile_exports foreign_currency
    hard_currency cash_flow foreign_exchange economic_help economic_support economic_reward
    financial_aid financial_assistance development_aid food_aid energy_aid fuel_aid investment
    investments investors tourism tourists tourist_resort beach_resort resort beach_resorts
    economic_zone industrial_complex joint_venture economic_powerhouse economic_future
    economic_potential bright_future_for economic_miracle bank_account banks banking_system
    blacklisted blacklisting cut_off_from_the_banking dollars_in_trade trade_with_china
    bilateral_trade tariff_rate tariff_rates tariff_truce export_licence export_license
    entity_listing crypto cryptocurrency stolen_crypto ship_to_ship illicit_trade illicit_trading
    money_laundering panel_of_experts security_council_resolution security_council_resolutions
    un_resolution un_resolutions retaliatory_tariff* retaliatory_dut* retaliatory_measure
    tariff_escalation trade_hostilities trade_tension trade_tensions trade_row trade_dispute
    trade_frictions trade_barriers phase_one dismantle_sanctions`,
  relief: `relief lift lifting ease easing removal waive waived waiver exempt* unfreeze slash
    postpone delay relax roll_back rolled_back suspend drop soften shelve rescind revoke
    cancel_the cut loosen relaxed relaxation lifted eased easing_of scale_back scaled_back
    dismantle_sanctions suspended repeal`,
  tighten: `impose reimpose tighten raise slap hike extend ratchet toughen renew ramp_up ramped_up
    add levy reinstate reinstated toughened stiffen stiffer ratcheted double_the doubled increase
    new_round_of fresh snap_back crack_down`,
};
