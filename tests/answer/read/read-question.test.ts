import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../support/answers/read-question.ts';

/** Question, whose words it asks for, act. */
const ASKED: readonly (readonly [string, readonly string[], string | null])[] = [
  ['Does Russia see NATO as a threat?', ['Russia'], null],
  ["Russia's red lines", ['Russia'], 'demands'],
  // the subject of the question's verb
  ['What did the US propose about troops?', ['US'], 'offers'],
  ['What guarantees does Russia want?', ['Russia'], 'demands'],
  ['Did Sherman say when they meet again?', ['Wendy Sherman'], null],
  ['is the US ready to withdraw?', ['US'], 'offers'],
  ['What has Moscow ruled out?', ['Russia'], 'rejects'],
  ['How does the White House see this?', ['White House'], null],
  ['Why did the Biden administration refuse?', ['US'], 'rejects'],
  ['What did Antony Blinken warn of?', ['Antony Blinken'], 'warns'],
  ['what did ryabov demand', ['Sergei Ryabkov'], 'demands'],
  ['What did the Russian Deputy Foreign Minister stress?', ['Sergei Ryabkov'], null],
  ['What does the Secretary of State fear?', ['Antony Blinken'], null],
  ['Will Russia withdraw its troops?', ['Russia'], null],
  ['What do the US and Russia agree on?', ['US', 'Russia'], 'agrees'],
  ['Has the Kremlin denied it?', ['Kremlin'], 'denies'],
  // what somebody will or can not do is what they reject
  ['What would the US not discuss?', ['US'], 'rejects'],
  ['what will Russia never accept', ['Russia'], 'rejects'],
  ['what won’t Moscow agree to', ['Russia'], 'rejects'],
  ['What can the US not demand?', ['US'], 'demands'],
  ['Why did Russia not agree?', ['Russia'], 'agrees'],
  // who is asked is told in passing, wherever that stands
  ['What price would the Kremlin pay for an attack, says Sherman?', ['Wendy Sherman'], null],
  ['What if there is no progress on exercises, says Ryabkov', ['Sergei Ryabkov'], null],
  ['Will Russia attack, what does Sherman say', ['Wendy Sherman'], null],
  ['will russia attack, whats sherman say', ['Wendy Sherman'], null],
  ['Whom has Moscow attacked, in the view of the Secretary of State?', ['Antony Blinken'], null],
  ['Why did Moscow accuse Blinken?', ['Russia'], null],
  ["Is the deal dead in Ryabkov's eyes?", ['Sergei Ryabkov'], null],
  ['Who started it, if you ask Moscow?', ['Russia'], null],
  ['What comes next, as Sherman tells it?', ['Wendy Sherman'], null],
  ['How many troops would stay if Washington got its way?', ['US'], null],
  ['What would reassure Moscow?', ['Russia'], null],
  ['Is there a treaty that the Americans are prepared to sign?', ['US'], 'offers'],
  ['Under which conditions might Ryabkov sign?', ['Sergei Ryabkov'], 'demands'],
  // who is asked is not whom it is about
  ['What did Russia say about the US proposal?', ['Russia'], 'offers'],
  ['What will happen to Russia if it attacks, according to the US?', ['US'], 'warns'],
  ['According to Sherman, what does Russia want?', ['Wendy Sherman'], 'demands'],
  ['What did Ryabkov say Washington wants?', ['Sergei Ryabkov'], 'demands'],
  // what belongs to who has spoken
  ["What is Washington's position on enlargement?", ['US'], null],
  ['the Russian demands on missiles', ['Russia'], 'demands'],
  ["How was Moscow's proposal received?", ['Russia'], 'offers'],
  ['What is the position of NATO?', ['NATO'], null],
  ['What was offered by the Americans?', ['US'], 'offers'],
  ['Ryabkov on exercises', ['Sergei Ryabkov'], null],
  ['sherman exercises', ['Wendy Sherman'], null],
  ['Who is Blinken and what does he think of the talks?', ['Antony Blinken'], null],
  ['What has Sherman said about troops?', ['Wendy Sherman'], null],
  // what one expects one need not demand
  ['Did Blinken expect progress?', ['Antony Blinken'], null],
  ['What did Ryabkov himself say?', ['Sergei Ryabkov'], null],
  // of two, the first, whatever it is called that is theirs
  ["Sherman's line on Moscow's proposal", ['Wendy Sherman'], 'offers'],
  ['sherman ryabkov demands', ['Wendy Sherman'], 'demands'],
  // nobody's words
  ['who led the Russian delegation?', [], null],
  ['Which articles mention Ukraine?', [], null],
  ['What do the American analysts suggest?', [], 'offers'],
  ['How many Russian troops are there?', [], null],
  ['When does the NATO-Russia Council meet?', [], null],
  ['Did Russia invade Ukraine?', [], null],
  ['Sherman arrived in Brussels', [], null],
  ['Where did Sherman go after that?', [], null],
  ['What happened in Geneva?', [], null],
  ['What happened in the eyes of the storm?', [], null],
  ['Who was asked if Moscow had a way out?', [], null],
];

describe('whose words a question asks for', () => {
  it.each(ASKED)('%s', async (question, parties, act) => {
    const reading = await readQuestion(question);
    expect([...reading.sides, ...reading.speakers]).toEqual(parties);
    expect(reading.act).toBe(act);
  });

  it('reads its topics, in the order of topics.yaml', async () => {
    expect((await readQuestion('sanctions, missiles or an open door?')).topics).toEqual([
      'missiles',
      'nato-enlargement',
      'sanctions',
    ]);
  });

  it('tells the country from the pronoun', async () => {
    expect((await readQuestion('what did the us offer')).sides).toEqual(['US']);
    expect((await readQuestion('what do the U.S. want')).sides).toEqual(['US']);
    expect((await readQuestion('does it tell us more')).sides).toEqual([]);
  });
});

describe('who is set apart', () => {
  it.each([
    ['Who was in the American team besides Sherman?', ['Wendy Sherman']],
    ['Who spoke for the US other than Blinken?', ['Antony Blinken']],
    ['Besides Sherman, who was in the American team?', ['Wendy Sherman']],
    ['Who else spoke beside Sherman’s team for the US?', ['Wendy Sherman']],
  ])('%s', async (question, except) => {
    const reading = await readQuestion(question);
    expect(reading.except).toEqual(except);
    expect(reading.people).toEqual([]);
    expect(reading.named).toEqual(['US']);
  });

  it('is nobody in other questions', async () => {
    expect(await readQuestion('Who is Sherman?')).not.toHaveProperty('except');
  });
});
