/**
 * States and seats of government in general, for third parties that a topic does not list.
 * A name that the topic gives to an actor of its own takes precedence.
 */
export const STATES =
  `Australia Australian Belarus Beijing Brazil Britain British Brussels Canada Canadian China Chinese Egypt
  Egyptian EU European_Union European France French German Germany IAEA Berlin India Indian Indonesia Iran
  Iranian Islamabad Israel Israeli Japan Japanese Jordan Kremlin Kuwait London Malaysia Mexico Mexican
  Mongolia Moscow NATO Norway Norwegian Oman Omani Muscat Pakistan Pakistani Qatar Qatari Riyadh Russia
  Russian Saudi_Arabia Saudi Saudis Seoul South_Korea South_Korean South_Koreans Sweden Swedish Switzerland
  Swiss Taiwan Taiwanese Tokyo Turkey Turkish Ankara UAE Ukraine Ukrainian United_Nations
  United_Kingdom UK ASEAN`.split(/\s+/);

/** Words that stand for both parties at once. */
export const BOTH_PARTIES =
  `both_sides the_two_sides two_sides both_countries two_countries the_two_countries both_leaders two_leaders
  the_two_leaders the_sides both_parties two_nations the_two_nations two_men each_other one_another
  the_pair both_nations`.split(/\s+/);
