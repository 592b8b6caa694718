import type { Evidence } from '../../../domain/answer.ts';
import { readTerms } from '../../../text/words/words.ts';

/** Something is told to be before, during or after something else. */
interface Order {
  readonly when: 'before' | 'during' | 'after';
  /** Stems of what it is before or after. */
  readonly of: ReadonlySet<string>;
}

const BEFORE = 'before|ahead of|prior to|preceding|on the eve of|in the run-up to';
const AFTER = 'after|following|since|in the wake of|once|upon';
const WHEN = new RegExp(`\\b(?:(${BEFORE})|(during|amid)|(${AFTER}))\\b`, 'giu');
/** What is named there ends here. */
const END =
  /[.,;:!?…()]|\s[-–—]\s|\b(?:of|in|at|on|with|between|by|for|to|from|and|or|but|that|which|who|is|was|are|were|ha[sd]|have|will|would|before|after|during|following)\b/iu;

function ordersIn(text: string): Order[] {
  return Array.from(text.matchAll(WHEN), (match): Order => {
    const [words, before, during] = match;
    const behind = text.slice(match.index + words.length).split(END)[0] ?? '';
    const named = readTerms(behind).filter(({ content }) => content);
    return {
      when: before ? 'before' : during ? 'during' : 'after',
      of: new Set(named.map(({ stem }) => stem)),
    };
  }).filter(({ of }) => of.size > 0);
}

/** Whether the claim puts nothing before what the evidence puts it after, or the other way round. */
export function orderHolds(claim: string, cited: readonly Evidence[]): boolean {
  const given = cited.flatMap(({ text }) => ordersIn(text));
  return ordersIn(claim).every(({ when, of }) => {
    const alike = given.filter((one) => [...of].some((stem) => one.of.has(stem)));
    return alike.length === 0 || alike.some((one) => one.when === when);
  });
}
