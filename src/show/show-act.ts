import type { Act, StatementType } from '../domain/statement.ts';

/** How each kind of speech is called: what is shown is the speaker's words, partly so, the reporter's, or nobody's. */
export const SPEECH: Readonly<Record<StatementType, string>> = {
  direct: 'quoted',
  mixed: 'partly quoted',
  indirect: 'reported',
  narration: "the article's own words",
};

/** What a person reads for an act; null for a plain statement. */
export function showAct(act: Act | null): Act | null {
  return act === 'states' ? null : act;
}
