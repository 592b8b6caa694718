import type { Answer, Evidence, SpeakerRow } from '../../../domain/answer.ts';
import { groupSameWords } from '../../../domain/quote/same-words.ts';
import type { Filters } from '../../../domain/question.ts';
import { Layout } from '../layout.tsx';
import { Quote } from '../parts/quote-block.tsx';
import { Select } from '../parts/select.tsx';
import { counted, plural } from '../../../show/show-count.ts';
import { showUnseen } from '../../../show/show-unseen.ts';
import type { Labels } from '../../../show/show-speaker.ts';

export interface SearchPageProps {
  readonly question: string;
  readonly filters: Filters;
  /** Null before anything was asked. */
  readonly answer: Answer | null;
  /** Offered as filter. */
  readonly speakers: readonly SpeakerRow[];
  readonly labels: Labels;
  readonly tryable: boolean;
}

/** The question box with its filters, and the answer: numbered quotes, or that the articles do not say. */
export function SearchPage({ question, filters, answer, speakers, labels, tryable }: SearchPageProps) {
  const { side, speaker, topic, since, until } = filters;
  const narrowed = [side, speaker, topic, since, until].some((one) => one !== undefined);
  return (
    <Layout title={question === '' ? 'Ask' : showUnseen(question)} tryable={tryable} ownSearch>
      <h1>{question === '' ? 'Ask the articles' : showUnseen(question)}</h1>
      <form role="search" action="/search" class="filters">
        <label class="question">
          <span>Question</span>
          <input name="q" type="search" value={question} maxlength={1000} required />
        </label>
        <button>Ask</button>
        <details open={narrowed}>
          <summary>Only this side, speaker, topic or time</summary>
          <div>
            <Select name="side" label="Side" options={labels.sides} chosen={side} any="every side" />
            <label>
              <span>Speaker</span>
              <input name="speaker" list="speakers" value={speaker ?? ''} maxlength={200} />
            </label>
            <datalist id="speakers">
              {speakers.map(({ name }) => (
                <option value={name}></option>
              ))}
            </datalist>
            <Select name="topic" label="Topic" options={labels.topics} chosen={topic} any="every topic" />
            <label>
              <span>Since</span>
              <input name="since" type="date" value={since ?? ''} />
            </label>
            <label>
              <span>Until</span>
              <input name="until" type="date" value={until ?? ''} />
            </label>
          </div>
        </details>
      </form>
      {answer === null ? null : <Found answer={answer} labels={labels} />}
    </Layout>
  );
}

function Found({ answer, labels }: { readonly answer: Answer; readonly labels: Labels }) {
  const { answered, headline, readAs, evidence, closest, searched } = answer;
  if (answered)
    return (
      <section aria-labelledby="answer">
        <h2 id="answer">{headline ?? counted(evidence, 'citation')}</h2>
        {readAs === null ? null : <p>Read as: {readAs}</p>}
        <Groups evidence={evidence} labels={labels} />
      </section>
    );
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{headline ?? 'Nothing found.'}</h2>
      <p>
        Searched {plural(searched.articles, 'article')}, {plural(searched.passages, 'passage')}.
        {closest.length === 0 ? null : ' The closest I found is below; it is no answer.'}
      </p>
      <Groups evidence={closest} labels={labels} label="closest, but no answer" />
    </section>
  );
}

interface GroupsProps {
  readonly evidence: readonly Evidence[];
  readonly labels: Labels;
  readonly label?: string;
}

/** What several articles have in the same words is one item. */
function Groups({ evidence, labels, label }: GroupsProps) {
  return (
    <ol class="quotes">
      {groupSameWords(evidence).map(({ first, others }) => (
        <li>
          <Quote
            evidence={first}
            labels={labels}
            others={others}
            {...(label === undefined ? {} : { label })}
          />
        </li>
      ))}
    </ol>
  );
}
