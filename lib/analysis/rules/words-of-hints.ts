/**
 * Words that hint at a factor without settling it: one of them tips a sentence that says nothing
 * plainer, several of them decide it. They carry no direction. Same form of entries as in the other
 * word lists; a word that settles a factor stands there instead.
 */
export const WORDS_OF_HINTS = {
  domestic_hint: `politics politician party_meeting party_plenum plenum plenary politburo rally
    voters inauguration inaugurate took_office take_office term tenure administration_change
    transition opponent rival_candidate candidate debate_stage popularity popular reelected
    governing ruling_party conservative progressive liberal opposition critics lawmakers
    bipartisan legislation law_requires congressional hearing testimony economy economic_hardship
    economic_woes economic_difficult* hardship hunger food_aid food_supplies harvest drought
    typhoon disaster health illness hospital disease mask infection border_shut regime dynasty
    heir successor daughter purge elite propaganda internal inward distracted preoccupied
    overwhelmed war_in_ukraine ukraine_war russia_ukraine_war war_in_gaza gaza_war
    middle_east_crisis immigration trade_policy budget_cut tax attention agenda_at_home
    other_priorities focus_on focused_on busy`,
  terms_hint: `give_up abandon dismantle surrender relinquish scrap eliminate destroy abolish freeze cap limit curb
    restrict rollback reduce reduction guarantee assurance exchange swap trade_off tradeoff package step_by_step
    phased gradual reciprocal reciprocity simultaneous first_step steps goal objective principle issue topic subject
    scope definition definition_of declare_an_end end_the_war war_end sovereignty rights right_to entitled
    equal equals status acknowledge recognis* recogniz* accept_as legal constitution enshrined irrevers*
    stance_on position_on red_line threshold minimum text draft clause article provision paragraph annex detail
    wording sticking core_issue key_issue main_issue dispute disputed contentious thorny_issue exclude include
    insist_on call_for_the hostile troop_withdrawal pullout withdraw_troops alliance_dissolution normalize_ties
    diplomatic_recognition embassy liaison obligations comply violate violation breach honor_its honour_its
    implement implementation fulfil fulfill agreed_to pledge_to commitment_to`,
  leverage_hint: `power powerful strong strength strongest weak weakness weaken positioned hand
    cards gain gains benefit profit loss cost costly risk risks price pay stake stakes bargain
    compel force forced push_into into_submission capitulat* surrender concede give_in hold_out
    outlast wear_down squeeze vulnerable vulnerability confident confidence boldness legitimacy
    prestige prize superior balance_of_power upper tables_have_turned less_reason little_reason
    no_reason_to alternative alternatives options less_need can_afford cannot_afford not_need
    tactic tool instrument deterrence persuade entice lure sweeten dangle`,
  sanctions_hint: `economic economy trade import export investment invest aid assistance money
    funds billion million bank banking oil coal gas market markets company companies business
    businesses price prices cost_of_living currency financial finance revenue tourism tourist
    resort development develop_its restrict_trade penalty punitive punish punishment relief waiver
    exemption tax duty percent soybean goods purchase purchases supply_chain`,
  partners_hint: `regional region neighboring neighbouring bloc multilateral
    international_community world_powers global_powers major_powers big_powers great_power
    great_powers cold_war new_cold_war axis summit_with state_visit cooperation cooperate joint
    jointly together support_for backer patron sponsor coordinate coordinated in_coordination
    consult_with brief_on allied_with side_by_side stand_with military_parade victory_day`,
  channels_hint: `sit_down sat_down talks_in held_in round rounds session sessions delegation team
    teams officials_from diplomats aide aides staff appointed appointment named schedule scheduled
    time_and_place location site_of_the venue agenda_for format protocol arrange arrangement
    secure_line relay relayed convey conveyed delivered pass_on passed_on hand_over handed_over
    note_to statement_to reach reached_out touch visit visited visiting trip travel arrive arrival
    depart departure flight flew plane airport hotel border_village truce_village sidelines
    sideline stopover hosted hosts gathering conference forum phone video online secret secretly
    quiet quietly private privately behind_closed_doors closed_door confidential discreet* direct
    directly indirect indirectly`,
  surrender: `give_up gave_up given_up giving_up abandon relinquish surrender scrap eliminate dismantl* destroy abolish halt
    stop freeze cap limit curb restrict reduce cut_back hand_over handed_over ship_out transfer_its shut shut_down
    close_down close dispose_of get_rid_of lay_down part_with forgo forswear renounce renunciation rid_itself suspend
    roll_back rolled_back roll_back_its bargain_away trade_away convert denuclear* cease`,
};
