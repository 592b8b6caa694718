import type { ArticleView, Evidence } from '../../../domain/answer.ts';
import { spanKey } from '../../../domain/quote/quote-link.ts';
import { textAt, type Span } from '../../../text/span.ts';
import { articleParts, type Part } from './article-parts.ts';
import { noteOf, sideClass } from './statement-note.ts';
import { showAct } from '../../../show/show-act.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import { Words } from './unseen.tsx';
import type { Labels } from '../../../show/show-speaker.ts';

export interface ArticleTextProps {
  readonly view: ArticleView;
  /** The quote that was asked for. */
  readonly mark: Span | null;
  readonly labels: Labels;
}

/**
 * The article's text, every statement marked: its element holds these characters and no others. What is said about them
 * comes out of attributes through the style sheet.
 */
export function ArticleText({ view, mark, labels }: ArticleTextProps) {
  const { text } = view.article;
  const known = new Set(view.statements.map(spanKey));
  const notes = new Map(view.statements.map((statement) => [statement, noteOf(statement, labels)]));
  let anchor = mark !== null && !known.has(spanKey(mark)) ? spanKey(mark) : null;
  return (
    <article aria-label="Text of the article">
      {articleParts(view, mark).map((parts) => (
        <p>
          {parts.map((part) => {
            const id = part.marked ? anchor : null;
            if (part.marked) anchor = null;
            return (
              <>
                {part.starting.map((statement) => (
                  <Tag statement={statement} labels={labels} />
                ))}
                {id === null ? null : <span id={id} class="anchor"></span>}
                <Stretch part={part} text={textAt(text, part)} notes={notes} labels={labels} />
              </>
            );
          })}
        </p>
      ))}
    </article>
  );
}

/** Where a statement begins: its id, and the side and act as words. */
function Tag({ statement, labels }: { readonly statement: Evidence; readonly labels: Labels }) {
  const side = statement.side === null ? null : showUnseen(statement.side);
  const tag = [side, showAct(statement.act)].filter((part) => part !== null).join(' ');
  return (
    <span
      id={spanKey(statement)}
      class={`tag ${sideClass(statement.side, labels.sides)}`}
      data-tag={tag === '' ? 'statement' : tag}
    ></span>
  );
}

interface StretchProps {
  readonly part: Part;
  readonly text: string;
  readonly notes: ReadonlyMap<Evidence, string>;
  readonly labels: Labels;
}

/** One part: plain, greyed, or a link to its statement with what is known of it. */
function Stretch({ part, text, notes, labels }: StretchProps) {
  const { statement, begins, marked, skipped } = part;
  const words = marked ? (
    <mark>
      <Words text={text} />
    </mark>
  ) : (
    <Words text={text} />
  );
  const shown = skipped ? <span class="skipped">{words}</span> : words;
  if (statement === null) return shown;
  const key = spanKey(statement);
  return (
    <a
      href={`?${key}#${key}`}
      class={`said ${statement.type} ${sideClass(statement.side, labels.sides)}`}
      data-note={notes.get(statement)}
      {...(begins ? {} : { tabindex: -1 })}
    >
      {shown}
    </a>
  );
}
