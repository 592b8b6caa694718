import type { SpeakerAnswer, SpeakerProfile } from '../../../domain/answer.ts';
import { ExportLinks } from '../take-along.tsx';
import { Layout } from '../layout.tsx';
import { speakerPath } from '../links.ts';
import { Quotes } from '../parts/quotes.tsx';
import { counted } from '../../../show/show-count.ts';
import { labelOf, sideClass } from '../parts/statement-note.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import type { Labels } from '../../../show/show-speaker.ts';

export interface SpeakerPageProps {
  readonly speaker: SpeakerProfile;
  readonly role: string | null;
  /** All that was said, newest first. */
  readonly statements: SpeakerAnswer['statements'];
  /** The topic's id that was asked for. */
  readonly topic: string | null;
  readonly labels: Labels;
  readonly tryable: boolean;
}

/** Who somebody is and what they said, newest first. */
export function SpeakerPage({ speaker, role, statements, topic, labels, tryable }: SpeakerPageProps) {
  const { name, side, aliases } = speaker;
  const shown = topic === null ? statements : statements.filter(({ topics }) => topics.includes(topic));
  const topics = labels.topics
    .map(({ id }) => ({ id, count: statements.filter((one) => one.topics.includes(id)).length }))
    .filter(({ count }) => count > 0);
  const on = topic === null ? '' : ` on ${labelOf(topic, labels.topics)}`;
  return (
    <Layout title={showUnseen(name) + on} tryable={tryable}>
      <header class={`about ${sideClass(side, labels.sides)}`}>
        <h1>{showUnseen(name) + on}</h1>
        <p class="source">
          {side === null ? null : <span class="side">{labelOf(side, labels.sides)}</span>}
          {role === null ? null : <span>{showUnseen(role)}</span>}
          {aliases.length === 0 ? null : <span>also called {showUnseen(aliases.join(', '))}</span>}
        </p>
      </header>
      {topics.length === 0 ? null : (
        <nav aria-label="Topics" class="topics">
          {topics.map(({ id, count }) => (
            <a
              href={`${speakerPath(name)}?topic=${encodeURIComponent(id)}`}
              {...(id === topic ? { 'aria-current': 'page' } : {})}
            >
              {labelOf(id, labels.topics)} {count}
            </a>
          ))}
          {topic === null ? null : <a href={speakerPath(name)}>All topics</a>}
        </nav>
      )}
      <h2>{counted(shown, 'statement')}, newest first</h2>
      <ExportLinks narrowed={{ speaker: name, topic: topic ?? undefined }} />
      <Quotes statements={shown} labels={labels} />
    </Layout>
  );
}
