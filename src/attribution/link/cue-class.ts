/** Whether a cue tells of words uttered ("warned", "according to", "in a statement") or of what somebody thinks, wants, does. */
export type CueClass = 'speech' | 'attitude';

/** Beginnings of English verbs and nouns of saying, by what is done with words; matched at the beginning of a word. */
const SAYING = [
  'accus admi acknowledg add(?:s|ed|ing)?$ address(?:ed|es|ing)$ advis affirm alleg announc answer apologi argu ask assert assur',
  'attack aver(?:s|red)?$ blam blast boast brag brief(?:ed|s|ing)$ call caution challeng charg chid cit(?:e|es|ed|ing)$ claim clarif',
  'comment compar complain conced conclud condemn confess confirm congratulat contend continu(?:e|es|ed|ing)$ convey counter',
  'credit(?:s|ed|ing)$ critici declar decr(?:y|ie) defend demand den(?:y|ie) denounc depict deplor describ detail disclos discuss',
  'dismiss disput echo elaborat emphasi enumerat estimat exclaim explain express forecast hail hint impl(?:y|ie) inform inquir',
  'insinuat insist interview invit jok label lament laud lectur liken maintain mention mock muse narrat not(?:e|es|ed|ing)$',
  'object observ offer opin outlin parrot phras pitch plead pledg point(?:s|ed|ing)?$ portray post(?:s|ed|ing)?$ prais preach',
  'predict proclaim promis pronounc propos protest publish question(?:s|ed|ing)?$ quip quot rail(?:s|ed|ing)$ read(?:s|ing)?$ reaffirm',
  'reassur rebuff rebut recall recommend recount refer refus(?:e|ed|es|ing)$ refut reiterat relat(?:e|es|ed)$ relay remark remind',
  'repeat repl(?:y|ie) report rescind respond respons retort retract reveal ridicul sa(?:y|id)(?:s|ing)?$ scold shar(?:e|es|ed|ing)$',
  'shout slam(?:s|med|ming)?$ sp(?:eak|oke) specul spell stat(?:e|es|ed|ing)$ statement stress suggest summari taunt tell testif',
  'testimon thank threat told tout trumpet tweet underlin underscor unveil urg vent(?:s|ed)$ voic volunteer vow warn welcom',
  'whisper wr(?:ite|iting|itten|ote) yell according accord(?:s|ing)$ press$ speech interview memo e-?mail letter$ word(?:s|ed)?$ comment',
].flatMap((line) => line.split(' ')); // prettier-ignore
const SAYS = new RegExp(`^(?:${SAYING.join('|')})`);

/** The class of a cue as it stands in the text; a bare colon or dash introduces speech. */
export function cueClassOf(cue: string): CueClass {
  const words = cue.toLowerCase().match(/[a-z][a-z-]*/g) ?? [];
  return words.length === 0 || words.some((word) => SAYS.test(word)) ? 'speech' : 'attitude';
}
