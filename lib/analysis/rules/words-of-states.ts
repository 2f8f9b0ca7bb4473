/**
 * States and seats of government in general, for third parties that a topic does not list.
 * A name that the topic gives to a party, or to an actor of its own, takes precedence.
 */
export const STATES =
  `Australia Australian Austria Belarus Beijing Brazil Britain British Brussels Canada Canadian
  China Chinese Egypt Egyptian EU European_Union European Europe France French Geneva German Germany G7 IAEA Berlin
  India Indian Indonesia Iran Iranian Iraq Ireland Islamabad Israel Israeli Italy Italian Japan Japanese Jordan
  Kremlin Kuwait London Lebanon Malaysia Mexico Mexican Mongolia Moscow NATO Netherlands New_Delhi Norway Norwegian
  Oman Omani Muscat Pakistan Pakistani Paris Philippines Poland Qatar Qatari Doha Riyadh Russia Russian Saudi_Arabia
  Saudi Seoul Singapore South_Korea South_Korean South_Koreans Spain Sweden Swedish Switzerland Swiss Stockholm
  Syria Taiwan Taiwanese Tehran Thailand Tokyo Turkey Turkish Ankara UAE Ukraine Ukrainian Kyiv United_Nations
  United_Arab_Emirates United_Kingdom UK Vietnam Vietnamese Hanoi ASEAN`.split(/\s+/);

/** Words that stand for both parties at once. */
export const BOTH_PARTIES =
  `both_sides the_two_sides two_sides both_countries two_countries the_two_countries both_leaders
  two_leaders the_two_leaders the_sides both_parties two_nations the_two_nations two_men bilateral each_other
  one_another the_pair both_nations sides`.split(/\s+/);
