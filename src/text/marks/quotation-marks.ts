/** The marks to put around a speaker's own words: none where the text has them. */
export interface Marks {
  readonly open: '' | '“';
  readonly close: '' | '”';
}

const OPENS = /^(?:["“”„«»‟]|``|'')|^['‘‚].*['’‘]$/s;
const CLOSES = /(?:["”“»«]|'')[.,;!?]*$/;

/**
 * The quotation marks that direct speech lacks when it stands alone; never doubled. Null where a quotation opens only
 * later: what stands before it is the reporter's and must not come into marks.
 */
export function missingMarks(text: string): Marks | null {
  if (!OPENS.test(text)) {
    if (/["“„«»](?![.,;!?]*$)/.test(text)) return null;
    return { open: '“', close: CLOSES.test(text) ? '' : '”' };
  }
  const closes = /^['‘‚]/.test(text) || /["”“»«]|''$/.test(text.slice(1));
  return { open: '', close: closes ? '' : '”' };
}
