/** Word classes of what the parties want, say and signal, and how their leaders stand to each other. */
export const WORDS_OF_WILL = {
  willing: `willing* ready readiness receptive interested interest eager* keen commit committed commitment desire
    want wish intend intent intention prepared_to open_to openness open_the_door opens_the_door left_the_door_open
    leave_the_door_open keep_the_door_open door_open door_is_open doors_open open_door open_doors be_open remain_open
    remains_open outstretched extend_a_hand reach_out reaching_out reached_out outreach overture invit* offer_to_meet
    happy_to love_to like_to seek sought try try_to attempt attempt_to push_for pushing_for push_ahead drive_to
    look_forward good_faith goodwill good_will appetite accept agree agreed consent welcome embrace enthusias*
    no_reason_not without_preconditions without_precondition put_considerable_importance considerable_importance
    aim_to aim_of with_the_aim hope_to urgency priority_on favour favor attractive trustworthy credible urge
    call_for`,
  unwilling: `unwilling* reluctan* hesitant hesitat* refus* reject* rebuff* dismiss* spurn* declin* snub* ignor*
    uninterest* disinterest* no_interest not_interested little_interest lack_of_interest passive oppos* resist
    walk_away walked_away withdr* pull_out pulled_out abandon* defian* defy indifferen* silent silence
    unresponsive cold_shoulder lukewarm shut_the_door shut_out slam_the_door turn_away turned_down turn_down
    brush_off brushed_off mock* denounc* condemn* give_up in_no_hurry no_hurry no_rush bide_its_time bide_time
    wait_and_see stall_for_time buy_time drag_its_feet foot_dragging no_need no_reason no_longer_interested
    lack_of_response no_response unanswered not_respond wait_out frustrat* hostile hostility intransigen* dig_in
    rebuke criticize criticise critical_of belittle scoff sideline meaningless not_useful not_be_useful`,
  signal: `signal message gesture indicat* hint hinted express expressed expresses stance posture attitude position
    intentional* tone olive_branch clear_that make_clear make_it_clear made_it_clear made_clear position_clear
    mixed_messaging mixed_signals overtures sincerity real_intention true_intention motive vow pledge promise
    assur* reaffirm* reiterat* insist warn declare declaration`,
  plan: `plan strateg* calculat* map_out consider mull weigh ponder review options decide decision determin* pursue
    pursuit policy approach intends_to goal objective ambition prioriti* focus contemplat* bet believe see sees
    point_of_view perspective attention calculus decision_making scenarios major_move wait`,
  rapport: `rapport friend friendship friendly fond fondness love_letter fell_in_love liked chemistry personal_relation*
    personal_ties personal_diplomacy personal_letter personal_bond personal_connection bond affinity admir* respect
    flatter* prais* smart_man very_smart got_along get_along getting_along good_memories good_relationship
    great_relationship close_relationship warm warmly warmth compliment charm camaraderie trust mutual_trust
    know_him knows_him pen_pal hit_it_off glad well_wishes birthday condolence glamorous_letter beautiful_letter
    flowery_letter miss_him bromance mutual_respect special_relationship affection retweet* congratulat* fire_and_fury
    rocket_man insult* name_calling nickname distrust mistrust animosity dotard bad_blood capture_the_attention`,
};
