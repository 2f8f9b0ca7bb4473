/**
 * Word classes of the talks themselves: their names, their course, the estimate of them.
 * Entries are dictionary forms (inflections match by themselves); `negotiat*` is a beginning,
 * `break_down` a phrase. The longest phrase takes precedence over the words within it.
 */
export const WORDS_OF_TALKS = {
  talks: `talks talk negotiat* dialogue dialog diplomacy diplomatic_process diplomatic_solution
    summit summitry engagement engage discussion parley consultations peace_process detente
    denucl*_talk denucl*_negotiat* denucl*_dialogue denucl*_process denucl*_effort
    denucl*_discussion denucl*_diplomacy nuclear_talk nuclear_negotiat* nuclear_dialogue
    nuclear_diplomacy trade_talk trade_negotiat* peace_talk summit_talk disarmament_talk
    nuclear_envoy_talk tete_a_tete talks_process peace_negotiat* negotiating_table
    conference_table peace_talks diplomatic_track diplomatic_effort diplomatic_push
    diplomatic_overture bilateral_talk tripartite_talk bargaining_table diplomatic_engagement
    negotiat*_on_denucl* negotiat*_on_the_denucl* negotiat*_over_denucl* negotiat*_about_denucl*
    talks_on_denucl* talks_on_the_denucl* talks_over_denucl* talks_about_denucl*
    dialogue_on_denucl* diplomatic_initiative diplomatic_opening diplomatic_gambit diplomatic_thaw
    disarmament_negotiat* peace_effort come_back_to_talks get_talking_again back_to_talks
    back_to_dialogue productive_talks pause_in_talks no_active_dialogue without_active_dialogue
    no_dialogue no_talks without_talks failed_summit failed_talks broke_off_talks
    blow_up_the_talks another_summit fourth_summit third_summit second_summit further_talks
    future_talks future_negotiations future_summit welcomes_talks welcome_dialogue favor_dialogue
    favors_dialogue offer_of_talks offer_of_dialogue offer_to_talk little_incentive_to_talk
    empty_talk not_talk will_not_talk would_not_talk refuse_to_talk rule_out_talks ruled_out_talks
    avoided_talks avoid_talks avoiding_talks up_for_negotiation open_to_negotiation
    subject_to_negotiation condition_for_talks negotiating_hand welcome_the_talks hosted_talks
    host_talks host_the_talks talk_through negotiation_team negotiating_teams
    in_charge_of_the_talks in_charge_of_negotiations lead_the_talks leads_the_talks expert_talks
    high_level_talks senior_level_talks hours_of_talks hours_of_negotiations day_of_talks
    days_of_talks preliminary_talks talks_about_talks secret_talks summit_preparations pre_summit
    the_process`,
  meeting: `meeting meet met sit_down sat_down get_together reunion rendezvous handshake encounter
    face_to_face_meeting will_meet to_meet see_each_other see_one_another sit_across same_room
    in_person_meeting meet_again sit_down_with sit_down_together audience_with tete
    meeting_of_minds next_meeting another_meeting future_meeting set_up_a_meeting
    arrange_a_meeting offer_to_meet ask_to_meet asked_to_meet not_meet meet_three_times
    plenary_meeting party_meeting meeting_place secretly_meet private_meeting border_meeting
    meeting_at_the_border meet_at meet_with see_each_other_again`,
  deal: `deal agreement accord pact treaty settlement truce ceasefire armistice compromise
    memorandum joint_statement communique nuclear_deal nuclear_agreement nuclear_accord trade_deal
    trade_agreement denucl*_deal peace_deal joint_declaration nuclear_pact framework_agreement
    peace_agreement peace_accord trade_pact trade_truce settle_the_dispute grand_bargain
    ink_a_deal sign_a_deal seal_a_deal end_without_agreement ended_without_an_agreement
    drive_a_hard_bargain hard_bargain eager_for_a_deal desperate_for_a_deal needs_a_deal
    need_a_deal oppose_a_deal`,
  relations: `relations ties relationship normalization normalisation normalize reconciliation
    rapprochement normal_relations bilateral_relations diplomatic_relations bilateral_ties`,
  occur: `take_place took_place taken_place happen occur materialize materialise go_ahead
    come_about held hold proceed continue go_forward reschedule set_to extend last_minute one_last
    surprise exist on_the_horizon is_coming will_come imminent in_the_works on_the_cards
    in_the_cards back_on under_way underway pull_off come_to_fruition bear_fruit be_held was_held
    were_held come_to_pass go_through get_under_way get_underway get_off_the_ground go_anywhere
    lead_anywhere go_nowhere come_together be_arranged fall_into_place`,
  resume: `resume resumption restart revive reviv* rekindle reopen re_open re_engage reengage
    reignite relaunch reboot kick_start kickstart jump_start renew renewal return_to_talks
    return_to_dialogue return_to_the_table return_to_the_negotiating_table return_to_negotiations
    return_to_the_negotiations back_to_the_table back_at_the_table pick_up restore restor*
    reestablish* re_establish* salvage rescue_the resurrect bring_back back_on_track get_back_to
    rebuild returning_to return_to_diplomacy get_talks_going return_to_the_bargaining_table
    come_back_to_the_table come_back_to_talks go_back_to_the_table early_return revisit
    fresh_start new_start new_beginning new_chapter second_chance get_talking_again meet_again
    rejoin back_to_talks back_to_dialogue start_again start_over bring_back_to`,
  progress: `progress breakthrough headway milestone step_forward steps_forward within_reach
    positive_direction constructive productive fruitful thaw move_forward moving_forward
    moved_forward momentum gained_traction traction epochal_advance common_ground narrow_the_gap
    bridge_the_gap narrow_difference succeed success successful* conclude finalize finalise clinch
    close_to_a_deal on_track de_escalat* deescalat* make_strides inch_closer strike_a_deal
    moved_closer move_closer significant_step turning_point spark pay_dividends dividend reset
    reach_a_deal reach_an_agreement reach_agreement open_doors opens_doors opened_the_way
    pave_the_way paves_the_way unlock advances_in hammer_out iron_out ironed_out advance_toward
    step_closer closer_to closer_together closing_in in_sight common_understanding
    meeting_of_minds positive_step positive_development good_start great_progress
    substantial_progress gain_ground forward_movement bridge_differences bridge_their_differences
    come_closer within_grasp final_stretch home_stretch finishing_touches landing_zone nearly_done
    productive_talks breakthroughs leap ink_a_deal sign_a_deal seal_a_deal reach_a_compromise
    good_basis basis_for build_on`,
  stalled: `stall* deadlock* impasse stalemate standstill gridlock* suspended suspension frozen
    limbo stuck moribund on_hold backburner back_burner bogged_down dormant at_a_halt
    grind_to_a_halt stagnat* inertia drag_on dragged_on logjam paralysis paralyzed paralysed
    in_tatters on_ice adrift comatose dead off_the_table going_nowhere gone_nowhere went_nowhere
    got_nowhere get_nowhere lead_nowhere little_progress no_progress lack_of_progress far_apart
    flounder lost_momentum life_support holding_pattern pause lull rocky paused inconclusive
    deep_freeze freeze_in hiatus at_an_end nowhere in_a_rut stagnant mired stand_still stood_still
    no_movement little_movement not_moved no_headway little_headway cold_storage gone_cold
    went_cold dragging stuck_in on_the_rocks back_to_square_one dead_letter in_the_doldrums
    off_track parted_ways remained_apart drift drifting languish unresolved standing_still
    intermission in_abeyance getting_nowhere won_little achieved_little yielded_little
    yielded_nothing produced_little produced_nothing not_live_up ups_and_downs pause_in_talks
    months_long_pause yet_to_ink yet_to_sign no_active_dialogue without_active_dialogue
    no_dialogue no_talks without_talks no_sign_of_progress`,
  unchanging: `status_quo as_before remain_the_same nothing_has_changed same_old wait_and_see
    no_change unchanged remain_in_place business_as_usual as_it_is standoff`,
  collapse: `collaps* breakdown break_down broke_down broken_down failure fell_apart fall_apart
    unravel* derail* scuttl* peter_out petered_out fizzle crumble no_deal without_a_deal
    without_agreement cut_short unfruitful fruitless break_off broke_off breaks_off walkout
    walk_out walked_out torpedo* call_off called_off cancel* scrap abrupt* rupture fall_through
    fell_through unsuccessful* empty_handed failed_to fail failed falter sink ended_abruptly
    ended_in_failure ended_without came_to_nothing come_to_nothing flop implode bust end_without
    break_up broke_up end_without_agreement ended_without_an_agreement without_agreeing
    without_result without_results without_a_result leave_without left_without failed_summit
    failed_talks broke_off_talks fall_flat fell_flat demise blow_up_the_talks stormed_out
    breaking_off broken_off breaking_down came_apart come_apart fell_to_pieces ended_early
    ended_badly ended_in_acrimony ended_shortly come_to_an_end came_to_an_end came_to_an_abrupt
    ended_after ended_hours`,
  prospect: `prospect prospects outlook expectation scenario hope forecast next_round next_step
    possibility window_of_opportunity trajectory uncertain uncertainty crossroads odds chance
    likelihood window still_time time_remaining feasibility path_to path_toward way_forward
    road_to the_future_of fate_of speculat* next_meeting another_meeting another_summit
    another_round fourth_summit third_summit second_summit new_round further_talks future_talks
    future_negotiations future_meeting future_summit window_for window_of opening_for chances
    anyone's_guess remains_to_be_seen time_will_tell in_sight rumor rumour next_pick_up`,
  optimism: `optimis* hopeful upbeat encouraging encouraged promising bright positive confident
    confidence realistic feasible viable achievable ripe opportune golden_opportunity glimmer
    auspicious favorable favourable heartened good_chance room_for raised_hopes raise_hopes
    raise_hope hope_for still_time easier faster right_direction cautious_optimism upside
    good_sign hopefully bullish buoyant rosy light_at_the_end reason_to_hope reason_for_hope
    cause_for_optimism ray_of_hope fresh_hope new_hope within_reach good_odds doable workable
    on_the_cusp hopefulness high_hopes hopes_are_high extremely_positive very_positive
    positive_signs positive_mood upbeat_mood rosy_statement grounds_for_optimism
    raise_expectations expectations_resurfaced expectations_rose doing_very_well going_very_well
    going_well positions_closer become_closer more_serious`,
  pessimism: `pessimis* skeptic* sceptic* doubt* bleak dim dimming grim gloomy slim
    low_expectation low_expectations unrealistic far_fetched premature dampen diminish* fade
    fading dwindl* wane waning waned wishful_thinking disappoint* discouraging setback dashed moot
    futile pointless hopeless nonstarter non_starter illusion delusion pour_cold_water cold_water
    wet_blanket worse worsen dead_end deteriorat* run_counter ran_counter out_of_reach
    out_of_the_question impossible unpractical impractical outweigh no_breakthrough symbolism
    symbolic photo_op mere_hope no_illusions long_shot far_off years_away too_late
    window_is_closing running_out ship_has_sailed not_in_the_cards little_to_show distant mirage
    hopes_fade dim_view bleaker dimmer remote_chance slim_chance little_chance little_hope no_hope
    few_expect few_believe hold_my_breath hold_your_breath miracle doomed lost_cause fool's_errand
    pipe_dream implausible unthinkable unimaginable inconceivable hard_to_imagine hard_to_envision
    hard_to_see difficult_to_imagine difficult_to_envision cast_doubt casts_doubt bad_sign
    ill_omen darken overly_optimistic hype hollow closing_fast lost_opportunity missed_opportunity
    slipping_away unrealistic_expectations despair despond* fatalis* cynic* disillusion* downbeat
    lower_expectations temper_expectations tamp_down play_down played_down plays_down downplay*
    little_immediate_hope remain_slim very_slim low_odds no_chance not_a_chance all_but_impossible
    running_short time_is_short bring_little lost_its_chance last_chance_missed`,
  difficulty: `difficult* hard harder tough challeng* complicat* uphill obstacle hurdle barrier
    stumbling_block sticking_point roadblock hamper hinder hindrance impede impediment constrain*
    friction thorny intractable limited fraught dilemma no_space no_room bogged question_mark
    time_consuming tall_order hard_sell daunting steep messy snag hitch gulf chasm quagmire
    stumble stumbling hurdles problematic complex complication fragile delicate elusive tricky
    rocky_road long_way_to_go wide_apart vast_gap deep_divide divide rift disagreement
    deep_mistrust unsettled bumpy strain strained bottleneck dead_weight sore_point
    impossible_task hard_road`,
  blocking: `prevent block thwart preclude stymie forestall foil rule_out ruled_out ruling_out
    stave_off deter avoid avert undermine jeopardize jeopardise obstruct override overshadow
    stop_short stopped_short minimize minimise overcome defuse reduce ease easing eased halt stop
    stopped curb refrain* abstain*`,
  settle: `narrow bridge resolve settle reconcile close_the close_a`,
};
