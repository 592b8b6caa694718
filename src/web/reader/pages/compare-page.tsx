import type { CompareAnswer } from '../../../domain/answer.ts';
import { Layout } from '../layout.tsx';
import { comparePath, positionPath, timelinePath } from '../links.ts';
import { Quotes } from '../parts/quotes.tsx';
import { Select } from '../parts/select.tsx';
import { plural } from '../../../show/show-count.ts';
import { labelOf, sideClass } from '../parts/statement-note.ts';
import type { Labels } from '../../../show/show-speaker.ts';

export interface ComparePageProps {
  readonly answer: CompareAnswer;
  readonly labels: Labels;
  readonly tryable: boolean;
}

/** Two sides on a topic, beside each other. */
export function ComparePage({ answer, labels, tryable }: ComparePageProps) {
  const { topic, sides, searched } = answer;
  const on = labelOf(topic, labels.topics);
  const title = `${sides.map(({ side }) => labelOf(side, labels.sides)).join(' and ')} on ${on}`;
  return (
    <Layout title={title} tryable={tryable}>
      <header class="about">
        <h1>{title}</h1>
        <form action={comparePath(topic)} class="filters">
          <Select name="side" label="One side" options={labels.sides} chosen={sides[0]?.side} />
          <Select name="side2" label="The other" options={labels.sides} chosen={sides[1]?.side} />
          <button>Compare</button>
        </form>
        <nav aria-label="Other views" class="topics">
          <a href={timelinePath(topic)}>By date</a>
        </nav>
      </header>
      <div class="beside">
        {sides.map(({ side, statements }, i) => (
          <section aria-labelledby={`of-${i}`} class={sideClass(side, labels.sides)}>
            <h2 id={`of-${i}`}>
              <a href={positionPath(side, topic)}>{labelOf(side, labels.sides)}</a>
            </h2>
            {statements.length === 0 ? (
              <p>No statement found in {plural(searched.articles, 'article')}.</p>
            ) : null}
            <Quotes statements={statements} labels={labels} />
          </section>
        ))}
      </div>
    </Layout>
  );
}
