import type { Evidence, PositionAnswer } from '../../../domain/answer.ts';
import { ACTS, type Act } from '../../../domain/statement.ts';
import { ExportLinks } from '../take-along.tsx';
import { Layout } from '../layout.tsx';
import { comparePath, positionPath, timelinePath } from '../links.ts';
import { Quotes } from '../parts/quotes.tsx';
import { counted, plural } from '../../../show/show-count.ts';
import { labelOf, sideClass } from '../parts/statement-note.ts';
import type { Labels } from '../../../show/show-speaker.ts';
import { capitalised } from '../../../text/fold.ts';

export interface PositionPageProps {
  readonly answer: PositionAnswer;
  readonly labels: Labels;
  readonly tryable: boolean;
}

/** What a side says on a topic: by act, the best quote of each first. */
export function PositionPage({ answer, labels, tryable }: PositionPageProps) {
  const { side, topic, statements, searched } = answer;
  const title = `${labelOf(side, labels.sides)} on ${labelOf(topic, labels.topics)}`;
  return (
    <Layout title={title} tryable={tryable}>
      <header class={`about ${sideClass(side, labels.sides)}`}>
        <h1>{title}</h1>
        <nav aria-label="Other views" class="topics">
          <a href={comparePath(topic)}>Compare sides</a>
          <a href={timelinePath(topic)}>By date</a>
          {labels.sides
            .filter(({ id }) => id !== side)
            .map(({ id }) => (
              <a href={positionPath(id, topic)}>{labelOf(id, labels.sides)}</a>
            ))}
        </nav>
      </header>
      <p>
        {statements.length === 0
          ? `No statement found in ${plural(searched.articles, 'article')}.`
          : `${counted(statements, 'statement')}. The best quote of each kind first.`}
      </p>
      <ExportLinks narrowed={{ side, topic }} />
      {ACTS.map((act) => (
        <OfAct
          act={act}
          statements={statements.filter((one) => (one.act ?? 'states') === act)}
          labels={labels}
        />
      ))}
    </Layout>
  );
}

interface OfActProps {
  readonly act: Act;
  readonly statements: readonly Evidence[];
  readonly labels: Labels;
}

function OfAct({ act, statements, labels }: OfActProps) {
  if (statements.length === 0) return null;
  return (
    <section aria-labelledby={act}>
      <h2 id={act}>
        {act === 'states' ? 'Other statements' : capitalised(act)} ({statements.length})
      </h2>
      <Quotes statements={statements} labels={labels} />
    </section>
  );
}
