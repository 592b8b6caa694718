import { describe, expect, it } from 'vitest';
import { askedClause } from '../../../src/answer/read/asked-clause.ts';

describe('what a question really asks', () => {
  it.each([
    ['hi there, can you tell me what the union wants on pay please?', 'what the union wants on pay'],
    ['Good evening! Who leads the talks? Thanks a lot', 'Who leads the talks?'],
    ['does anyone know if the company turned the offer down', 'the company turned the offer down'],
    ["We're preparing a debate. What is Norland's position on fish?", "What is Norland's position on fish?"],
    ['I was wondering whether you could explain how Mr. Dunn sees it', 'how Mr. Dunn sees it'],
    ['what do the articles say about quotas?', 'What quotas?'],
    ['tell me about the pension offer', 'the pension offer'],
    ["what's the deal with feta", 'feta'],
    ['gimme the pension offer', 'pension offer'],
    ['lemme know what the union is gonna do', 'what the union is going to do'],
  ])('%s', (question, clause) => {
    expect(askedClause(question).toLowerCase().replace(/\s+/g, ' ')).toBe(clause.toLowerCase());
  });

  it.each([
    'What did the mayor tell reporters about why the depot closed?',
    'Did the minister say what she expects?',
    'What does Norland want to know about the boats?',
    'Who told the press that the talks failed?',
    'thanks',
    'please',
  ])('%s: stays as it is', (question) => {
    expect(askedClause(question)).toBe(question);
  });
});
