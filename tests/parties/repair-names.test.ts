import { describe, expect, it } from 'vitest';
import { createRepairNames, type KnownName } from '../../src/parties/repair-names.ts';
import { readTerms } from '../../src/text/words/words.ts';

const side = (id: string, name = id): KnownName => ({
  name,
  party: { kind: 'side', id },
  adjective: false,
  statements: 5,
});
const actor = (name: string): KnownName => ({
  name,
  party: { kind: 'actor', id: name, side: null },
  adjective: false,
  statements: 5,
});

const repair = createRepairNames([
  side('Norland'),
  side('Norland', 'Norlandic'),
  side('Council', 'Ost-County'),
  side('TCT', 'TCT officials'),
  actor('Norlandic Harbour Ministry'),
  actor('Heather Quill'),
  actor('Quill'),
  actor('Gerrman'),
]);

/** Whom the text names with letters wrong; `named` are the words that name somebody as they are. */
function repaired(text: string, named: readonly string[] = []): string[] {
  const terms = readTerms(text);
  const places = terms.flatMap(({ word }, i) => (named.includes(word) ? [{ start: i, end: i + 1 }] : []));
  return repair(terms, places, () => false).map(
    ({ party, start, end }) =>
      `${party.kind === 'unknown' ? '' : party.id}: ${terms
        .slice(start, end)
        .map(({ word }) => word)
        .join(' ')}`,
  );
}

it('takes a country’s name for nobody’s misspelt', () => {
  expect(repaired('What did the German chancellor say')).toEqual([]);
  expect(repaired('What did Germman say')).toEqual(['Gerrman: Germman']);
});

describe('a name with letters wrong', () => {
  it('is found where enough of it is left', () => {
    expect(repaired('what did Norlnad say')).toEqual(['Norland: Norlnad']);
    expect(repaired('what did qwilll say')).toEqual(['Quill: qwilll']);
    expect(repaired('what did Xorldan say')).toEqual([]);
  });

  it('is found beside a word of it that stands there as it is', () => {
    expect(repaired('what did Heather iulll say')).toEqual(['Heather Quill: Heather iulll']);
    expect(repaired('what did iulll say')).toEqual([]);
    expect(repaired('what did st-county say')).toEqual(['Council: st county']);
    expect(repaired('what did Oost-County say')).toEqual(['Council: Oost County']);
    expect(repaired('what did Oost say')).toEqual([]);
  });

  it('of three letters is no other one of three', () => {
    expect(repaired('what did TXT officials say')).toEqual([]);
    expect(repaired('what did TCTT officials say')).toEqual(['TCT: TCTT officials']);
  });

  it('goes beyond a shorter name that stands in it as it is', () => {
    const whole = ['Norlandic Harbour Ministry: Norlandic Harbour Ministrry'];
    expect(repaired('the Norlandic Harbour Ministrry', ['Norlandic'])).toEqual(whole);
    expect(repaired('the Norlamdic Harbour Ministry', ['Norlamdic'])).toEqual([]);
    expect(repaired('the Norlandic Harbour Ministrry', ['Norlandic', 'Ministrry'])).toEqual([]);
  });
});
