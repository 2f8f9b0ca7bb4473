/**
 * Word classes of the talks themselves: their names, their course, the estimate of them.
 * Entries are dictionary forms (inflections match by themselves); `negotiat*` is a beginning,
 * `break_down` a phrase. The longest phrase takes precedence over the words within it.
 */
export const WORDS_OF_TALKS = {
  talks: `talks talk negotiat* dialogue dialog diplomacy diplomatic_process diplomatic_solution summit summitry
    engagement engage discussion parley consultations peace_process detente denucl*_talk denucl*_negotiat*
    denucl*_dialogue denucl*_process denucl*_effort denucl*_discussion denucl*_diplomacy nuclear_talk
    nuclear_negotiat* nuclear_dialogue nuclear_diplomacy trade_talk trade_negotiat* peace_talk summit_talk
    disarmament_talk nuclear_envoy_talk
    tete_a_tete talks_process peace_negotiat* negotiating_table`,
  meeting: `meeting meet met sit_down sat_down get_together reunion rendezvous handshake encounter
    face_to_face_meeting will_meet to_meet`,
  deal: `deal agreement accord pact treaty settlement truce ceasefire armistice compromise memorandum
    joint_statement communique nuclear_deal nuclear_agreement nuclear_accord trade_deal trade_agreement
    denucl*_deal peace_deal joint_declaration`,
  relations: `relations ties relationship normalization normalisation normalize reconciliation rapprochement`,
  occur: `take_place took_place taken_place happen occur materialize materialise go_ahead come_about held hold
    proceed continue go_forward reschedule set_to extend last_minute one_last surprise exist on_the_horizon
    is_coming will_come imminent in_the_works on_the_cards in_the_cards back_on under_way underway
    pull_off come_to_fruition bear_fruit be_held was_held were_held`,
  resume: `resume resumption restart revive reviv* rekindle reopen re_open re_engage reengage reignite relaunch
    reboot kick_start kickstart jump_start renew renewal return_to_talks return_to_dialogue return_to_the_table
    return_to_the_negotiating_table return_to_negotiations return_to_the_negotiations back_to_the_table back_at_the_table
    pick_up restore restor* reestablish* re_establish* salvage rescue_the resurrect bring_back
    back_on_track get_back_to rebuild returning_to return_to_diplomacy get_talks_going`,
  progress: `progress breakthrough headway milestone step_forward steps_forward within_reach positive_direction
    constructive productive fruitful thaw move_forward moving_forward moved_forward momentum gained_traction traction
    epochal_advance common_ground narrow_the_gap bridge_the_gap narrow_difference succeed success successful* conclude
    finalize finalise clinch close_to_a_deal on_track de_escalat* deescalat* make_strides inch_closer strike_a_deal
    moved_closer move_closer significant_step turning_point spark pay_dividends dividend reset
    reach_a_deal reach_an_agreement reach_agreement open_doors opens_doors
    opened_the_way pave_the_way paves_the_way unlock advances_in hammer_out iron_out ironed_out`,
  stalled: `stall* deadlock* impasse stalemate standstill gridlock* suspended suspension frozen limbo stuck
    moribund on_hold backburner back_burner bogged_down dormant at_a_halt grind_to_a_halt
    stagnat* inertia drag_on dragged_on logjam paralysis paralyzed paralysed in_tatters on_ice
    adrift comatose dead off_the_table
    going_nowhere gone_nowhere went_nowhere little_progress no_progress lack_of_progress far_apart
    founder flounder lost_momentum life_support holding_pattern pause lull rocky paused inconclusive`,
  unchanging: `status_quo as_before remain_the_same nothing_has_changed same_old wait_and_see`,
  collapse: `collaps* breakdown break_down broke_down broken_down failure fell_apart fall_apart unravel* derail*
    scuttl* peter_out petered_out fizzle crumble no_deal without_a_deal without_agreement cut_short unfruitful fruitless
    break_off broke_off breaks_off walkout walk_out walked_out torpedo* call_off called_off cancel* scrap abrupt* rupture
    fall_through fell_through unsuccessful* empty_handed failed_to fail failed falter sink
    ended_abruptly ended_in_failure ended_without came_to_nothing come_to_nothing flop implode bust
    end_without`,
  prospect: `prospect prospects outlook expectation scenario hope forecast next_round next_step possibility
    window_of_opportunity trajectory uncertain uncertainty crossroads odds chance likelihood window still_time
    time_remaining feasibility`,
  optimism: `optimis* hopeful upbeat encouraging encouraged promising bright positive confident confidence
    realistic feasible viable achievable ripe opportune golden_opportunity glimmer auspicious favorable favourable
    heartened good_chance room_for raised_hopes raise_hopes raise_hope hope_for still_time easier faster
    right_direction cautious_optimism upside good_sign`,
  pessimism: `pessimis* skeptic* sceptic* doubt* bleak dim dimming grim gloomy slim low_expectation low_expectations
    unrealistic far_fetched premature dampen diminish* fade fading dwindl* wane waning waned
    wishful_thinking disappoint* discouraging setback dashed moot futile pointless hopeless nonstarter
    non_starter illusion delusion pour_cold_water cold_water wet_blanket worse worsen dead_end
    deteriorat* run_counter ran_counter out_of_reach out_of_the_question impossible unpractical impractical
    outweigh no_breakthrough symbolism symbolic photo_op mere_hope
    no_illusions long_shot far_off years_away too_late window_is_closing running_out ship_has_sailed
    not_in_the_cards little_to_show distant mirage hopes_fade dim_view`,
  difficulty: `difficult* hard harder tough challeng* complicat* uphill obstacle hurdle barrier stumbling_block
    sticking_point roadblock hamper hinder hindrance impede impediment constrain* friction
    thorny intractable limited fraught dilemma no_space no_room bogged question_mark time_consuming
    tall_order hard_sell daunting steep messy snag hitch gulf chasm quagmire`,
  blocking: `prevent block thwart preclude stymie forestall foil rule_out ruled_out ruling_out stave_off deter
    avoid avert undermine jeopardize jeopardise obstruct override overshadow stop_short stopped_short minimize minimise
    overcome defuse reduce ease easing eased halt stop stopped curb refrain* abstain*`,
  settle: `narrow bridge resolve settle reconcile close_the close_a`,
};
