import type { Evidence, TimelineAnswer } from '../../../domain/answer.ts';
import { timelineWords } from '../../../pictures/timeline/timeline-words.ts';
import { Drawing } from '../parts/drawing.tsx';
import { ExportLinks } from '../take-along.tsx';
import { Layout } from '../layout.tsx';
import { comparePath, timelinePath, timelinePicturePath } from '../links.ts';
import { Quotes } from '../parts/quotes.tsx';
import { Select } from '../parts/select.tsx';
import { counted, plural } from '../../../show/show-count.ts';
import { labelOf } from '../parts/statement-note.ts';
import { showDate } from '../../../show/show-date.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import type { Labels } from '../../../show/show-speaker.ts';

export interface TimelinePageProps {
  readonly answer: TimelineAnswer;
  /** What narrowed it, as it was asked. */
  readonly side: string | undefined;
  readonly speaker: string | undefined;
  readonly labels: Labels;
  readonly tryable: boolean;
}

/** What was said on a topic, the oldest first; articles without a date apart. */
export function TimelinePage({ answer, side, speaker, labels, tryable }: TimelinePageProps) {
  const { topic, statements, undated, searched } = answer;
  const named = speaker === undefined ? null : showUnseen(speaker);
  const of = named ?? (side === undefined ? null : labelOf(side, labels.sides));
  const title = `${of === null ? '' : `${of} on `}${labelOf(topic, labels.topics)}, by date`;
  const all = [...statements, ...undated];
  const dates = [...new Set(statements.map(({ published }) => published))];
  return (
    <Layout title={title} tryable={tryable}>
      <header class="about">
        <h1>{title}</h1>
        <form action={timelinePath(topic)} class="filters">
          <Select name="side" label="Side" options={labels.sides} chosen={side} any="every side" />
          <label>
            <span>Speaker</span>
            <input name="speaker" value={speaker ?? ''} maxlength={200} />
          </label>
          <button>Show</button>
        </form>
        <nav aria-label="Other views" class="topics">
          <a href={comparePath(topic)}>Compare sides</a>
        </nav>
      </header>
      <p>
        {all.length === 0
          ? `No statement found in ${plural(searched.articles, 'article')}.`
          : `${counted(all, 'statement')}. Dates are the articles’.`}
      </p>
      <ExportLinks narrowed={{ topic, side, speaker }} />
      {all.length === 0 ? null : (
        <Drawing
          path={timelinePicturePath(topic, { side, speaker })}
          words={showUnseen(timelineWords(answer, labels))}
        />
      )}
      {dates.map((date, i) => (
        <Day
          id={`date-${i}`}
          heading={showDate(date, 'long')}
          statements={statements.filter(({ published }) => published === date)}
          labels={labels}
        />
      ))}
      <Day id="undated" heading="In articles without a date" statements={undated} labels={labels} />
    </Layout>
  );
}

interface DayProps {
  readonly id: string;
  readonly heading: string;
  readonly statements: readonly Evidence[];
  readonly labels: Labels;
}

function Day({ id, heading, statements, labels }: DayProps) {
  if (statements.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <Quotes statements={statements} labels={labels} />
    </section>
  );
}
