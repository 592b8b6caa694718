import { describe, expect, it } from 'vitest';
import { CUE_RULES } from '../../../src/attribution/act/act-rules.ts';
import { CONTENT_RULES } from '../../../src/attribution/act/content-rules.ts';
import { STEP_RULES } from '../../../src/attribution/act/step-rules.ts';
import { voteByRules } from '../../../src/attribution/act/vote-by-rules.ts';

const read = (line: string, own: string[] = ['Iran', 'Tehran']): string => {
  const [cue = '', content = ''] = line.split(' | ');
  return voteByRules(cue, content, own).act;
};

describe('the table of acts', () => {
  it.each([...CUE_RULES, ...CONTENT_RULES, ...STEP_RULES].map(({ example, act }) => [example, act]))(
    '%s → %s',
    (example, act) => {
      expect(read(example)).toBe(act);
    },
  );

  it.each(
    [...CUE_RULES, ...CONTENT_RULES, ...STEP_RULES].map(
      ({ pattern, example }) => [example, pattern] as const,
    ),
  )('its own pattern finds the example: %s', (example, pattern) => {
    const words = example.toLowerCase().replaceAll('"', '');
    const found = [words.replace(' | ', ' '), ...words.split(' | ')].some((part) => pattern.test(part));
    expect(found).toBe(true);
  });
});

describe('voteByRules', () => {
  it.each([
    // The same words, affirmed and denied.
    ['said | Tehran was ready to discuss a cap on enrichment', 'offers'],
    ['said | Tehran was not ready to discuss a cap on enrichment', 'rejects'],
    ['said | Iran had no intention of leaving the treaty', 'denies'],
    ['said | Iran had no intention of discussing its missiles', 'rejects'],
    ['said | “We are not going to attack anybody”', 'denies'],
    ['said | “We are not going to accept new limits”', 'rejects'],
    ['said | the ministry did not plan to cut jobs', 'denies'],
    ['said | the company did not intend to raise pay', 'rejects'],
    ['denied | that it had moved centrifuges', 'denies'],
    // A side that is named as who acts.
    ['said | Tehran also accepts a cap on enrichment', 'agrees'],
    ['said | the Tehran stock exchange also accepts euros', 'states'],
    ['would not rule out | a second round', 'states'],
    ['refused | to comment', 'states'],
    ['refused | to lift the duties', 'rejects'],
    ['rejected | the allegations', 'denies'],
    ['rejected | a longer working week', 'rejects'],
    ['said | Iran had not violated the accord', 'denies'],
    ['said | Canada had not violated the accord', 'states'],
    ['said | we never threatened anyone', 'denies'],
    ['ruled out | giving farmers any guarantees', 'rejects'],
    // Demands.
    ['said | the duties must go', 'demands'],
    ['stressed | the need to protect small islands', 'demands'],
    ['urged | rich countries to pay for the damage', 'demands'],
    ['insisted | on a vote before Easter', 'demands'],
    ['said | the island states would not drop their demand for compensation', 'demands'],
    ['said | the workers demand a longer break', 'demands'],
    ['reiterated | its demand that the strait be opened', 'demands'],
    ['said | demand for copper had fallen', 'states'],
    ['wanted | an end to the blockade', 'states'],
    // Offers and consent.
    ['announced | its willingness to phase out coal', 'offers'],
    ['pledged | two billion a year', 'offers'],
    ['agreed | to publish its figures', 'agrees'],
    ['did not agree | to publish its figures', 'rejects'],
    // Warnings.
    ['cautioned | that time was short', 'warns'],
    ['said | a walkout would have grave consequences for travellers', 'warns'],
    ['said | exporters could face new duties', 'warns'],
    // Neither: things said about the talks.
    ['said | the session had been long', 'states'],
    ['said | the sides had failed to agree on a date', 'states'],
    ['noted | that the text had to be translated', 'states'],
    ['said | it should be noted that the text is long', 'states'],
    ['said | no date had been set', 'states'],
    ['said | nobody can predict the outcome', 'states'],
    // Further on in the reporter's sentence, a weak sign is an aside.
    ['said | the session was useful, but farmers should be patient', 'states'],
    ['said | the company had a useful session and is open to another', 'states'],
    // A strong one is not.
    ['said | the session was useful, but that Iran would never accept limits', 'rejects'],
  ])('%s → %s', (line, act) => {
    expect(read(line)).toBe(act);
  });

  it.each(['', ' | ', '| ', ' | “…”'])('reads nothing off %j', (line) => {
    expect(read(line)).toBe('states');
  });

  it.each([
    ['said | the club was offering its members a free year', 'offers'],
    ['said | the club was offering no refund', 'states'],
    ['said | the board had turned down the bid', 'rejects'],
    ['said | the board had turned the bid down', 'rejects'],
    ['said | the van turned down the lane', 'states'],
  ])('%s → %s', (line, act) => expect(read(line)).toBe(act));
});
