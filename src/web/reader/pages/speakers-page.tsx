import type { SpeakerRow } from '../../../domain/answer.ts';
import { Layout } from '../layout.tsx';
import { speakerPath } from '../links.ts';
import { plural } from '../../../show/show-count.ts';
import { labelOf, sideClass } from '../parts/statement-note.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import type { Labels } from '../../../show/show-speaker.ts';
import { capitalised } from '../../../text/fold.ts';

export interface SpeakersPageProps {
  readonly speakers: readonly SpeakerRow[];
  readonly labels: Labels;
  readonly tryable: boolean;
}

/** Everybody who says something, by side. */
export function SpeakersPage({ speakers, labels, tryable }: SpeakersPageProps) {
  const sides = [...labels.sides.map(({ id }) => id), null];
  const known = new Set(sides);
  const sideOf = ({ side }: SpeakerRow): string | null => (known.has(side) ? side : null);
  return (
    <Layout title="Speakers" tryable={tryable}>
      <h1>Speakers</h1>
      {speakers.length === 0 ? <p>Nobody says anything in these articles.</p> : null}
      {sides.map((side, i) => {
        const rows = speakers.filter((row) => sideOf(row) === side);
        if (rows.length === 0) return null;
        return (
          <section aria-labelledby={`side-${i}`} class={sideClass(side, labels.sides)}>
            <h2 id={`side-${i}`}>
              {side === null ? 'For no side, or a side that is not known' : labelOf(side, labels.sides)}
            </h2>
            <ul class="speakers">
              {rows.map(({ name, role, statements, articles }) => (
                <li>
                  <a href={speakerPath(name)}>{showUnseen(name)}</a>
                  <p class="source">
                    {role === null ? null : <span>{capitalised(showUnseen(role))}</span>}
                    <span>{`${plural(statements, 'statement')} in ${plural(articles, 'article')}`}</span>
                  </p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Layout>
  );
}
