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
    'according' | 'what was said' | 'said this' | 'noun' | 'demand' | 'participle' | 'tag at the end';
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
  /^(?:,? (?:and|but|or) that\b[^.!?;"“”]+|(?: (?:in|on|of|to|for|with|at|by|between|from|along|under|right|as|than|over|near|into|toward|towards|against|among|who|whose|including|and) )[^.!?;,"“”]+)/u;
/** Words of the clause before a partial quotation: `Russia "would like …"`. */
export const LEADS_IN = /(?<=(?:, | that ))(?<lead>\p{L}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,5}) $/du;

/** ", where it says": the words of a paper within what somebody says of it. */
export const PAPER_SAYS =
  /^,? (?:where|in which|which) (?:(?:it|he|she|they) )?(?:says|say|said|states|reads)$/;

/** "is ready to discuss": what somebody is ready for is said, readiness is how. */
export const READY_TO =
  /\b(?:ready|prepared|willing|open|offer(?:s|ed)?|propose[sd]?)(?<content> to \p{L}+(?: \p{L}+){0,2})$/du;
