import { describe, expect, it } from 'vitest';
import { UNSAID } from '../support/records.ts';
import { isSaid } from '../../src/attribution/is-said.ts';
import type { Statement } from '../../src/domain/statement.ts';

/** A statement from a line with its cue between angle brackets and its content between braces. */
function statementIn(line: string, more: Partial<Statement> = {}): { statement: Statement; text: string } {
  const spanOf = (open: string, close: string) => {
    const start = line.indexOf(open) + 1;
    return start > 0 ? [{ start, end: line.indexOf(close) }] : [];
  };
  const statement: Statement = {
    content: spanOf('{', '}'),
    cue: spanOf('<', '>'),
    source: [],
    ...UNSAID,
    speaker: 'Ann Karimi',
    type: 'indirect',
    act: 'states',
    topics: [],
    ...more,
  };
  return { statement, text: line };
}

describe('isSaid', () => {
  it('leaves out what is reported without a word on who says it', () => {
    const nobody = { speaker: null, side: null, sides: [] };
    const { statement, text } = statementIn(
      'The <reported> {pact would allow ships into the harbour}',
      nobody,
    );
    const the = { ...statement, source: [{ start: 0, end: 3 }] };
    const fishers = statementIn('Fishers <said> {that the pact would allow ships in}', nobody);
    expect([statement, the].map((one) => isSaid(one, text))).toEqual([false, false]);
    expect(isSaid({ ...fishers.statement, source: [{ start: 0, end: 7 }] }, fishers.text)).toBe(true);
    expect(isSaid({ ...the, sides: ['US', 'Russia'] }, text)).toBe(true);
  });

  it.each([
    'Karimi <said> {that the mine would close}',
    '{The mine will close}, <according to> Karimi',
    'Karimi <believes> {that the mine will close}',
    'Karimi <does not want> {the mine to be closed}',
  ])('keeps: %s', (line) => {
    const { statement, text } = statementIn(line);
    expect(isSaid(statement, text)).toBe(true);
  });

  it.each([
    'Karimi <was asked about> {the closing of the mine}',
    'Karimi <failed> {to reach an agreement on the mine}',
    'Karimi flew there <to brief> {the owners of the mine}',
    'Karimi <held talks in> {Teheran}',
  ])('leaves out: %s', (line) => {
    const { statement, text } = statementIn(line);
    expect(isSaid(statement, text)).toBe(false);
  });

  it('keeps quotations without a cue, short ones too, and what an act shows', () => {
    const quoted = statementIn('{"Never,"}', { type: 'direct' });
    expect(isSaid(quoted.statement, quoted.text)).toBe(true);
    const ready = statementIn('The union <is> {ready to talk about wages}', { act: 'offers' });
    expect(isSaid(ready.statement, ready.text)).toBe(true);
  });

  it('leaves out what nobody in particular thinks', () => {
    const { statement, text } = statementIn('It <is considered> {a step towards an agreement}', {
      speaker: null,
    });
    expect(isSaid(statement, text)).toBe(false);
  });

  it('is nothing that the text tells nobody said', () => {
    const { statement, text } = statementIn('Ann Karimi <never said> {“we will sell the mill”}.', {
      type: 'direct',
      denied: true,
    });
    expect(isSaid(statement, text)).toBe(false);
  });
});
