import { CONTENT_ALONE } from '../tag/token-labels.ts';
import { type LinkedStatement } from './link-spans.ts';
import { isOneQuotation, isShortInSingleMarks } from './is-quotation.ts';
import { type Paragraph } from '../tag/read-paragraphs.ts';

const endOf = ({ cue, content }: LinkedStatement): number =>
  Math.max(cue?.last ?? -1, content.at(-1)?.last ?? -1);

/** The statement of the paragraph that the next one may go on with: the last, when its cue is known. */
function lastOf(statements: readonly LinkedStatement[]): LinkedStatement | null {
  let last: LinkedStatement | null = null;
  for (const statement of statements) if (!last || endOf(statement) > endOf(last)) last = statement;
  return last?.cue ? last : null;
}

/** Whether the statement waits for its words ("He said:"), or ends with a quotation that may run on. */
function runsOn({ from, quotations }: Paragraph, { content }: LinkedStatement): boolean {
  const last = content.at(-1)?.last ?? -1;
  return (
    content.length === 0 ||
    last < from ||
    quotations.some(({ open, close }) => open <= last && last <= close + 1)
  );
}

/**
 * Gives paragraphs of quotation without a cue of their own to who spoke last in the paragraph before: as more of the same
 * statement where a quotation runs on or was announced, else as a statement of the same speaker. Changes nothing else.
 */
export function carrySpeakers(
  paragraphs: readonly Paragraph[],
  found: readonly (readonly LinkedStatement[])[],
): LinkedStatement[] {
  const all: LinkedStatement[] = [];
  let before = null as { paragraph: Paragraph; statement: LinkedStatement } | null;
  for (const [i, paragraph] of paragraphs.entries()) {
    const own = [...(found[i] ?? [])];
    if (
      own.length === 0 &&
      before &&
      isOneQuotation(paragraph) &&
      runsOn(before.paragraph, before.statement)
    ) {
      own.push({
        cue: null,
        source: null,
        content: [{ kind: CONTENT_ALONE, first: paragraph.from, last: paragraph.to - 1 }],
      });
    }
    let carried: LinkedStatement | null = null;
    for (const statement of own) {
      const quoted = paragraph.quotations.some(({ open, close }) =>
        statement.content.some(({ first, last }) => first <= close && open <= last),
      );
      if (statement.cue || !before || !quoted || isShortInSingleMarks(paragraph)) all.push(statement);
      else if (runsOn(before.paragraph, before.statement)) {
        before.statement.content.push(...statement.content);
        carried = before.statement;
      } else {
        carried = { ...before.statement, content: statement.content };
        all.push(carried);
      }
    }
    const statement: LinkedStatement | null = lastOf(own) ?? carried;
    before = statement && { paragraph, statement };
  }
  return all.filter(({ content }) => content.length > 0);
}
