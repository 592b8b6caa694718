import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Draft, Source, SourceInput } from './draft.ts';
import { pageSource } from './kinds/page-source.ts';
import { docxSource } from './kinds/read-docx.ts';
import { mailSource } from './kinds/read-mail.ts';
import { pdfSource } from './kinds/read-pdf.ts';
import { subtitlesSource } from './kinds/read-subtitles.ts';
import { textSource } from './kinds/read-text.ts';

/** Read where they are called: time and memory are linear in their size. */
const PLAIN: readonly Source[] = [textSource, subtitlesSource];
/** Read by libraries, for which nobody vouches: in a thread of their own. */
const APART: readonly Source[] = [pageSource, pdfSource, docxSource, mailSource];

/** The endings of all that can be read. */
export const ENDINGS: readonly string[] = [...PLAIN, ...APART].flatMap(({ endings }) => endings);

/** Whether a file's name is that of an article. */
export function isArticle(name: string): boolean {
  return ENDINGS.includes(path.extname(name).toLowerCase());
}

/** What all that can be read is sent as. */
export const CONTENT_TYPES: readonly string[] = [...PLAIN, ...APART].flatMap(
  ({ contentTypes }) => contentTypes,
);

/** The source that an input is of: by what its header says, else by its ending; a file of another ending is text. */
function sourceOf({ name, contentType }: Pick<SourceInput, 'name' | 'contentType'>): Source {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  // An address ends before its parameters.
  const file = URL.canParse(name) && contentType !== null ? new URL(name).pathname : name;
  const ending = path.extname(file).toLowerCase();
  const all = [...PLAIN, ...APART];
  return (
    all.find(({ contentTypes }) => type !== undefined && contentTypes.includes(type)) ??
    all.find(({ endings }) => endings.includes(ending)) ??
    textSource
  );
}

/** Whether an input wants a thread of its own. */
export function isReadApart(input: Pick<SourceInput, 'name' | 'contentType'>): boolean {
  return APART.includes(sourceOf(input));
}

/**
 * Reads one input as what it is.
 *
 * @throws UserError for what is no article, whatever goes wrong: one sentence that names the input
 */
export async function readDraft(input: SourceInput): Promise<Draft> {
  try {
    const draft = await sourceOf(input).read(input);
    if (draft.text.trim() === '')
      throw new UserError(`${input.name} is empty: an article's text was wanted.`);
    return draft;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${input.name} cannot be read: ${faultOf(error)}.`);
  }
}

/** What went wrong, in a clause for people. */
function faultOf(error: unknown): string {
  if (error instanceof RangeError && /call stack/.test(error.message)) return 'it is nested too deeply';
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.split('\n');
  return (
    first
      .replace(/[\p{Cc}]/gu, ' ')
      .slice(0, 200)
      .replace(/\.$/, '') || 'nobody knows why'
  );
}
