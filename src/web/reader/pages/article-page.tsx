import type { ArticleView, Evidence } from '../../../domain/answer.ts';
import { overlaps, type Span } from '../../../text/span.ts';
import { quotePagePath, spanKey } from '../../../domain/quote/quote-link.ts';
import { ArticleText } from '../parts/article-text.tsx';
import { Layout, type LinkPreview } from '../layout.tsx';
import { speakerPath } from '../links.ts';
import { Outlet, Published, TopicLinks, Who } from '../parts/quote-block.tsx';
import { plural } from '../../../show/show-count.ts';
import { sideClass } from '../parts/statement-note.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import type { Labels } from '../../../show/show-speaker.ts';

export interface ArticlePageProps {
  readonly view: ArticleView;
  /** The quote that was asked for; `missing` where the article has no such characters. */
  readonly mark: Span | 'missing' | null;
  readonly labels: Labels;
  readonly tryable: boolean;
  /** The quote as a link to it is shown; null without one. */
  readonly preview?: LinkPreview | null;
}

/** An article with every statement marked, and the quote that was asked for highlighted. */
export function ArticlePage({ view, mark, labels, tryable, preview = null }: ArticlePageProps) {
  const { article, statements } = view;
  const { title, outlet, author, published, url } = article;
  const span = mark === 'missing' ? null : mark;
  return (
    <Layout title={showUnseen(title)} tryable={tryable} preview={preview}>
      <header class="about">
        <h1>{showUnseen(title)}</h1>
        <p class="source">
          <Outlet outlet={outlet} url={url} />
          {author === null ? null : <span>{showUnseen(author)}</span>}
          <Published date={published} />
          <span>{plural(statements.length, 'statement')}</span>
        </p>
        {mark === 'missing' ? (
          <p class="warning">
            The link asks for characters that this article does not have; it may have been edited since.
          </p>
        ) : null}
      </header>
      <div class="reading">
        <ArticleText view={view} mark={span} labels={labels} />
        <div class="margin">
          <About statements={statements} />
          {span === null ? null : (
            <Marked article={article.id} span={span} statements={statements} labels={labels} />
          )}
        </div>
      </div>
    </Layout>
  );
}

/** Whose words are highlighted, with the way to the statements before and behind. */
function Marked({
  article,
  span,
  statements,
  labels,
}: {
  readonly article: string;
  readonly span: Span;
  readonly statements: readonly Evidence[];
  readonly labels: Labels;
}) {
  const exact = statements.filter(({ start, end }) => start === span.start && end === span.end);
  const found = exact.length > 0 ? exact : statements.filter((statement) => overlaps(statement, span));
  const before = statements.findLast(({ start }) => start < span.start);
  const after = statements.find(({ start }) => start > span.start);
  return (
    <section class="marked" aria-labelledby="marked">
      <h2 id="marked">Highlighted</h2>
      {found.length === 0 ? <p>The article’s own words: nobody’s statement.</p> : null}
      {found.map((evidence) => (
        <div class={`said-by ${sideClass(evidence.side, labels.sides)}`}>
          <p class="who">
            <Who evidence={evidence} labels={labels} />
          </p>
          {evidence.topics.length === 0 ? null : (
            <p class="topics">
              On <TopicLinks evidence={evidence} labels={labels} />
            </p>
          )}
        </div>
      ))}
      <p class="steps">
        {before === undefined ? null : <Step to={before} words="Previous statement" />}
        {after === undefined ? null : <Step to={after} words="Next statement" />}
        <a href={quotePagePath({ article, ...span })}>This quote alone, to share</a>
      </p>
    </section>
  );
}

function Step({ to, words }: { readonly to: Evidence; readonly words: string }) {
  return <a href={`?${spanKey(to)}#${spanKey(to)}`}>{words}</a>;
}

/** How the marks are read, and who speaks. */
function About({ statements }: { readonly statements: readonly Evidence[] }) {
  const counts = new Map<string, number>();
  for (const { speaker } of statements)
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const speakers = [...counts].toSorted(([, a], [, b]) => b - a);
  return (
    <section class="key" aria-label="About the marks">
      <h2>How to read the marks</h2>
      <ul class="legend">
        <li>
          <span class="said direct side-none">quoted</span> the speaker’s own words
        </li>
        <li>
          <span class="said mixed side-none">partly quoted</span> some of them own words
        </li>
        <li>
          <span class="said indirect side-none">reported</span> in the reporter’s words
        </li>
        <li>
          <span class="skipped">grey</span> page furniture, never quoted
        </li>
      </ul>
      <p>
        The small words before a statement are its side and what it does. Choose a statement to see who says
        it.
      </p>
      {speakers.length === 0 ? null : (
        <>
          <h2>Who speaks</h2>
          <ul>
            {speakers.map(([name, count]) => (
              <li>
                <a href={speakerPath(name)}>{showUnseen(name)}</a> {count}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
