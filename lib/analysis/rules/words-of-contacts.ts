/** Word classes of the ways in which the parties are in touch: contacts, envoys, preparation, silence, journeys. */
export const WORDS_OF_CONTACTS = {
  contact: `contact channel communicat* backchannel back_channel hotline phone_call letter
    correspond* correspondence letter_exchange un_mission response reply personal_letter respond
    replied telephone deliver delivered direct_contact working_level lower_level
    line_of_communication liaison_office exchanged_letters text_message video_call
    gauge_the_atmosphere hear_from heard_back glamorous_letter beautiful_letter flowery_letter
    love_letter communication_channel communications_channel phone exchanged_statements in_touch
    backdoor quiet_diplomacy outreach phone_line message_through messages letters phone_calls
    phone_conversation telephone_conversation communicate contacts channels speak_through
    talk_through new_york_channel mission_in_new_york embassy embassies consulate
    interests_section fax telegram emissary pick_up_the_phone pick_up_the_call answered_the_phone
    hand_delivered handed_to handed_over conveyed convey relayed relay message_from spoke_by_phone
    spoke_by_telephone spoke_by_video by_phone by_video video_link video_conference
    unofficial_contact informal_contact secret_contact private_contact contact_with
    diplomatic_note exchange_messages exchanged_messages letter_to letter_from reached_out_to
    received_no answer_to back_channels track_two track_1.5 track_ii formal_outreach`,
  envoy: `envoy special_envoy special_representative delegation negotiator chief_negotiator
    negotiating_team coordinator point_man diplomat counterpart point_person ambassador
    lead_negotiator interlocutor bureau designat* nominat* appoint* staffing task_force
    working_group named_to vacant unfilled their_teams bureau_specializing staff special_envoys
    expert_teams senior_official emissary special_adviser special_advisor representative
    representatives negotiators envoys chief_envoy nuclear_envoy top_envoy point_man_on
    chargé_d'affaires charge_d'affaires diplomatic_mission mission staffed staffer
    foreign_ministers vice_foreign_minister deputy_foreign_minister heads_of_delegation
    their_delegations negotiation_team negotiating_teams team_of_experts experts_from_both
    technical_team technical_teams in_charge_of_the_talks in_charge_of_negotiations lead_the_talks
    leads_the_talks lead_the_delegation head_the_delegation led_the_delegation old_hand old_hands
    korea_hand korea_hands full_time_envoy named_as tapped_as picked_as replaced_as reshuffle
    recalled personnel position_vacant`,
  preparation: `extend_the_deadline preparation prepare preparing preparatory initial_planning
    contingency_planning behind_the_scenes internal_discussion consult consultation roundtable
    expert_level groundwork arrang* itinerary logistics advance_team venue date_and_place convene
    interagency held_talks hold_discussions private_discussion shuttle indirect_talk direct_talk
    virtual_talk one_on_one round_of_negotiat* technical_talks lay_the_groundwork six_party
    exploratory secret_talk have_met meet_in high_level_dialogue first_high_level
    confidential_meeting will_meet to_meet met_with meeting_with broader_meeting joined_by
    internal_discussions roundtable_discussions diagnos* relevant_agencies held_in face_to_face
    direct_and_indirect virtual_meeting sat_down met_in held_virtual secret_meeting work_out_the
    top_down bottom_up principled_diplomacy lower_level_talks preparatory_talks meeting_venue
    summitry_style step_by_step_diplomacy timetable time_and_place venue_for most_likely_venue
    likely_venue meeting_place location_of_the schedule_a scheduled_for set_a_date date_has
    been_set expert_talks technical_level high_level_talks senior_level_talks first_round
    second_round third_round fourth_round fifth_round sixth_round next_round_of the_round
    another_round_of lasted_hours hours_of_talks hours_of_negotiations day_of_talks days_of_talks
    separate_rooms through_mediators in_separate_rooms closed_door behind_closed_doors protocol
    security_arrangements agenda_setting arrange_a arranged laying_the_groundwork lay_groundwork
    pave_the_ground work_out_the_details iron_out_the_details discuss_the_details preliminary
    preliminary_talks talks_about_talks format_of_the format secret_talks secretly_met
    secretly_meet private_meeting privately_discussed privately_discuss met_secretly
    border_meeting meeting_at_the_border last_saw summit_preparations pre_summit round_of_talks
    rounds_of_talks rounds_of_negotiat* sit_down_talks`,
  unanswered: `unanswered lack_of_response prolonged_lack no_response no_reply not_responded
    not_replied not_answered yet_to_respond waiting_to_hear waiting_for_a_response
    awaiting_a_response met_with_silence not_heard cold_shoulder no_answer not_answer
    received_no_answer has_received_no gone_unanswered went_unanswered without_a_reply no_word
    not_picked_up do_not_pick_up does_not_pick_up not_pick_up ignored_calls ghosted radio_silence
    yet_to_reply yet_to_answer has_yet_to_respond has_yet_to_reply did_not_respond did_not_reply
    does_not_respond ignored_messages`,
  no_comment: `no_comment not_comment does_not_comment declin*_to_comment refus*_to_comment
    not_immediately_respond not_immediately_comment not_provided_a_response not_provide_a_response
    not_provided_a_statement not_to_provide_a_statement leave_that_to neither_confirm
    did_not_confirm not_elaborate would_not_comment would_not_say refus*_to_say declin*_to_say
    declin*_to_discuss declin*_to_provide declin*_to_elaborate gave_no_details give_no_details
    without_giving_details without_elaborating without_providing_details did_not_provide_details
    nothing_to_announce no_announcement not_confirm could_not_confirm not_officially_confirmed`,
  travel: `travel trip visit arrive fly flew host_a sideline traveled travelled travelling
    traveling toured swing tour_of stopover stop_in heading_to head_to headed_to heads_to
    bound_for touch_down touched_down en_route depart departure return_home returned_to_vienna
    itinerary sidelines sideline_of on_the_margins border_crossing cross_the_border
    crossed_the_border`,
};
