/** Word classes of what the parties want, say and signal, and how their leaders stand to each other. */
export const WORDS_OF_WILL = {
  want: `willing* ready readiness receptive interested interest eager* keen desire want wish intend intent intention
    prepared_to open_to openness be_open remain_open is_open was_open still_open seek sought hope_to hoping_to aim aim_to
    with_the_aim like_to love_to happy_to look_forward appetite prefer determined determination resolve
    enthusias* no_reason_not unconditional without_preconditions without_precondition attractive crave covet long_for pin_its_hopes reluctant_to_miss
    good_faith goodwill good_will sincere sincerity trustworthy credible no_choice_but would_like must_talk
    need_to_talk should_try
    long_to yearn looking_to anxious_to_meet would_love eye_a nobel_peace_prize nobel`,
  importance: `importance important priority priorities urgency urgent great_urgency considerable_importance most_important
    indispensable top_priority`,
  commit: `commit committed commitment vow pledge promise assur* guarantee reaffirm* dedicated`,
  accept: `accept agree agreed consent embrace acced* endorse approve bless blessing give_the_green_light
    green_light`,
  attempt: `try try_to attempt attempt_to push push_for pushing_for push_ahead drive_to effort pursue pursuit strive
    bid work_to working_to go_the_extra_mile restore_dialogue`,
  invitation: `open_the_door opens_the_door opened_the_door left_the_door_open leave_the_door_open leaves_the_door_open
    keep_the_door_open door_open door_is_open doors_open open_door outstretched extend_a_hand reach_out overture
    invit* offer_to propose call_for calls_for call_on urge floated olive_branch outreach`,
  unwilling: `unwilling* reluctan* hesitant hesitat* refus* reject* rebuff* dismiss* spurn* declin* snub* ignor*
    uninterest* disinterest* no_interest not_interested little_interest lack_of_interest passive oppos* resist
    walk_away walked_away withdr* pull_out pulled_out abandon* defian* defy indifferen* silent silence
    unresponsive cold_shoulder lukewarm shut_the_door shut_out slam_the_door turn_away turned_down turn_down
    brush_off brushed_off mock* denounc* condemn* give_up in_no_hurry no_hurry no_rush bide_its_time bide_time
    stall_for_time buy_time drag_its_feet foot_dragging no_need no_reason no_longer_interested little_appetite
       wait_out frustrat* hostile hostility intransigen* dig_in no_appetite
    rebuke belittle scoff sideline meaningless not_useful not_be_useful not_serve upset angry anger wary wariness
    knock_down deny denial rule_out ruled_out does_not_need hard_line hardline tough_line firm_stance
    not_negotiate will_not_return not_return
    shrug_off shrugged_off budge balk shun steer_clear turn_its_back no_intention never_negotiate unmoved
    not_bow_to_threat* not_give_in_to_threat* not_negotiate_under_threat* not_talk_under_threat*
    aloof stonewall skip evade sever cut_off keep_silent brushing_off`,
  signal: `signal message messaging gesture indicat* hint express expressed expresses stance posture attitude
    clear_that make_clear make_it_clear made_it_clear made_clear position_clear mixed_messaging mixed_signals
    real_intention true_intention motive reiterat* intentional* sending_a
    stature mind thinking sees_negotiations`,
  plan: `plan strateg* calculat* map_out consider mull weigh ponder options decide
    policy objective ambition prioriti* contemplat* scenario
    point_of_view perspective calculus major_move tactic`,
  rapport: `rapport friend friendship friendly fond fondness love_letter fell_in_love liked like_him chemistry
    personal_relation* personal_ties personal_bond personal_connection bond affinity admir* personal_diplomacy
    flatter* prais* smart_man very_smart got_along get_along getting_along good_memories good_memory good_relationship
    great_relationship very_good_relationship close_relationship warm warmly warmth compliment charm camaraderie trust
    mutual_trust know_him knows_him pen_pal hit_it_off well_wishes birthday condolence glamorous_letter
    beautiful_letter flowery_letter miss_him bromance mutual_respect special_relationship affection retweet*
    like_each_other not_bad showcase_their happy_to_see special_bond between_the_two_leaders trust_between
    buddy pals hug warm_words nice_things kind_words exchange_of_letters respectful terrific great_guy
    wonderful mutual_admiration mutual_affection`,
  greet: `welcome greet thank hail glad congratulat* wish_him_well wished_him_well`,
  animosity: `fire_and_fury rocket_man insult* name_calling nickname distrust mistrust animosity dotard bad_blood
    falling_out soured frosty mockery
    thug tyrant rabid_dog maniac deranged slur personal_attack hatred killer murderous`,
};
