/** Verbs of speech as reporters use them in the past or present, for the forms below. */
const SAID =
  'said|says|say|stated|states|announced|declared|added|adds|noted|notes|stressed|stresses|emphasi[sz]ed|explained|explains|wrote|writes|write|argued|argues|argue|concluded|concludes|conclude|insisted|insists|warned|warns|claimed|claims|believes|believe|recalled|replied|admitted|admits|suggested|told [\\p{L} ]{2,30}?';
const SAYING =
  '(?:emphasi[sz]|stress|not|say|add|warn|insist|argu|claim|admitt|explain|recall|conced|declar|stat|reiterat)ing';
/** A noun phrase without commas; what it means is for the resolver. */
const PHRASE = '[^,;:.!?"“”()]{2,90}?';
const NAME = "(?:[Tt]he )?\\p{Lu}[\\p{L}.'’-]*(?: (?:of |for |the )?\\p{Lu}[\\p{L}.'’-]*){0,7}";
const WHO_AT_END = `(?:he|she|they|the \\p{Ll}+|${NAME})`;

/** A sentence whose form shows source, cue and content, whatever the tagger made of it. */
export interface SentenceForm {
  readonly name:
    | 'according'
    | 'as said'
    | 'what was said'
    | 'said this'
    | 'noun'
    | 'demand'
    | 'participle'
    | 'tag at the end'
    | 'called';
  /** Groups `source`, `cue`, `content`; without a content group the words are in the sentence beside it. */
  readonly pattern: RegExp;
  /** Where the content is when the sentence itself does not hold it. */
  readonly beside?: 'next' | 'previous';
  readonly example: string;
}

export const SENTENCE_FORMS: readonly SentenceForm[] = [
  {
    name: 'according',
    pattern: new RegExp(
      `^(?:[\\p{L} ]{1,20}, )?(?<cue>[Aa]ccording to) (?<source>${PHRASE}), (?<content>.{3,}?)\\.?$`,
      'dsu',
    ),
    example: 'According to two people at the table, Oslo wants a longer pause.',
  },
  {
    name: 'as said',
    pattern: new RegExp(
      `^(?:[\\p{L} ]{1,30}, )?[Aa]s (?<source>${PHRASE}) (?<cue>(?:had |have )?(?:${SAID}|expected|predicted|put it))(?: earlier| before)?, (?<content>.{3,}?)\\.?$`,
      'dsu',
    ),
    example: 'At the same time, as many traders expected, no deal was made.',
  },
  {
    name: 'what was said',
    pattern: new RegExp(
      `\\b(?:recall|remember|consider|follow|believe|note) what (?<source>${PHRASE}) (?:recently |once |earlier |had |has |have )*(?<cue>said|stated|announced|declared|wrote|promised)\\b[^,.]*, (?<content>.{3,}?)\\.?$`,
      'dsu',
    ),
    example: 'If we recall what Minister Roe recently said, the port will stay open.',
  },
  {
    name: 'what was said',
    pattern: new RegExp(
      `\\b(?:recall|remember|consider|note) what (?<source>${PHRASE}) (?:recently |once |earlier |had |has |have )*(?<cue>said|stated|announced|declared|wrote|promised)\\b[^,.]{0,60}[.:]$`,
      'dsu',
    ),
    beside: 'next',
    example: 'It is worth to recall what the ministry said before the strike.',
  },
  {
    name: 'said this',
    pattern: new RegExp(
      `^(?<source>${NAME}) (?<cue>said|stated|announced|repeated|declared) (?:this|so|as much|the same)\\b[^"“”]{0,60}$`,
      'dsu',
    ),
    beside: 'previous',
    example: 'Minister Roe said this at a briefing.',
  },
  {
    name: 'noun',
    pattern: new RegExp(
      `\\b(?<cue>statements?|claims?|remarks?|words|warnings?|assertions?|promises?|admissions?) (?:by|of|from) (?<source>${PHRASE}) that (?<content>.{3,}?)\\.?$`,
      'dsu',
    ),
    example: 'We should not forget the warning by union leader Jane Roe that "a strike is near."',
  },
  {
    name: 'demand',
    pattern: new RegExp(
      `(?<source>(?!(?:One|Two|Some|Among|Many)\\b)${NAME})['’]s? (?<cue>(?:\\p{Ll}+ )?(?:demands?|conditions?|requirements?|proposals?|position|stance|argument|message|claims?|requests?) (?:is|are|was|were|remains?)) (?:that )(?<content>.{3,}?)\\.?$`,
      'dsu',
    ),
    example: "One of Tehran's conditions was that all sanctions be lifted.",
  },
  {
    name: 'participle',
    pattern: new RegExp(
      `^(?:[\\p{L}]{1,12},? )?(?<cue>${SAYING}) (?<content>that [^,]{3,}), (?<source>${NAME})`,
      'dsu',
    ),
    example: 'While admitting that the work was hard, Ms. Roe was full of praise.',
  },
  {
    name: 'tag at the end',
    pattern: new RegExp(
      `^(?<content>.{12,}[,"”’']),? (?<source>${WHO_AT_END}) (?<cue>(?:also )?(?:${SAID}))(?: (?:on|in|at|to) [\\p{L} ]{1,30})?\\.?$`,
      'dsu',
    ),
    example: 'The port needs more cranes, that is, more money, they write.',
  },
  {
    name: 'called',
    pattern: new RegExp(
      `(?:^|, )(?<source>he|she|they|[Bb]oth \\p{Ll}+|${NAME}) (?<cue>(?:also )?(?:called|described|branded|labell?ed|termed|dubbed)) (?<content>(?:the|this|that|his|her|their|its|it|these|those|any) [^,.;:]{4,120}?)(?=[,.;:]| (?:but|and|while) |$)`,
      'dsu',
    ),
    example: 'Both delegations called the session useful, but nothing was signed.',
  },
];

/** `…", he stressed.` that a run-on quotation swallowed. */
export const TAG_AT_END = new RegExp(
  `(?<=[,"”’'] ?)(?<source>${WHO_AT_END}) (?<cue>(?:also )?(?:${SAID}))\\.?$`,
  'dsu',
);

/** "… and once again called on Russia to …": a second thing said, within or behind the first. */
export const SECOND_PREDICATE =
  /,? and (?<cue>(?:(?:once again|again|also|then|has|have|had|later) )*(?:called (?:on|for|upon)|urged|warned|added|stressed|noted|reiterated|hinted at))(?= )(?<content> .{6,})$/dsu;
const HAS_ADVERB = /^(?:once again|again|also|then|has|have|later)\b/;
/** Verbs whose subject is hardly somebody within what is said. */
const OWN_VERB = /(?:called on|called upon|urged|added|reiterated)$/;
export const isSecondPredicate = (cue: string): boolean => HAS_ADVERB.test(cue) || OWN_VERB.test(cue);

/** "she informed Ryabkov that" before a quotation: the same speaker once more. */
export const SELF_REPORT =
  /^(?:that )?(?:he|she|they|it) (?<cue>(?:had |has |have )?(?:informed|told|said|assured|repeated|stressed|warned|asked|replied|reminded|explained|wrote|responded|answered))(?: (?:to )?[\p{L}.'’ -]{1,40}?)?(?: that)?[,:]? (?=["“„'‘])/du;

/** A clause that goes on behind a content which ended too soon: "…, and that …", "… in Europe along the lines of …". */
export const GOES_ON =
  /^(?:,? (?:and|but|or) that\b[^.!?;"“”]+|(?: (?:in|of|between|along|against|toward|towards|including) )[^.!?;,"“”]+)/u;
/** Words of the clause before a partial quotation: `Russia "would like …"`. */
export const LEADS_IN =
  /(?<=(?:, | that ))(?<lead>(?:the )?\p{L}[\p{L}.'’-]*(?: (?:is|was|are|were|will|would|has|had))?) $/du;
/** ", where it says": the words of a paper within what somebody says of it. */
export const PAPER_SAYS = /^,? (?:where|in which) it (?:says|said|states|reads)$/;
/** "… and say that": the same paper goes on. */
export const PAPER_GOES_ON = /^,? and (?:also )?(?:says?|states?|reads?)$/;
/** What stands behind the tag of a quotation and is no part of it: "…,” he said, when asked". */
export const CIRCUMSTANCE =
  /^(?:when|while|in|during|at|after|before|as|on|by|speaking|referring|answering)\b/i;

/** "is ready to discuss", "ruled out giving": what the cue ends with is part of what is said. */
export const CUE_AND_VERB =
  /\b(?<content>(?:ready|prepared|willing|open) to \p{L}+(?: \p{L}+){0,2}|(?<=(?:offer(?:s|ed)?|propose[sd]?) )to \p{L}+(?: \p{L}+){0,2}|(?<=(?:rule[sd]? out|suggest(?:s|ed)?|propose[sd]?) )\p{L}+ing)$/du;
