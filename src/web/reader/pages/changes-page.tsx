import { differingSpans } from '../../../domain/quote/differing-words.ts';
import type { ChangesAnswer, PositionChange } from '../../../domain/position-change.ts';
import { pathWords } from '../../../pictures/path/path-words.ts';
import { showChange } from '../../../show/show-change.ts';
import { plural } from '../../../show/show-count.ts';
import { showDate } from '../../../show/show-date.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import { Layout } from '../layout.tsx';
import { CHANGES_PATH, pathPicturePath, positionPath } from '../links.ts';
import { Drawing } from '../parts/drawing.tsx';
import { Quote } from '../parts/quote-block.tsx';
import { Select } from '../parts/select.tsx';
import { labelOf } from '../parts/statement-note.ts';
import type { Labels } from '../../../show/show-speaker.ts';
import { capitalised } from '../../../text/fold.ts';

export interface ChangesPageProps {
  readonly answer: ChangesAnswer;
  /** All changes since the first, where they are of one topic. */
  readonly path: ChangesAnswer;
  /** What narrowed it, as it was asked. */
  readonly side: string | undefined;
  readonly topic: string | undefined;
  readonly since: string | undefined;
  readonly labels: Labels;
  readonly tryable: boolean;
}

/** What changed in what the sides say, the newest first: each change with its two quotes side by side. */
export function ChangesPage({ answer, path, side, topic, since, labels, tryable }: ChangesPageProps) {
  const { changes, searched } = answer;
  return (
    <Layout title="What changed" tryable={tryable}>
      <header class="about">
        <h1>What changed</h1>
        <form action={CHANGES_PATH} class="filters">
          <Select name="side" label="Side" options={labels.sides} chosen={side} any="every side" />
          <Select name="topic" label="Topic" options={labels.topics} chosen={topic} any="every topic" />
          <label>
            <span>Since</span>
            <input name="since" type="date" value={since ?? ''} />
          </label>
          <button>Show</button>
        </form>
      </header>
      <p>
        {changes.length === 0
          ? `No change found in ${plural(searched.articles, 'article')}.`
          : `${plural(changes.length, 'change')}, the newest first. A change is only what its two quotes show.`}
      </p>
      {topic === undefined || path.changes.length === 0 ? null : (
        <Drawing path={pathPicturePath(topic, side)} words={showUnseen(pathWords(path.changes, labels))} />
      )}
      {changes.toReversed().map((change, i) => (
        <Change id={`change-${i}`} change={change} labels={labels} />
      ))}
    </Layout>
  );
}

interface ChangeProps {
  readonly id: string;
  readonly change: PositionChange;
  readonly labels: Labels;
}

function Change({ id, change, labels }: ChangeProps) {
  const { side, topic, when, from, to, differences } = change;
  const spans = from === null || differences.length === 0 ? null : differingSpans(from.text, to.text);
  return (
    <section aria-labelledby={id} class="change">
      <h2 id={id}>{capitalised(showUnseen(showChange(change)))}</h2>
      <p class="source">
        <time datetime={when}>{showDate(when, 'long')}</time>
        <a href={positionPath(side, topic)}>
          {labelOf(side, labels.sides)} on {labelOf(topic, labels.topics)}
        </a>
      </p>
      <div class="beside">
        {from === null ? null : (
          <div>
            <h3>Before</h3>
            <Quote evidence={from} labels={labels} marks={spans?.before ?? []} />
          </div>
        )}
        <div>
          <h3>{from === null ? 'First' : 'Now'}</h3>
          <Quote evidence={to} labels={labels} marks={spans?.now ?? []} />
        </div>
      </div>
    </section>
  );
}
