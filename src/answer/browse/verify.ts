import type { VerifyAnswer } from '../../domain/answer.ts';
import { UsageError } from '../../errors.ts';
import type { Directory } from '../../parties/directory.ts';
import type { Store } from '../../store/ports.ts';
import { comparedWords, isWord } from '../../text/fold.ts';
import { readQuotations, type Quotation } from '../../text/marks/read-quotations.ts';
import { readTerms } from '../../text/words/words.ts';
import { toEvidence } from '../show-evidence.ts';
import { cutWarning } from './cut-warning.ts';
import { createFindQuote, type FoundQuote } from './find-quote.ts';
import { isNamed, namedBeside, speakerWarning, type NamedBeside } from './named-beside.ts';

const MOST_CHARACTERS = 2_000;
/** Quotations of one text that are looked up. */
const MOST_QUOTATIONS = 5;
/** So few words are looked up only where they are rare. */
const FEW_WORDS = 2;
const RARE_SENTENCES = 3;
/** The worst first. */
const VERDICTS = ['reversed', 'not-found', 'altered', 'verbatim'] as const;

const TOO_LITTLE =
  'One or two common words are too little to verify: anybody says them. Give at least three words of the quote.';

/**
 * Looks a quote up in the articles: as it stands, altered (with the words that differ), with its meaning reversed, or not
 * found. Where it is given with who says it ("Blinken said “…”"), that is compared too.
 *
 * @param beside what was written around the quote, for who is named there
 */
export type Verify = (quote: string, signal?: AbortSignal, beside?: string) => Promise<VerifyAnswer>;

export interface VerifyDependencies {
  readonly store: Store;
  readonly directory: () => Promise<Directory>;
}

export function createVerify({ store, directory }: VerifyDependencies): Verify {
  const findQuote = createFindQuote({ store });

  /** Whether the words are so few and so common that finding them says nothing. */
  async function isTooLittle(quote: string): Promise<boolean> {
    const words = comparedWords(quote).filter(({ folded }) => isWord(folded));
    if (words.length > FEW_WORDS || words.some(({ folded }) => /\p{N}/u.test(folded))) return false;
    if (words.length === 1 || readTerms(quote).some(({ content }) => !content)) return true;
    const found = await store.sentenceFrequencies(words.map(({ folded }) => folded));
    return found.every((sentences) => sentences > RARE_SENTENCES);
  }

  async function lookUp(
    words: string,
    named: NamedBeside,
    known: Directory,
    signal?: AbortSignal,
  ): Promise<Omit<VerifyAnswer, 'quote'>> {
    if (await isTooLittle(words)) return { ...NOT_FOUND, warning: TOO_LITTLE };
    const fits = (found: Pick<FoundQuote, 'statements'>) =>
      found.statements.some((one) => isNamed(named, one, known.actors));
    const found = await findQuote(words, fits, signal);
    if (!found) return NOT_FOUND;
    const { article, span, statements, verdict, differences, share } = found;
    const statement = statements.find((one) => isNamed(named, one, known.actors)) ?? statements[0] ?? null;
    const voices = statements.length > 0 ? statements : [{ speaker: null, side: null }];
    const warnings = [
      speakerWarning(named, voices, known.actors),
      verdict === 'verbatim' ? cutWarning(article.text, span) : null,
    ].filter((warning) => warning !== null);
    const topics = statement?.topics ?? [];
    return {
      verdict,
      warning: warnings.length > 0 ? warnings.join(' ') : null,
      match: toEvidence(1, article, { span, statement, topics, score: share }),
      differences,
    };
  }

  /** @throws UsageError when there is no word in the quote, or over 2,000 characters */
  return async (quote, signal, beside = '') => {
    if (!comparedWords(quote).some(({ folded }) => isWord(folded)))
      throw new UsageError('There are no words in the quote; give the words as they were quoted.');
    if (quote.length > MOST_CHARACTERS) {
      throw new UsageError(
        `The quote has ${quote.length.toLocaleString('en')} characters; at most ${MOST_CHARACTERS.toLocaleString('en')} can be looked up at once.`,
      );
    }
    const known = await directory();
    const around = namedBeside(beside, known);
    const marked = readQuotations(quote).slice(0, MOST_QUOTATIONS);
    const quotations = marked.length > 0 ? marked : labelled(quote);
    const outside = withoutQuotations(quote, quotations);
    const whole = await lookUp(quote, around, known, signal);
    // What stands beside a quotation may be the article's own words, as much as the quotation.
    const inside = quote.length - outside.length;
    if (quotations.length === 0 || !/\p{L}/u.test(outside) || whole.verdict === 'verbatim')
      return { quote, ...whole };
    if (whole.verdict !== 'not-found' && outside.length > inside) return { quote, ...whole };
    const named = namedBeside(`${beside}\n${outside}`, known);
    const answers: Omit<VerifyAnswer, 'quote'>[] = [];
    for (const { words } of quotations) answers.push(await lookUp(words, named, known, signal));
    const worst = VERDICTS.map((verdict) => answers.find((one) => one.verdict === verdict)).find(Boolean);
    return { quote, ...(worst ?? whole) };
  };
}

const NOT_FOUND = { verdict: 'not-found', warning: null, match: null, differences: [] } as const;

/** "Ryabkov: we need …", "we need … – Ryabkov": a quote without marks. */
function labelled(text: string): Quotation[] {
  const before = /^\s*\p{Lu}[^:“”"\n]{1,40}:\s+/u.exec(text)?.[0].length ?? 0;
  const behind = /\s[–—-]+\s*\p{Lu}[\p{L}.’' -]{1,40}$/u.exec(text.slice(before))?.[0].length ?? 0;
  if (before + behind === 0) return [];
  const end = text.length - behind;
  return [{ words: text.slice(before, end).trim(), start: before, end }];
}

function withoutQuotations(text: string, quotations: readonly Quotation[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of quotations) {
    rest += `${text.slice(from, start)}\n`;
    from = end;
  }
  return rest + text.slice(from);
}
