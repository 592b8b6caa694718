import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../support/answers/read-question.ts';
import { isAboutTheBot } from '../../../src/answer/read/question-kind.ts';

describe('what kind of question it is', () => {
  it.each([
    ['What did Sherman say about exercises?', 'said'],
    ['Where did the delegations meet?', 'fact'],
    ['Did Moscow deny it?', 'yes-no'],
    ['“No bargain without us”: who said that?', 'who-said'],
    ['Which side wants more inspections?', 'who-said'],
    ['who compared the quota to a siege', 'who-said'],
    ['who likened it to a siege', 'who-said'],
    ['compare what they say on quotas', 'two-sides'],
    ['Compare the US and Russia on drills', 'two-sides'],
    // Whatever somebody likens to something is said by one.
    ['What did Sherman compare the talks to?', 'said'],
    ['What do both sides want?', 'two-sides'],
    ['Who is Fomin?', 'who-is'],
    ['Who is to pay for it?', 'fact'],
  ])('%s', async (question, kind) => {
    expect((await readQuestion(question)).kind).toBe(kind);
  });

  it.each([
    'hello',
    'good night, sleep well, bye!',
    'hey bot, whats ur name',
    'what can you do',
    'how do I use this bot?',
    "what's up",
    'are you human?',
  ])('%s: about the bot', (text) => {
    expect(isAboutTheBot(text)).toBe(true);
  });

  it.each(['hello kitty exports', 'what do you know about the missile deal', "what's the US offer"])(
    '%s: not',
    (text) => {
      expect(isAboutTheBot(text)).toBe(false);
    },
  );

  it.each([
    ['What is Moscow offering now?', true],
    ['the latest US demand', true],
    ['What did Moscow offer?', false],
  ])('%s: the newest is asked for: %s', async (question, latest) => {
    expect((await readQuestion(question)).latest).toBe(latest);
  });
});
