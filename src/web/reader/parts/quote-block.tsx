import type { Evidence } from '../../../domain/answer.ts';
import { missingMarks } from '../../../text/marks/quotation-marks.ts';
import { quotePath } from '../../../domain/quote/quote-link.ts';
import type { OtherWording } from '../../../domain/quote/same-words.ts';
import type { Span } from '../../../text/span.ts';
import { cutText } from './cut-text.ts';
import { comparePath, positionPath, speakerPath, webAddress } from '../links.ts';
import { SPEECH } from '../../../show/show-act.ts';
import { labelOf, sideClass } from './statement-note.ts';
import { showAct } from '../../../show/show-act.ts';
import { showCarriers, showSourceNotes } from '../../../show/show-carriers.ts';
import { showDate } from '../../../show/show-date.ts';
import { SPEAKER_NOT_NAMED, whoSpeaks, type Labels } from '../../../show/show-speaker.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import { Words } from './unseen.tsx';

export interface QuoteProps {
  readonly evidence: Evidence;
  readonly labels: Labels;
  /** The same words in other articles. */
  readonly others?: readonly OtherWording[];
  /** Says before everything else what this is, where it is no answer. */
  readonly label?: string;
  /** Words of the quote that are marked; sorted, disjoint. */
  readonly marks?: readonly Span[];
}

/** One utterance: who says it and how, the words, where they stand and what they are about. */
export function Quote({ evidence, labels, others = [], label, marks = [] }: QuoteProps) {
  return (
    <div class={`quote ${sideClass(evidence.side, labels.sides)} ${evidence.type}`}>
      {label === undefined ? null : <p class="warning">{label}</p>}
      <p class="who">
        <Who evidence={evidence} labels={labels} />
      </p>
      <Said evidence={evidence} marked={marks} />
      <Source evidence={evidence} />
      {others.length === 0 ? null : <Others others={others} />}
      {evidence.topics.length === 0 ? null : (
        <p class="topics">
          On <TopicLinks evidence={evidence} labels={labels} />
        </p>
      )}
    </div>
  );
}

/** Speaker, side, act and kind of speech, each as far as it is known. */
export function Who({ evidence, labels }: Pick<QuoteProps, 'evidence' | 'labels'>) {
  const { speaker, act, type } = evidence;
  const label = whoSpeaks({ ...evidence, speaker: null }, labels.sides);
  return (
    <>
      {speaker === null ? null : <a href={speakerPath(speaker)}>{showUnseen(speaker)}</a>}
      {label === null ? null : <span class="side">{showUnseen(label)}</span>}
      {speaker === null && label === null && type !== 'narration' ? <span>{SPEAKER_NOT_NAMED}</span> : null}
      {showAct(act) === null ? null : <span class="act">{act}</span>}
      <span class="speech">{SPEECH[type]}</span>
    </>
  );
}

/** The words; quotation marks that direct speech lacks come from the style sheet, so that they are never part of the text. */
function Said({
  evidence: { text, type },
  marked,
}: {
  readonly evidence: Evidence;
  readonly marked: readonly Span[];
}) {
  const marks = type === 'direct' ? missingMarks(text) : null;
  const dress = [marks?.open ? 'opened' : '', marks?.close ? 'closed' : ''].join(' ').trim();
  return (
    <blockquote>
      <p {...(dress === '' ? {} : { class: dress })}>
        {cutText(text.length, marked).map(({ start, end, under }) =>
          under.length === 0 ? (
            <Words text={text.slice(start, end)} />
          ) : (
            <mark>
              <Words text={text.slice(start, end)} />
            </mark>
          ),
        )}
      </p>
    </blockquote>
  );
}

/** The article, linked to the quote in it; the outlet, linked to its own page; the date. */
function Source({ evidence }: { readonly evidence: Evidence }) {
  const { title, place, outlet, published } = evidence;
  const notes = [...showSourceNotes(evidence), showCarriers(evidence)].filter((note) => note !== null);
  return (
    <p class="source">
      <a href={quotePath(evidence)}>{showUnseen(title)}</a>
      {place ? <span>{showUnseen(place)}</span> : null}
      <Outlet {...{ outlet, url: evidence.url }} />
      <Published date={published} />
      {notes.map((note) => (
        <span>{showUnseen(note)}</span>
      ))}
    </p>
  );
}

/** The day of an article. */
export function Published({ date }: { readonly date: string | null }) {
  return <span>{date === null ? 'undated' : <time datetime={date}>{showDate(date, 'long')}</time>}</span>;
}

/** The outlet with the article's address there. */
export function Outlet({ outlet, url }: Pick<Evidence, 'outlet' | 'url'>) {
  const address = webAddress(url);
  const name = outlet === null ? null : showUnseen(outlet);
  if (address === null) return <span>{name ?? 'outlet not given'}</span>;
  return (
    <a href={address} rel="external noreferrer">
      {name === null ? 'the outlet’s page' : `${name} (their page)`}
    </a>
  );
}

function Others({ others }: { readonly others: readonly OtherWording[] }) {
  return (
    <ul class="others">
      {others.map(({ evidence, differences }) => (
        <li>
          Also in <a href={quotePath(evidence)}>{showUnseen(evidence.outlet ?? evidence.title)}</a>,{' '}
          {SPEECH[evidence.type]}, {showDate(evidence.published, 'long')}
          {differences.length === 0 ? null : ': '}
          {differences.map(({ given, source }, i) => (
            <>
              {i === 0 ? '' : '; '}“<Words text={given} />” for “<Words text={source} />”
            </>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Each topic with the side's position on it; without a side, with the sides compared. */
export function TopicLinks({ evidence, labels }: Pick<QuoteProps, 'evidence' | 'labels'>) {
  const { side, topics } = evidence;
  return (
    <>
      {topics.map((topic) => (
        <a href={side === null ? comparePath(topic) : positionPath(side, topic)}>
          {labelOf(topic, labels.topics)}
        </a>
      ))}
    </>
  );
}
