import { SAYING } from './saying-verbs.ts';

/** Whether a cue tells of words uttered ("warned", "according to", "in a statement") or of what somebody thinks, wants, does. */
export type CueClass = 'speech' | 'attitude';

/** The class of a cue as it stands in the text; a bare colon or dash introduces speech. */
export function cueClassOf(cue: string): CueClass {
  const words = cue.toLowerCase().match(/[a-z][a-z-]*/g) ?? [];
  return words.length === 0 || words.some((word) => SAYING.test(word)) ? 'speech' : 'attitude';
}
