import { textAt, type Span } from '../../text/span.ts';
import { goesOn, piecesOf } from './find-dialogue.ts';
import { turnOf, type SpokenTurn } from './spoken-turn.ts';

/** A paragraph that is bold from end to end, and a sentence. */
const BOLD = /^(?:\*\*(?!\s)[^*]+[.?!…]["”’)]*\s?\*\*|__(?!\s)[^_]+[.?!…]["”’)]*\s?__)$/u;
const ASKS = /\?["”’)]*\s?[*_]{2}$/;
const YOU = /\b(?:you|your|yours|yourself)\b/i;
const OWN = /\b(?:I|my|me|we|our|us)\b/i;
const QUOTED = /["“«„][^"”»]*["”»]/g;
const LEAST_QUESTIONS = 2;
/** Of an explainer's answers hardly one is somebody's own. */
const OWN_SHARE = 1 / 3;

/**
 * The turns of an interview whose questions are paragraphs in bold and whose answers are plain. Where none asks about "you", or
 * few answers speak of "I" and "we", it is an explainer, and nobody speaks.
 *
 * @param paragraphs of the text, sorted
 */
export function findInterviews(text: string, paragraphs: readonly Span[]): SpokenTurn[] {
  const bold = paragraphs.flatMap((paragraph, i) => (BOLD.test(textAt(text, paragraph)) ? [i] : []));
  const words = (span: Span | undefined): string => (span ? textAt(text, span) : '');
  const questions = bold.map((i) => words(paragraphs[i])).filter((question) => ASKS.test(question));
  if (questions.length < LEAST_QUESTIONS || !questions.some((question) => YOU.test(question))) return [];
  const turns = bold.map((i, k) => {
    const next = bold[k + 1];
    const answer: Span[] = [];
    for (const paragraph of paragraphs.slice(i + 1, next)) {
      const on = goesOn(words(paragraph), '', next !== undefined || answer.length === 0);
      if (!on) break;
      answer.push(paragraph);
    }
    return { question: paragraphs[i], answer };
  });
  const answers = turns.map(({ answer }) => answer.map(words).join(' ').replace(QUOTED, ''));
  const own = answers.filter((answer) => OWN.test(answer)).length;
  if (own < answers.length * OWN_SHARE) return [];
  return turns.flatMap(({ question, answer }): SpokenTurn[] => {
    const said = answer.map((span) => piecesOf(text, span)).filter((pieces) => pieces.length > 0);
    return [
      ...(question ? [{ ...turnOf(null, [[question]]), part: 'asks' as const }] : []),
      ...(said.length > 0 ? [{ ...turnOf(null, said), part: 'answers' as const }] : []),
    ];
  });
}
