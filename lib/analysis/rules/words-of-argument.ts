/** Word classes that steer how a sentence is read: negation, concession, condition, titles of speakers. */
export const WORDS_OF_ARGUMENT = {
  negation: `not no never neither nor without cannot don't doesn't didn't won't wouldn't isn't aren't wasn't
    weren't can't couldn't hasn't haven't hadn't shouldn't lack lacking absence_of nothing hardly little few
    no_longer none far_from unable yet_to not_yet devoid less barely scarcely nobody dismissing`,
  addition: `not_only not_just not_merely not_necessarily no_later_than no_one_knows`,
  matter: `nuclear_issue nuclear_question nuclear_standoff nuclear_crisis nuclear_problem`,
  concession: `although though despite in_spite_of even_though notwithstanding while whereas albeit even_as`,
  turn: `but however yet nevertheless nonetheless instead rather_than`,
  condition: `if provided_that as_long_as in_the_event whether assuming even_if`,
  contingent: `depend_on hinge_on depending_on remains_to_be_seen is_up_to rest_on rests_on
    is_key are_key experts_disagree experts_are_divided analysts_disagree analysts_are_divided opinions_differ opinion_is_divided
    disagree_on_whether disagree_over_whether divided_over_whether divided_on_whether differ_on_whether`,
  exception: `unless until only_if`,
  background: `since amid given considering following after which who whose when where because due_to owing_to during
    in_the_spirit in_response_to in_exchange as_part_of ahead_of before prior_to reacting_to`,
  title: `professor director fellow analyst expert researcher scholar lecturer adviser advisor chair spokesperson
    spokesman spokeswoman official economist specialist commentator historian head_of author_of person people
    secretary undersecretary minister vice_minister negotiator special_representative special_envoy envoy
    director_general senior_fellow founder editor pundit journalist strategist president_of chief source sources
    ambassador delegation_member aide diplomat member sister`,
  speech: `say said says tell told add added adding note noted explain explained explaining argue argued according_to
    stated commented remarked wrote reported quoted asserting claimed warned emphasized emphasised stressed observed
    predicted suggested replied_that responded_that reply_that`,
};
