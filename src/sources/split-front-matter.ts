import { z } from 'zod';
import { UserError } from '../errors.ts';
import { UNKNOWN, type DraftMeta } from './draft.ts';
import { parseYaml, yamlFault } from './parse-yaml.ts';
import { readDate } from './read-date.ts';

/** Longer front matter is none. */
const MOST_CHARACTERS = 50_000;

/** What people leave empty is not there; a number is meant as written. */
const text = z.preprocess(
  (value) =>
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() || null : value,
  z.string('wanted text').nullish(),
);
const id = text.refine(
  (value) => typeof value !== 'string' || /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(value),
  'wanted letters, digits, ".", "_" and "-"',
);
const date = text.transform((value, context) => {
  const day = typeof value === 'string' ? readDate(value) : null;
  if (typeof value === 'string' && day === null) {
    context.addIssue({ code: 'custom', message: 'wanted a date as YYYY-MM-DD, or null' });
  }
  return day;
});
const url = text.refine(
  (value) => typeof value !== 'string' || z.url({ protocol: /^https?$/ }).safeParse(value).success,
  'wanted an http(s) address, or null',
);
/** One name or a list of them; note-taking programs put theirs into `[[…]]`. */
const author = z.preprocess(
  (value) => (Array.isArray(value) ? value.map(String).join(', ') : value),
  text.transform((names) => names?.replace(/\[\[|\]\]/g, '') ?? null),
);

const FrontMatter = z.looseObject({
  id: id.optional(),
  title: text.optional(),
  outlet: text.optional(),
  author: author.optional(),
  published: date.optional(),
  date: date.optional(),
  modified: date.optional(),
  updated: date.optional(),
  url: url.optional(),
  source_url: url.optional(),
  language: text.optional(),
  // As Hugo, Obsidian's clipper and others call them.
  lastmod: date.optional(),
  lang: text.optional(),
  site: text.optional(),
  publisher: text.optional(),
});

/** The value of a line of its own that is no YAML, in quotation marks: "title: Talks: the end". */
function mendLines(yaml: string): { yaml: string; mended: string[] } {
  const mended: string[] = [];
  const lines = yaml.split('\n').map((line) => {
    const [, key, value] = /^([\p{L}\p{N}_-]+):[ \t]+(\S.*)$/u.exec(line) ?? [];
    if (key === undefined || value === undefined || yamlFault(line) === null) return line;
    mended.push(key);
    return `${key}: ${JSON.stringify(value.trim())}`;
  });
  return { yaml: lines.join('\n'), mended };
}

export interface FrontMatterSplit {
  readonly meta: DraftMeta;
  /** What stands behind the closing line. */
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Splits an article into its front matter and its text, which starts right behind the closing line. Null when it does
 * not start with a `---` line, or that is never closed. Keys that nothing is made of are named in the notes.
 *
 * @throws UserError naming file and line when the front matter is there but wrong
 */
export function splitFrontMatter(content: string, file: string): FrontMatterSplit | null {
  const match = /^---[ \t]*\n([^]*?)^---[ \t]*(?:\n|$)/m.exec(content);
  if (!match || match.index !== 0) return null;
  const written = match[1] ?? '';
  if (written.length > MOST_CHARACTERS) {
    throw new UserError(
      `${file} has ${written.length} characters between its first two "---" lines: front matter of at most ${MOST_CHARACTERS} was wanted. Shorten it, or put an empty line first.`,
    );
  }
  const { yaml, mended } = yamlFault(written) === null ? { yaml: written, mended: [] } : mendLines(written);
  const read = parseYaml(/[^\s]/.test(yaml.replace(/^\s*#.*$/gm, '')) ? yaml : '{}', FrontMatter, file, 2);
  const { published, date: dated, modified, updated, lastmod, url: address, source_url, ...rest } = read;
  const { id: name, title, outlet, site, publisher, author: by, language, lang, source, ...more } = rest;
  const sourceAddress = url.safeParse(source).data ?? null;
  // What is no address there says whence in words that nothing can be made of.
  const others = sourceAddress === null && source !== undefined ? { source, ...more } : more;
  const unread = Object.keys(others);
  return {
    meta: {
      ...UNKNOWN,
      id: name ?? null,
      title: title ?? null,
      outlet: outlet ?? site ?? publisher ?? null,
      author: by ?? null,
      published: published ?? dated ?? null,
      modified: modified ?? updated ?? lastmod ?? null,
      url: address ?? source_url ?? sourceAddress,
      language: language ?? lang ?? null,
    },
    text: content.slice(match[0].length),
    notes: [
      ...mended.map((key) => `"${key}" was read as plain text: put its value in quotation marks`),
      ...(unread.length > 0
        ? [`nothing was made of its ${unread.map((key) => JSON.stringify(key)).join(', ')}`]
        : []),
    ],
  };
}
