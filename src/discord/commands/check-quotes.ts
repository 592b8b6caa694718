import type { App } from '../../app.ts';
import type { VerifyAnswer } from '../../domain/answer.ts';
import { LIMITS } from '../limits.ts';
import { quotationsIn, type Quoted } from '../messages/quoted-in-message.ts';
import { verdictCard } from '../render/render-verify.ts';
import { cardChars } from '../layout/lay-out-message.ts';
import { createReply, type Card, type Reply } from '../reply.ts';
import type { MessageCommand } from './define/command.ts';
import { VERIFY_WORDS } from '../words/verify-words.ts';

/** More than these is a text, not a message. */
const MOST_QUOTES = 10;
const MOST_CHARS = 2000;

/** Looks up every quotation in somebody's message. */
export const checkQuotes: MessageCommand = {
  name: VERIFY_WORDS.checkQuotesMessage,
  async run({ app, text, signal }) {
    const quotes = quotationsIn(text);
    return quotes.length === 0 ? createReply(NONE) : checkAll(app, quotes, signal);
  },
};

/** What becomes of each of these quotations, what says the contrary first. */
export async function checkAll(app: App, quotes: readonly Quoted[], signal: AbortSignal): Promise<Reply> {
  const answers: VerifyAnswer[] = [];
  for (const { words, beside } of quotes.slice(0, MOST_QUOTES))
    answers.push(await app.verify(words.slice(0, MOST_CHARS), signal, beside.slice(0, MOST_CHARS)));
  const cards: Card[] = [];
  const verdicts: VerifyAnswer['verdict'][] = [];
  let room: number = LIMITS.cardsTotalChars;
  for (const answer of answers.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const card = verdictCard(answer, app.sides, String(cards.length + 1));
    room -= cardChars(card);
    if (room < 0) break;
    cards.push(card);
    verdicts.push(answer.verdict);
  }
  const found = verdicts.filter((verdict) => verdict !== 'not-found').length;
  return { ...createReply(summary(verdicts, quotes.length), cards), found };
}

const NONE = VERIFY_WORDS.noQuotationMessage;

const WORDS = {
  reversed: 'reversed',
  verbatim: 'verbatim',
  altered: 'altered',
  'not-found': VERIFY_WORDS.notFound,
} as const;

function rankOf({ verdict }: VerifyAnswer): number {
  return verdict === 'reversed' ? 0 : 1;
}

function summary(verdicts: readonly VerifyAnswer['verdict'][], all: number): string {
  const counts = (['reversed', 'verbatim', 'altered', 'not-found'] as const).flatMap((verdict) => {
    const count = verdicts.filter((one) => one === verdict).length;
    return count === 0 ? [] : [`${count} ${WORDS[verdict]}`];
  });
  const left = all - verdicts.length;
  return VERIFY_WORDS.checkedMoreDid(
    verdicts.length,
    counts.join(', '),
    left > 0 ? VERIFY_WORDS.moreDidNot(left) : '',
  );
}
