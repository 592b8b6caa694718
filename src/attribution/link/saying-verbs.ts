/**
 * The English verbs of saying and thinking, once: what a cue says of words (`SAYING`, `THINKING`), whose denial leaves
 * nothing said (`PLAIN`), and which have a listener for their first object (`TELLING`).
 */

/** Verbs with nothing but saying in them, each with its forms: denying or supposing one leaves nothing said. */
const PLAIN_VERBS = [
  'say says said saying',
  'tell tells told telling',
  'state states stated',
  'claim claims claimed claiming',
  'announce announces announced',
  'declare declares declared',
  'mention mentions mentioned',
  'confirm confirms confirmed',
  'disclose discloses disclosed',
  'reveal reveals revealed',
  'specify specifies specified',
  'explain explains explained',
  'elaborate elaborates elaborated',
  'comment comments commented',
  'indicate indicates indicated',
  'suggest suggests suggested',
  'acknowledge acknowledges acknowledged',
  'admit admits admitted',
  'write writes wrote written',
  'call calls called calling',
  'describe describes described',
  'utter utters uttered',
  'speak speaks spoke spoken',
].map((forms) => forms.split(' '));

/** As alternatives of a pattern: "say|tell|…", "says|said|saying|tells|…". */
export const PLAIN_BASES = PLAIN_VERBS.map(([base = '']) => base).join('|');
export const PLAIN_FORMS = PLAIN_VERBS.flatMap(([, ...forms]) => forms).join('|');
/** "says", "claims": the present of the third person. */
export const PLAIN_PRESENTS = PLAIN_VERBS.flatMap(([, present = '']) => present).join('|');

/** Verbs whose first object is who hears it, which is no part of what is said. */
export const TELLING: readonly string[] =
  'tell tells told telling remind reminds reminded reminding inform informs informed informing assured'.split(
    ' ',
  );

const beginning = (lines: readonly string[]): RegExp =>
  new RegExp(`^(?:${lines.flatMap((line) => line.split(' ')).join('|')})`);

/** Beginnings of verbs and nouns of saying, by what is done with words. */
export const SAYING = beginning([
  ...PLAIN_VERBS.flat().map((form) => `${form}$`),
  'accus admi acknowledg add(?:s|ed|ing)?$ address(?:ed|es|ing)$ advis affirm alleg announc answer apologi argu ask assert assur',
  'attack aver(?:s|red)?$ blam blast boast brag brief(?:ed|s|ing)$ call caution challeng charg chid cit(?:e|es|ed|ing)$ claim clarif',
  'comment compar complain conced conclud condemn confess confirm congratulat contend continu(?:e|es|ed|ing)$ convey counter',
  'credit(?:s|ed|ing)$ critici declar decr(?:y|ie) defend demand den(?:y|ie) denounc depict deplor describ detail disclos discuss',
  'dismiss disput echo elaborat emphasi enumerat estimat exclaim explain express forecast hail hint impl(?:y|ie) inform inquir',
  'insinuat insist interview invit jok label lament laud lectur liken maintain mention mock muse narrat not(?:e|es|ed|ing)$',
  'object observ offer opin outlin parrot phras pitch plead pledg point(?:s|ed|ing)?$ portray post(?:s|ed|ing)?$ prais preach',
  'predict proclaim promis pronounc propos protest publish question(?:s|ed|ing)?$ quip quot rail(?:s|ed|ing)$ read(?:s|ing)?$ reaffirm',
  'reassur rebuff rebut recall recommend recount refer refus(?:e|ed|es|ing)$ refut reiterat relat(?:e|es|ed)$ relay remark remind',
  'repeat repl(?:y|ie) report rescind respond respons retort retract reveal ridicul scold shar(?:e|es|ed|ing)$',
  'shout slam(?:s|med|ming)?$ specul spell stat(?:e|es|ed|ing)$ statement stress suggest summari taunt testif',
  'testimon thank threat tout trumpet tweet underlin underscor unveil urg vent(?:s|ed)$ voic volunteer vow warn welcom',
  'whisper wr(?:ite|iting|itten|ote) yell according accord(?:s|ing)$ press$ speech speaking$ interview memo e-?mail letter$ word(?:s|ed)?$',
]); // prettier-ignore

/** Beginnings of verbs and nouns of thinking and wanting: what somebody is said to think counts as said. */
export const THINKING = beginning([
  'believ belief think thought expect hop(?:e|ed|es|ing)$ want fear consider see(?:s|n|ing)?$ saw$ seek sought intend intent plan',
  'wish desir prefer regard view doubt feel felt know knew understand understood need requir await ready prepar agree worr',
  'concern convinc confident oppos support reject favo(?:u)?r approv',
]);
