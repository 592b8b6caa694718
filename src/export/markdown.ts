import { missingMarks } from '../text/marks/quotation-marks.ts';
import { plural } from '../show/show-count.ts';
import { SPEECH, showAct } from '../show/show-act.ts';
import { SPEAKER_NOT_NAMED, whoSpeaks } from '../show/show-speaker.ts';
import { articlesOf, type Cited, type ExportRow } from './rows.ts';

/** Block quotes, each with who says it and where it stands, and the articles at the end. */
export function toMarkdown(rows: readonly ExportRow[]): string {
  const quotes = rows.map((row) => `${quoteOf(row)}\n\n${sourceOf(row)}\n`);
  const articles = articlesOf(rows).map((article) => `- ${articleOf(article)}\n`);
  const count = plural(rows.length, 'statement');
  return [
    `# ${count}\n`,
    ...quotes,
    ...(articles.length === 0 ? [] : ['## Articles\n', articles.join('')]),
  ].join('\n');
}

function quoteOf({ statement: { text, type } }: ExportRow): string {
  const marks = type === 'direct' ? missingMarks(text) : null;
  return `${marks?.open ?? ''}${escape(text)}${marks?.close ?? ''}`.replace(/^/gm, '> ');
}

function sourceOf({ statement }: ExportRow): string {
  const { act, type, topics, article, title, outlet, published, start, end } = statement;
  const who = whoSpeaks(statement, []) ?? SPEAKER_NOT_NAMED;
  const facts = [showAct(act), SPEECH[type], topics.join(', ') || null];
  const said = [`**${escape(who)}**`, ...facts.filter((fact) => fact !== null).map(escape)].join(' · ');
  const where = [`*${escape(title)}*`, outlet === null ? null : escape(outlet), published ?? 'undated'];
  return `— ${said}\\\n${where.filter((part) => part !== null).join(', ')} [${escape(article)} ${start}–${end}]`;
}

function articleOf({ id, title, outlet, author, published, url, sha256 }: Cited): string {
  const facts = [author, outlet].filter((fact) => fact !== null).map((fact) => `, ${escape(fact)}`);
  const link = url === null ? '' : `, ${escape(url)}`;
  return `${escape(id)}: *${escape(title)}*${facts.join('')}, ${published ?? 'undated'}${link}; SHA-256 ${sha256}`;
}

/** `text` so that CommonMark shows its characters. */
function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(
      /^([ \t]*)([#+=-]|\d+[.)])/gm,
      (_, space: string, sign: string) => space + sign.replace(/[^\d]$/, '\\$&'),
    );
}
