import { describe, expect, it } from 'vitest';
import { headlineOf, refusalOf } from '../../src/answer/headline.ts';
import { readQuestion } from '../support/answers/read-question.ts';
import { evidence } from '../support/fake-app.ts';

const ofUs = evidence({ speaker: 'Wendy Sherman', side: 'US', act: 'rejects', article: 'a' });
const again = evidence({ speaker: 'Wendy Sherman', side: 'US', act: 'rejects', article: 'b' });
const ofRussia = evidence({ speaker: null, side: 'Russia', act: 'demands', article: 'b' });

const notOfRussia = evidence({ speaker: null, side: 'Russia', act: 'denies', article: 'a' });

const ofAnother = { ...notOfRussia, topics: ['exercises'] };
const onMissiles = { ...ofRussia, topics: ['missiles'] };

const ofBoth = {
  ...evidence({ speaker: null, side: null, act: 'states', article: 'a' }),
  sides: ['US', 'Russia'],
};
const ofTwo = evidence({ speaker: 'Ann Other and Bo Second', side: null, act: 'states', article: 'a' });

describe('the line above the quotes', () => {
  it.each([
    ['Did Sherman accept it?', [ofUs, again], 'No: Wendy Sherman (US) rejects it, in 2 articles.'],
    ['Did Sherman promise not to close it?', [ofUs], 'Wendy Sherman (US) rejects it, in 1 article.'],
    ['Did Russia demand it?', [ofRussia], 'Yes: Russia demands it, in 1 article.'],
    ['Did Russia demand it?', [ofRussia, notOfRussia], 'Both: Russia demands it, in 1 article.'],
    ['Did Russia demand it?', [onMissiles, ofAnother], 'Yes: Russia demands it, in 1 article.'],
    ['Did Russia say it?', [ofRussia], 'Russia demands, in 1 article.'],
    ['Did Russia say it?', [notOfRussia], 'Russia denies it, in 1 article.'],
    ['Who supports it?', [ofUs], 'Wendy Sherman (US) comes closest, in 1 article.'],
    ['Compare Sherman and Ryabkov', [ofUs], 'Wendy Sherman rejects. Nothing found of Sergei Ryabkov.'],
    ['What does Sherman say?', [ofUs, ofRussia], 'Wendy Sherman (US) rejects, in 1 article.'],
    ['What do both sides say?', [ofUs, ofRussia], 'US rejects · Russia demands.'],
    ['Compare the US and NATO', [ofUs], 'US rejects. Nothing found of NATO.'],
    ['Where do the US and Russia agree?', [evidence({ speaker: null, side: null, act: 'agrees' })], null],
    ['Was it a success?', [ofBoth], 'US and Russia speak of it, in 1 article.'],
    ['Who said that?', [ofTwo], 'Ann Other and Bo Second come closest, in 1 article.'],
    [
      'Did Ann Other say it?',
      [evidence({ ...ofTwo, act: 'denies' })],
      'Ann Other and Bo Second deny it, in 1 article.',
    ],
    ['When is it?', [evidence({ speaker: null, side: null, act: null })], null],
    ['When is it?', [], null],
  ])('%s', async (question, shown, headline) => {
    expect(headlineOf(shown, await readQuestion(question))).toBe(headline);
  });

  it('says neither yes nor no, nor "it", where the best has little of what is asked', async () => {
    const reading = await readQuestion('Did Russia demand the release of prisoners?');
    expect(headlineOf([ofRussia], reading, { covered: 0.3 })).toBe('Russia demands, in 1 article.');
    expect(headlineOf([ofRussia], reading, { covered: 0.6 })).toBe('Yes: Russia demands it, in 1 article.');
    expect(headlineOf([notOfRussia], reading, { covered: 0.3 })).toBe('Russia denies, in 1 article.');
    expect(headlineOf([ofBoth], reading, { covered: 0.3 })).toBe('US and Russia come closest, in 1 article.');
  });

  it('says that they say it only of the very words', async () => {
    const reading = await readQuestion('Who said “it is enough”?');
    expect(headlineOf([ofUs], reading, { isSaid: true })).toBe('Wendy Sherman (US) says it, in 1 article.');
    expect(headlineOf([ofTwo], reading, { isSaid: true })).toBe(
      'Ann Other and Bo Second say it, in 1 article.',
    );
  });

  it('counts as heard who speaks together with another, and names nobody twice', async () => {
    const both = 'Wendy Sherman and Sergei Ryabkov';
    const reading = await readQuestion('Compare Sherman and Ryabkov');
    const joint = { ...reading, speakers: [...reading.speakers, both] };
    expect(headlineOf([ofUs], joint)).toBe('Wendy Sherman rejects. Nothing found of Sergei Ryabkov.');
    expect(headlineOf([ofUs, evidence({ speaker: both, side: null, act: 'states' })], joint)).toBe(
      `Wendy Sherman rejects · ${both} states.`,
    );
  });
});

describe('what is said where nothing was found', () => {
  const known = {
    said: new Map([['Wendy Sherman', { statements: 3, articles: 2 }]]),
    sidesHeard: new Set(['US']),
  };

  it('never speaks for the articles', async () => {
    const reading = await readQuestion('What did Sherman say about fish?');
    expect(refusalOf('nothing-found', reading, known)).toBe('I found nothing on this by Wendy Sherman.');
    expect(refusalOf('nothing-found', await readQuestion('How deep is the lake?'), known)).toBe(
      'I found nothing on this.',
    );
  });

  it('names whom nobody knows, and who speaks', async () => {
    const reading = { ...(await readQuestion('What did Doe say?')), unknown: ['Doe'] };
    expect(refusalOf('unknown-name', reading, known)).toBe(
      'I found nobody called Doe who speaks in these articles; those who do: Wendy Sherman.',
    );
  });
});
