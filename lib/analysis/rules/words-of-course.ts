/**
 * Word classes that only tell for or against the talks, whatever factor they speak of. Words that
 * stand in other classes too keep them.
 */
export const WORDS_OF_COURSE = {
  displeased: `condemn* denounc* mock* mockery frustrat* hostile hostility upset angry anger* wary wariness rebuke belittle
    scoff deride ridicul* hard_line hardline tough_line firm_stance silent silence unresponsive passive aloof indifferen*
    lukewarm uninterest* disinterest* intransigen* defian* unmoved unfazed resent* outrage* furious fury irate irritat*
    annoy* displeas* dissatisf* infuriat* bristle indignan* offended enrage* dismay* unhappy grievance bitter
    bitterly cold_shoulder snub* combative bellicose uncompromising unyielding stubborn*`,
  blame: `blame accuse accusation allege fault_with criticise criticize criticism critical_of slam blast lash_out lashed_out
    lashes_out deplore decry assail lambast* complain complaint protest chide scold berate vilif* reproach
    recriminat* finger_pointing bad_faith insincere hypocri* deceit* deceptive cheat betray* violate violation breach
    renege* backtrack double_standard treacher* untrustworthy provocateur`,
  hurts: `damage hurt harm complicate imperil endanger strain strained sour poison chill cool cooled cooling set_back sets_back
    hamstring hamstrung cloud cast_a_shadow cast_a_pall casts_a_shadow weigh_on weighs_on dent erode erosion
    scupper wreck ruin spoil upend disrupt* unsettle shatter dash stifle stymie* stunt* mar marred tarnish
    backfire backslid* regress* relapse threaten_to threatens_to threatened_to at_risk jeopard* peril* puncture
    hobble cripple narrow_path distract* weaken*`,
  conflict: `dispute disput* feud row rift spat quarrel standoff stand_off discord acrimon* loggerheads bicker*
    animus tit_for_tat crisis crises showdown faceoff face_off stand_offs conflict collision deadly war wars
    enemy enemies foe foes adversar* rival rivalry antagonis* adversary gangster`,
  cooperation: `cooperat* collaborat* work_together working_together peace peaceful peacefully stability coexist* coexistence
    harmony harmonious goodwill partnership_with mutual_benefit mutually_beneficial mutual_understanding
    understanding_between improvement amity amicabl*
    cordial* civil friendly_atmosphere candid frank in_depth substantive business_like businesslike`,
  flexible: `flexib* concilia* accommodat* compromise pragmati* soften* give_ground meet_halfway middle_ground moratorium self_imposed open_minded
    creative patience patient restraint moderate* tone_down toned_down dial_down dialed_down climb_down shift_in_tone
    face_saving win_win`,
  signed: `signed ink sign_a signs_a reached struck strike_a clinched sealed inked initialed initialled concluded finalized finalised
    ratified formaliz* formalis* unveil* hailed celebrate* historic landmark unprecedented`,
  hoping: `hope hopes hoped hoping aspiration aspire dream_of wish_for eagerly`,
  aloof: `stay_away stayed_away stays_away keep_away shy_away walk_away stand_aloof stuck_to stick_to sticks_to sticking_to sticking_to_its cling_to clung_to
    insist insisted insists adamant`,
  good: `good great excellent useful helpful beneficial fine well very_well wonderful solid smooth smoothly better best
    nice pleased satisf* reassur* sensible reasonable fair welcome_step worthwhile valuable opportunit*`,
  bad: `bad badly poor poorly worst terrible horrible awful wrong mistake blunder fail fails failing failed_past ill_will
    useless pointless waste nonsense absurd ridiculous tricky vague vaguely hollow empty lost lose losing nowhere
    too_much too_far fell_short fall_short falls_short excuse excuses
    disappoint* regret* regrettabl* sad sadly unfortunate unfortunately shame blow mere merely flawed
    incompatible irreconcilabl* divided division split impossible_demand flare flared`,
  market: `investor* stocks shares market markets index indices traders wall_street dow nasdaq commodit*
    analysts_note economists global_economy world_economy global_economic`,
  advice: `should must ought have_to has_to need_to needs_to had_better it_is_time time_to advisable recommend* advise advises advised urge
    urged urges encourage encouraged`,
  return: `return come_back comes_back came_back go_back goes_back back_in back_at back_to come_to_the come_forward rejoin*
    reconven* reconnect* sit_at_the`,
  scheduled: `scheduled slated set_to due_to_meet due_to_hold expected_to_meet will_meet to_meet upcoming forthcoming next_round another_round new_round fresh_round agreed_to_meet`,
  delay: `delay postpone put_off puts_off putting_off push_back pushed_back defer deferred suspend suspended suspension shelve
    drop shelved on_hold interrupt* adjourn* recess* miss missed slip slipped expire expired lapse lapsed deadline_passed
    drag dragging drags overdue languish* slow slowed slowing slowdown sluggish`,
  keep: `maintain keep kept remain_in_place enforce enforcement uphold stay_in_place continue_to_enforce tough strict stringent
    intensif* step_up stepped_up stepping_up double_down doubled_down stiff*`,
  past_time: `last_year last_month years_ago months_ago decades_ago first_term previous_administration previously formerly
    at_the_time back_then in_the_past earlier_this_year at_that_time former_president predecessor in_history decade_ago`,
};
