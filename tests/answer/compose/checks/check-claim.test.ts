import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClaim } from '../../../../src/answer/compose/checks/check-claim.ts';
import { evidence } from '../../../support/fake-app.ts';
import { KNOWN } from '../../../support/answers/known.ts';

const EVIDENCE = [
  evidence({ n: 1, text: 'We will not allow anyone to close NATO’s open-door policy.', act: 'rejects' }),
  evidence({
    n: 2,
    text: 'Ryabkov said that Moscow needs firm legal guarantees.',
    type: 'indirect',
    speaker: 'Sergei Ryabkov',
    side: 'Russia',
    act: 'demands',
  }),
  evidence({
    n: 3,
    text: 'The conversation lasted 7.5 hours.',
    type: 'narration',
    speaker: null,
    side: null,
    act: null,
  }),
];
const check = (text: string, ...numbers: number[]) =>
  checkClaim({ text, evidence: numbers }, EVIDENCE, KNOWN);
const kept = (text: string, ...numbers: number[]) => ({ kind: 'kept', claim: { text, evidence: numbers } });

describe('a claim', () => {
  it('is kept as it is when its evidence bears it', () => {
    const claim = 'Sherman said that nobody is allowed to close NATO’s open-door policy.';
    expect(check(claim, 1)).toEqual(kept(claim, 1));
    expect(check('The conversation lasted 7.5 hours.', 3)).toEqual(
      kept('The conversation lasted 7.5 hours.', 3),
    );
  });

  it('loses the numbers that no evidence has, and those that do not bear it', () => {
    const claim = 'Ryabkov said that Moscow needs firm legal guarantees.';
    expect(check(claim, 2, 9, 0, -1)).toEqual(kept(claim, 2));
    expect(check(claim, 3, 2, 1, 2)).toEqual(kept(claim, 2));
  });

  it('has no marks of its own, and no letters in disguise', () => {
    expect(check('Ryabkov said [9] that Moscow needs\nfirm legal guarantees [1].', 2)).toEqual(
      kept('Ryabkov said that Moscow needs firm legal guarantees.', 2),
    );
    expect(check('The conversation lasted ９ hours.［3］', 3)).toEqual({ kind: 'dropped', check: 'number' });
  });

  it('says who said it', () => {
    expect(check('Firm legal guarantees are needed.', 2)).toEqual(
      kept('According to Sergei Ryabkov: Firm legal guarantees are needed.', 2),
    );
  });

  it('needs evidence of each who is said to say it', () => {
    const both = 'Sherman and Ryabkov said that firm legal guarantees are needed.';
    expect(check(both, 2)).toEqual({ kind: 'dropped', check: 'speaker' });
    expect(check(both, 1, 2)).toMatchObject({ kind: 'dropped' });
    const each =
      'Ryabkov demanded firm legal guarantees, and Sherman will not allow anyone to close NATO’s open door.';
    expect(check(each, 1, 2)).toEqual(kept(each, 1, 2));
  });

  it('needs evidence of each in a list, also of who is in no collection', () => {
    const tea = evidence({
      n: 4,
      text: 'Baker and Cook, like Sherman, want cheaper tea.',
      speaker: 'Jane Baker and Tom Cook',
      side: null,
    });
    const plea = evidence({
      n: 5,
      text: 'Sherman, like Baker and Cook, wants cheaper tea and longer breaks.',
    });
    const all = (text: string) => checkClaim({ text, evidence: [4, 5] }, [tea, plea], KNOWN).kind;
    expect(all('Sherman, Baker and Cook all want cheaper tea.')).toBe('kept');
    expect(all('Sherman, Baker and Cook all want longer breaks.')).toBe('dropped');
    expect(all('Baker, Cook and Sherman all want longer breaks.')).toBe('dropped');
  });

  it.each([
    ['citation', 'The conversation lasted 7.5 hours.', []],
    ['citation', 'The conversation lasted 7.5 hours.', [4]],
    ['quotation', 'Sherman said “the door stays open”.', [1]],
    [
      'speaker',
      'Blinken will not allow anyone to close NATO’s open-door policy, he said; Blinken said so.',
      [1],
    ],
    ['speaker', 'The US said that Moscow needs firm legal guarantees.', [2]],
    ['name', 'Ryabkov said that Moscow needs firm legal guarantees from Berlin.', [2]],
    ['date', 'On Friday Ryabkov said that Moscow needs firm legal guarantees.', [2]],
    ['number', 'Ryabkov said that Moscow needs four firm legal guarantees.', [2]],
    ['polarity', 'Ryabkov said that Moscow needs no firm legal guarantees.', [2]],
    ['closeness', 'Ryabkov said that the weather would improve.', [2]],
  ])('is dropped for its %s', (reason, text, numbers) => {
    expect(check(text, ...numbers)).toEqual({ kind: 'dropped', check: reason });
  });

  it('is kept with evidence that exists, whatever is written', () => {
    const part = fc.constantFrom(
      ...'Sherman Ryabkov said not "open-door “ ” policy firm legal guarantees needs 7.5 hours [1] and , . January 🙂 According to Russia'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 16 }),
        fc.array(fc.integer({ min: -1, max: 5 })),
        (parts, numbers) => {
          const result = check(parts.join(' '), ...numbers);
          if (result.kind === 'dropped') return;
          expect(result.claim.evidence.length).toBeGreaterThan(0);
          for (const n of result.claim.evidence) expect([1, 2, 3]).toContain(n);
          expect(result.claim.text).not.toMatch(/\[\d/);
        },
      ),
    );
  });
});
