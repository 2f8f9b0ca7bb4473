/** Places where a word of the list is no estimate. Each is tried on the words around it. */
export const NO_ESTIMATE: { word: RegExp; before?: RegExp; after?: RegExp; because: string }[] = [
  {
    word: /^(?:may|might|could)$/i,
    before: /\bas (?:it|he|she|they|we|one|you) $/i,
    because: 'a set phrase: "as much as it might like"',
  },
  {
    word: /^may$/i,
    before:
      /(?:^|\b(?:in|of|by|on|since|until|last|this|early|late|before|after|mid|from|through|to|and|next|every))[\s-]*$/i,
    after: /^(?:\s*\d|[,.;]|\s+(?:and|through|to|of|talks|summit|deadline)\b|$)/i,
    because: 'the month',
  },
  {
    word: /^might$/i,
    before:
      /\b(?:military|economic|nuclear|naval|industrial|the|its|their|his|her|our|full|of)\s+$/i,
    because: 'a noun: strength',
  },
  {
    word: /^could$/i,
    after: /^(?:\s+not|n['’]t)\b(?!\s+(?:be ruled out|rule out))/i,
    because: 'past ability: "could not agree"',
  },
  {
    word: /^could$/i,
    before: /\b(?:(?:what|whatever|as \w+ as) (?:\w+ )?|all (?:it|he|she|they|we|you|I) |all )$/i,
    because: 'ability: "did what it could"',
  },
  {
    word: /^possible$/i,
    before: /\b(?:as \w+ as|if|where|when|wherever|whenever|every|all|best|everything) $/i,
    because: 'a set phrase: "as soon as possible"',
  },
  {
    word: /^possible$/i,
    before: /\b(?:\w{2,}est|most \w+|worst|only) $/i,
    because: 'a set phrase: "the strongest possible support"',
  },
  {
    word: /^no doubt$/i,
    before: /\b(?:left|leaves?|leaving) $/i,
    because: 'somebody put it plainly: "left no doubt about their status"',
  },
  {
    word: /^potential$/i,
    before: /\b(?:its|their|his|her|full|economic|growth|great|huge|military|the|real) $/i,
    after: /^(?:\s*[,.;]|\s+(?:of|in|to)\b|$)/i,
    because: 'a noun: capacity',
  },
  {
    word: /^potential(?:ly)?$/i,
    before:
      /\b(?:not|n['’]t|decline[sd]?|declining) (?:to )?(?:comment|speculate) on (?:any |the )?$/i,
    because: 'nothing is estimated',
  },
];
