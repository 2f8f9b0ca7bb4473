/** Word classes of what the parties want, say and signal, and how their leaders stand to each other. */
export const WORDS_OF_WILL = {
  want: `willing* ready readiness receptive interested interest eager* keen desire want wish
    intend intent intention prepared_to open_to openness be_open remain_open is_open was_open
    still_open seek sought hope_to hoping_to aim aim_to with_the_aim like_to love_to happy_to
    look_forward appetite prefer determined determination resolve enthusias* no_reason_not
    unconditional without_preconditions without_precondition attractive crave covet long_for
    pin_its_hopes reluctant_to_miss good_faith goodwill good_will sincere sincerity trustworthy
    credible no_choice_but would_like must_talk need_to_talk should_try long_to yearn looking_to
    anxious_to_meet would_love eye_a nobel_peace_prize nobel wants_to would_welcome would_be_happy
    happy_with honored honoured be_glad_to more_than_happy up_for in_the_market yearning longing
    anxious_to impatient_for sincerely in_good_faith express_interest expressed_interest
    show_interest showed_interest openness_to amenable disposed inclined game_for enthusiastic
    enthusiasm desirous hungry keenly stand_ready stands_ready open_minded welcomes_talks
    welcome_dialogue favor_dialogue favors_dialogue prepared willing_to no_reason_to_avoid will_to
    would_still_like in_listening_mode not_opposed hopes_to hoped_to surely_meet`,
  importance: `importance important priority priorities urgency urgent great_urgency
    considerable_importance most_important indispensable top_priority`,
  commit: `commit committed commitment vow pledge promise assur* guarantee reaffirm* dedicated
    sworn_to swear undertake pledged determined_to resolved_to stand_by_its give_its_word`,
  accept: `accept agree agreed consent embrace acced* endorse approve bless blessing
    give_the_green_light green_light say_yes said_yes take_up_the took_up_the sign_up sign_off_on
    signed_off go_along_with give_its_blessing nod assent warm_to`,
  attempt: `try try_to attempt attempt_to push push_for pushing_for push_ahead drive_to effort
    pursue pursuit strive bid work_to working_to go_the_extra_mile restore_dialogue seek_out
    keep_trying kept_trying initiative initiate endeavor endeavour court courting woo wooing lobby
    bring_to_the_table bring_back_to_the_table get_to_the_table coax entice_back
    break_the_deadlock break_the_impasse break_the_stalemate set_up_a_meeting arrange_a_meeting
    bring_together bring_the_two tried_to tries_to trying_to get_in_touch`,
  invitation: `open_the_door opens_the_door opened_the_door left_the_door_open leave_the_door_open
    leaves_the_door_open keep_the_door_open door_open door_is_open doors_open open_door
    outstretched extend_a_hand reach_out overture invit* offer_to propose call_for calls_for
    call_on urge floated olive_branch outreach door_remains_open door_is_still_open
    remains_open_to hand_of_friendship reaching_out reached_out extended_an_offer offer_of_talks
    offer_of_dialogue offer_to_talk offer_to_meet peace_offering overtures beckon
    come_to_the_table calling_for ask_to_meet asked_to_meet appeal_for appeal_to appealed
    extend_an_invitation anytime_anywhere anywhere_anytime`,
  unwilling: `unwilling* reluctan* hesitant hesitat* refus* reject* rebuff* dismiss* spurn*
    declin* snub* ignor* uninterest* disinterest* no_interest not_interested little_interest
    lack_of_interest passive oppos* resist walk_away walked_away withdr* pull_out pulled_out
    abandon* defian* defy indifferen* silent silence unresponsive cold_shoulder lukewarm
    shut_the_door shut_out slam_the_door turn_away turned_down turn_down brush_off brushed_off
    mock* denounc* condemn* give_up in_no_hurry no_hurry no_rush bide_its_time bide_time
    stall_for_time buy_time drag_its_feet foot_dragging no_need no_reason no_longer_interested
    little_appetite wait_out frustrat* hostile hostility intransigen* dig_in no_appetite rebuke
    belittle scoff sidelined meaningless not_useful not_be_useful not_serve upset angry anger wary
    wariness knock_down deny denial rule_out ruled_out does_not_need hard_line hardline tough_line
    firm_stance not_negotiate will_not_return not_return shrug_off shrugged_off budge balk shun
    steer_clear turn_its_back no_intention never_negotiate unmoved not_bow_to_threat*
    not_give_in_to_threat* not_negotiate_under_threat* not_talk_under_threat* aloof stonewall skip
    evade sever cut_off keep_silent brushing_off brushed_aside brush_aside shunned no_mood
    not_in_the_mood no_desire little_desire no_wish no_plan no_plans have_no_plans lost_interest
    losing_interest little_incentive_to_talk not_ready unready not_prepared not_interested_in
    turn_a_deaf_ear turned_a_deaf_ear deaf_ear cold_to reject rejection refusal cut_short hold_out
    play_for_time playing_for_time buying_time bought_time stall_for delaying_tactic stonewalled
    distanc* distance_itself disavow disown disengage* shelve give_the_cold_shoulder
    no_response_to unyielding inflexible unbending uncompromising stubborn obstinate recalcitran*
    defiant insincere insincerity deception deceptive ploy cheap_trick trick gimmick pretext farce
    facade empty_talk empty_words waste_of_time slam slammed blast blasted lambast* deride derided
    ridicule* bristle contempt disdain scorn rail_against resent* grievance hurl not_meet not_talk
    will_not_talk would_not_talk refuse_to_talk rule_out_talks ruled_out_talks turn_its_back_on
    has_not_mentioned not_mentioned not_reacted no_reaction yet_to_react impatien* lost_patience
    losing_patience patience_is_running avoided_talks avoid_talks avoiding_talks stayed_away
    stay_away staying_away boycott kept_mum keep_mum not_keep_the_promise broke_its_promise
    broke_its_word pass_on_the_invitation turned_its_back few_good_reasons no_good_reason stunt
    in_no_hurry_to fooled not_be_fooled not_let_itself bullied not_be_bullied see_little_reason
    sees_little_reason see_no_reason sees_no_reason not_opposed wait_until might_wait`,
  signal: `signal message messaging gesture indicat* hint stance posture attitude clear_that
    make_clear make_it_clear made_it_clear made_clear position_clear mixed_messaging mixed_signals
    real_intention true_intention motive reiterat* intentional* sending_a sees_negotiations
    sign_that signs_of sign_of no_sign shown_no_sign suggestive cue telegraph* statement_of_intent
    overtures_from body_language trial_balloon test_the_waters testing_the_waters feeler feelers
    put_out_feelers read_as seen_as_a_sign softened_tone softer_tone softening_tone conciliatory
    thinly_veiled allusion allude* imply implied insinuat* let_it_be_known make_known made_known
    position_on stand_on line_toward hardened soften softening nod_to`,
  plan: `plan strateg* calculat* map_out consider mull weigh ponder options decide policy
    objective ambition prioriti* contemplat* scenario point_of_view perspective calculus
    major_move tactic policy_review reviewing review_of approach_to approach stance_toward line_on
    north_korea_policy doctrine playbook game_plan intent_to blueprint agenda_for decision
    decide_on yet_to_decide undecided rethink reconsider* recalibrat* reassess* change_course
    shift_in_policy policy_shift shift_course new_course strategic_patience vision calculation
    deliberat* think_about thinking_about contemplating bide plan_to planning_to have_plans
    determine_whether u_turn about_face`,
  rapport: `rapport friend friendship friendly fond fondness love_letter fell_in_love liked
    like_him chemistry personal_relation* personal_ties personal_bond personal_connection bond
    affinity admir* personal_diplomacy flatter* prais* smart_man very_smart got_along get_along
    getting_along good_memories good_memory good_relationship great_relationship
    very_good_relationship close_relationship warm warmly warmth compliment charm camaraderie
    trust mutual_trust know_him knows_him pen_pal hit_it_off well_wishes birthday condolence
    glamorous_letter beautiful_letter flowery_letter miss_him bromance mutual_respect
    special_relationship affection retweet* like_each_other not_bad showcase_their happy_to_see
    special_bond between_the_two_leaders trust_between buddy pals hug warm_words nice_things
    kind_words exchange_of_letters respectful terrific great_guy wonderful mutual_admiration
    mutual_affection fond_memories fell_for_each_other fall_for_each_other in_love love_affair
    friends bonded bonding close_bond personal_warmth personal_touch personal_friendship
    personal_rapport personal_chemistry leader_to_leader well_liked get_on_well got_on_well
    gets_along got_on like_one_another fan_of respect_for respects_him great_respect
    tremendous_respect high_regard esteem dear_friend good_friend great_friend old_friend cordial
    amicable amity intimate intimacy relationship_with_kim good_terms great_terms best_wishes
    greetings_to birthday_greeting congratulatory_message get_well sympathy_message smiles
    shook_hands shake_hands handshakes first_sitting set_foot stepped_across_the steps_into
    historic_handshake two_men_have_met met_three_times meet_three_times three_meetings
    three_summits has_met_kim gushing in_love_with`,
  greet: `welcome greet thank hail glad congratulat* wish_him_well wished_him_well
    greet_each_other send_greetings sent_greetings salute wish_well wished_well congratulation
    felicitat* good_wishes`,
  animosity: `fire_and_fury rocket_man insult* name_calling nickname distrust mistrust animosity
    dotard bad_blood falling_out soured frosty mockery thug tyrant rabid_dog maniac deranged slur
    personal_attack hatred killer murderous mad_man madman lunatic sick_puppy little_rocket_man
    crazy war_of_words_between personal_insult mutual_insult trade_insults traded_insults
    trading_insults feud enmity ill_will personal_dislike vilif* mocked mocking dislike despise*
    detest*`,
};
