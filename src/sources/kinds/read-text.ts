import { freezeText } from '../../domain/article.ts';
import { UserError } from '../../errors.ts';
import { decodeText } from '../decode-text.ts';
import { draftOf, type Draft, type Source, type SourceInput } from '../draft.ts';
import { isSubtitles, subtitlesDraft } from './read-subtitles.ts';
import { splitFrontMatter } from '../split-front-matter.ts';

/** Plain text as it stands, Markdown with front matter; subtitles that were saved as text are read as such. */
export const textSource: Source = {
  endings: ['.md', '.txt'],
  contentTypes: ['text/plain', 'text/markdown'],
  read: readText,
};

function readText({ name, bytes, contentType }: SourceInput): Draft {
  const declared = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? null;
  const { text: decoded, note } = decodeText(bytes, name, declared);
  const content = freezeText(decoded);
  const notes = note === null ? [] : [note];
  if (isSubtitles(content)) return { ...subtitlesDraft(content), notes };
  const split = splitFrontMatter(content, name);
  if (split) {
    if (split.text.trim() === '') {
      throw new UserError(`${name} has front matter but no text behind it: an article was wanted.`);
    }
    return draftOf(split.text, { meta: split.meta, notes: [...notes, ...split.notes] });
  }
  // Elsewhere nobody puts front matter there for Parley.
  if (contentType !== null || !name.toLowerCase().endsWith('.md')) return draftOf(content, { notes });
  throw new UserError(
    `${name} has no front matter: a Markdown article starts with a line "---", then title, outlet, author, published ` +
      `and url, then "---" again; found ${JSON.stringify(content.slice(0, 40))}. Add it, or name the file .txt.`,
  );
}
