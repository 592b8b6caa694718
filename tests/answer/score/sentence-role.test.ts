import { describe, expect, it } from 'vitest';
import { createNames } from '../../../src/parties/name-patterns.ts';
import { bagOf } from '../../../src/answer/find/read-candidate.ts';
import { introduces } from '../../../src/answer/score/sentence-role.ts';
import { readQuestion } from '../../support/answers/read-question.ts';
import { readTerms } from '../../../src/text/words/words.ts';
import { SEEDS } from '../../support/collection.ts';

const names = createNames(SEEDS.actors);

/** How far the text answers who somebody is, or who is of a group. */
async function introducing(text: string, question: string, group?: readonly string[]): Promise<number> {
  const reading = { ...(await readQuestion(question)), ...(group ? { group } : {}) };
  const terms = names.mark(readTerms(text));
  const sentence = bagOf(terms.map(({ stem }) => stem));
  return introduces({ candidate: { text }, sentence, terms }, reading);
}

describe('introduces', () => {
  it.each([
    ['Wendy Sherman, the deputy secretary, came.', 1],
    ['According to Wendy Sherman, the deputy secretary, it rained.', 1],
    ['According to Sherman, the side had frank talks with the other, and more.', 0],
    ['Deputy Secretary of State Wendy Sherman came.', 0.5],
    ['It was between Sherman and Ryabkov.', 0],
  ])('%s: %s', async (text, share) => {
    expect(await introducing(text, 'Who is Sherman?')).toBe(share);
  });

  it('is nothing to a question that asks for anything else', async () => {
    expect(await introducing('Wendy Sherman, the deputy secretary, came.', 'What did Sherman say?')).toBe(0);
  });

  it('takes those of a group where it says that they are of it', async () => {
    const asked = 'Who leads the American team?';
    const led = 'The delegation was led by Deputy Secretary Wendy Sherman.';
    expect(await introducing(led, asked, ['Wendy Sherman'])).toBe(1);
    expect(await introducing(led, asked, ['Sergei Ryabkov'])).toBe(0);
    expect(await introducing('Deputy Secretary Wendy Sherman was tired.', asked, ['Wendy Sherman'])).toBe(0);
  });
});
