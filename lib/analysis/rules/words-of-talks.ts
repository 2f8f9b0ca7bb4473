/**
 * Word classes of the talks themselves: their names, their course, the estimate of them.
 * Entries are dictionary forms (inflections match by themselves); `negotiat*` is a beginning,
 * `break_down` a phrase. A phrase takes precedence over the words within it.
 */
export const WORDS_OF_TALKS = {
  talks: `talks talk negotiat* dialogue dialog diplomacy diplomatic_process summit summitry engagement engage
    discussion parley rapprochement consultations peace_process detente encounter nuclear_diplomacy`,
  meeting: `meeting meet met sit_down sat_down face_to_face get_together reunion rendezvous handshake`,
  deal: `deal agreement accord pact treaty settlement truce ceasefire armistice compromise reach_agreement
    memorandum joint_statement communique`,
  relations: `relations ties relationship normalization normalisation normalize reconciliation`,
  resume: `resume resumption restart revive reviv* rekindle reopen re_open re_engage reengage reignite relaunch
    reboot kick_start kickstart jump_start renew_talks return_to_talks return_to_dialogue return_to_the_table
    return_to_the_negotiating_table return_to_negotiations back_to_the_table back_at_the_table come_back_to
    pick_up restore restor* reestablish re_establish convene relaunch_of salvage rescue_the resurrect`,
  progress: `progress* breakthrough headway milestone step_forward steps_forward within_reach positive_direction
    constructive productive fruitful thaw move_forward moving_forward moved_forward momentum advances_in
    epochal_advance common_ground narrow_the_gap bridge_the_gap succeed success successful* conclude
    finalize finalise clinch close_to_a_deal on_track de_escalat* deescalat* make_strides inch_closer
    moved_closer move_closer leap significant_step turning_point spark pay_dividends dividend`,
  stalled: `stall* deadlock* impasse stalemate standstill gridlock* suspended suspension frozen limbo stuck
    moribund on_hold backburner back_burner status_quo bogged_down dormant at_a_halt grind_to_a_halt hiatus_in
    stagnat* inertia drag_on dragged_on prolonged_lack logjam paralysis paralyzed paralysed in_tatters on_ice
    drift adrift comatose dead`,
  collapse: `collaps* breakdown break_down broke_down broken_down fail failure fell_apart fall_apart unravel* derail*
    scuttl* peter_out fizzle crumble no_deal without_a_deal cut_short unfruitful fruitless break_off broke_off
    walkout walk_out walked_out torpedo* called_off call_off cancel* scrap scrapped abrupt* rupture fall_through
    fell_through unsuccessful* came_up_empty empty_handed`,
  prospect: `prospect outlook expectation scenario hope forecast future_of next_round next_step
    window_of_opportunity trajectory uncertain uncertainty crossroads odds chance`,
  optimism: `optimis* hopeful upbeat encouraging encouraged promising bright positive confident confidence
    realistic feasible viable achievable ripe opportune golden_opportunity glimmer auspicious favorable favourable
    heartened good_chance room_for`,
  pessimism: `pessimis* skeptic* sceptic* doubt* bleak dim dimming grim gloomy remote slim low_expectation
    unrealistic far_fetched premature dampen diminish* fade fading dwindl* wane waning waned low
    wishful_thinking disappoint* discouraging setback dashed moot futile pointless hopeless nonstarter
    non_starter illusion delusion pour_cold_water cold_water wet_blanket worse worsen wariness wary cautious
    deteriorat* sour run_counter ran_counter out_of_reach out_of_the_question impossible`,
  difficulty: `difficult* hard harder tough challeng* complicat* uphill obstacle hurdle barrier stumbling_block
    sticking_point roadblock hamper hinder hindrance impede impediment constrain* strained friction
    problem thorny intractable limited limits fraught dilemma risk no_space no_room`,
  blocking: `prevent block thwart preclude stymie forestall foil rule_out ruled_out ruling_out stave_off deter
    avoid avert undermine jeopardize jeopardise obstruct override overshadow stop_short stopped_short minimize minimise`,
};
