import type { SourceRow } from '../../../domain/answer.ts';
import type { MatrixAnswer } from '../../../domain/matrix-answer.ts';
import { articlePath } from '../../../domain/quote/quote-link.ts';
import { Drawing } from '../parts/drawing.tsx';
import { ExportLinks } from '../take-along.tsx';
import { Layout } from '../layout.tsx';
import { comparePath, positionPath, timelinePath } from '../links.ts';
import { Outlet } from '../parts/quote-block.tsx';
import { plural } from '../../../show/show-count.ts';
import { labelOf, sideClass } from '../parts/statement-note.ts';
import { showAct } from '../../../show/show-act.ts';
import { showDate } from '../../../show/show-date.ts';
import { showMove, TREND_SIGNS } from '../../../show/show-move.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import type { Labels } from '../../../show/show-speaker.ts';

export interface CollectionPageProps {
  readonly articles: readonly SourceRow[];
  readonly matrix: MatrixAnswer;
  readonly labels: Labels;
  readonly tryable: boolean;
}

/** The articles, and how much each side says in them on what. */
export function CollectionPage({ articles, matrix, labels, tryable }: CollectionPageProps) {
  const statements = articles.reduce((sum, article) => sum + article.statements, 0);
  return (
    <Layout title="Articles" tryable={tryable}>
      <h1>Who said what</h1>
      <p class="lead">
        {plural(articles.length, 'article')}, {plural(statements, 'statement')}. Every one is shown word for
        word, in its place.
      </p>
      <section aria-labelledby="articles">
        <h2 id="articles">Articles</h2>
        <ul class="articles">
          {articles.map(({ id, title, outlet, url, published, statements: count }) => (
            <li>
              <a href={articlePath(id)}>{showUnseen(title)}</a>
              <p class="source">
                <Outlet outlet={outlet} url={url} />
                <span>{showDate(published, 'long')}</span>
                <span>{plural(count, 'statement')}</span>
              </p>
            </li>
          ))}
        </ul>
        <ExportLinks />
      </section>
      {matrix.sides.length === 0 ? null : <Matrix matrix={matrix} labels={labels} />}
    </Layout>
  );
}

/** Topics by sides: how many statements, what most of them do, and the way to each position. */
function Matrix({ matrix, labels }: { readonly matrix: MatrixAnswer; readonly labels: Labels }) {
  return (
    <section aria-labelledby="positions">
      <h2 id="positions">Positions</h2>
      <div class="drawn">
        <Drawing
          path="/matrix.svg"
          words="The table below as a picture, with a sign and a colour for each act."
        />
        <div class="wide" role="region" aria-labelledby="matrix" tabindex={0}>
          <table class="matrix">
            <caption id="matrix">
              How many statements each side makes on a topic, what most of them do, and how it last moved
            </caption>
            <thead>
              <tr>
                <th scope="col">Topic</th>
                {matrix.sides.map((side) => (
                  <th scope="col" class={sideClass(side, labels.sides)}>
                    {labelOf(side, labels.sides)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.topics.map((topic) => (
                <tr>
                  <th scope="row">
                    {labelOf(topic, labels.topics)}
                    <span class="ways">
                      <a
                        href={comparePath(topic)}
                        aria-label={`Compare sides on ${labelOf(topic, labels.topics)}`}
                      >
                        compare
                      </a>
                      <a href={timelinePath(topic)} aria-label={`${labelOf(topic, labels.topics)} by date`}>
                        by date
                      </a>
                    </span>
                  </th>
                  {matrix.sides.map((side) => (
                    <Cell {...{ matrix, side, topic, labels }} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

interface CellProps {
  readonly matrix: MatrixAnswer;
  readonly side: string;
  readonly topic: string;
  readonly labels: Labels;
}

function Cell({ matrix, side, topic, labels }: CellProps) {
  const cell = matrix.cells.find((one) => one.side === side && one.topic === topic);
  if (cell === undefined || cell.statements === 0) return <td class="empty">none</td>;
  const who = `${labelOf(side, labels.sides)} on ${labelOf(topic, labels.topics)}`;
  return (
    <td>
      <a href={positionPath(side, topic)} aria-label={`${who}: ${plural(cell.statements, 'statement')}`}>
        {cell.statements}
      </a>{' '}
      <span class="act">{showAct(cell.act) ?? 'states'}</span>
      {cell.moved ? (
        <span class="moved">
          <span aria-hidden="true">{TREND_SIGNS[cell.moved.trend]}</span> {showUnseen(showMove(cell.moved))}
        </span>
      ) : null}
    </td>
  );
}
