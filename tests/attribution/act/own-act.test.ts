import { describe, expect, it } from 'vitest';
import { createOwnActReader } from '../../../src/attribution/act/own-act.ts';
import type { Act, StatementType } from '../../../src/domain/statement.ts';

const actors = {
  sides: [
    { id: 'Norland', label: 'Norland', names: ['Norland'], adjectives: [] },
    { id: 'Suderia', label: 'Suderia', names: ['Suderia'], adjectives: [] },
  ],
  actors: [],
};
const topics = [{ id: 'fish', label: 'Fish', words: ['quota', 'fishing'] }];
const ownActOf = createOwnActReader(actors, topics);

/** The act of a text of one statement of Norland. */
function read(text: string, type: StatementType, act: Act = 'states', side: string | null = 'Norland'): Act {
  const content = [{ start: 0, end: text.length }];
  return ownActOf({ text, skips: [] }, [{ content, source: [], cue: [] }], 0, { type, side, act });
}

describe('what a statement’s own words do', () => {
  it.each([
    ['We can offer a quota of 45 %.', 'direct', 'offers'],
    ['We cannot accept a quota of 45 %.', 'direct', 'rejects'],
    ['She said they offered a quota of 45 %.', 'indirect', 'offers'],
    ['He said Norland would also accept a quota of 45 %.', 'indirect', 'agrees'],
    ['We would open the fishing grounds.', 'direct', 'offers'],
    ['He said Norland would pay for 20 boats.', 'indirect', 'offers'],
    ['We’ll pay for 20 boats.', 'direct', 'offers'],
    ['We will never open the fishing grounds.', 'direct', 'rejects'],
    ['We won’t cut the quota.', 'direct', 'rejects'],
    ['Nobody will be given a quota.', 'direct', 'rejects'],
    ['There will be no quota for small boats.', 'direct', 'rejects'],
    ['No quota would come before spring.', 'direct', 'rejects'],
    ['Norland would pay no dues for the quota.', 'indirect', 'rejects'],
    ['Norland stood by its demand for 40 % of the quota.', 'indirect', 'demands'],
    ['We cannot keep the quota as it is.', 'direct', 'rejects'],
    ['Norland had settled for 40 % of the quota.', 'indirect', 'agrees'],
    ['Norland was content with 40 % of the quota.', 'indirect', 'agrees'],
    ['We can live with 40 % of the quota.', 'direct', 'agrees'],
    ['Our offer remains a quota of 40 %.', 'direct', 'offers'],
    ['Our demand is now a quota of 40 %.', 'direct', 'demands'],
    ['She said her government accepted a quota.', 'indirect', 'agrees'],
    ['Norland insisted on a quota of 40 %.', 'indirect', 'demands'],
  ] as const)('%s (%s): %s', (text, type, act) => {
    expect(read(text, type)).toBe(act);
  });

  it.each([
    // Another's, what is in nobody's hand, what gives nothing, and what is on no topic.
    ['Suderia would accept a quota of 45 %.', 'indirect'],
    ['They offer a quota of 45 %.', 'direct'],
    ['We heard of the offer of a quota of 45 %.', 'direct'],
    ['Their offer remains a quota of 40 %.', 'direct'],
    ['She said the company accepted a quota.', 'indirect'],
    ['Suderia would open the fishing grounds.', 'direct'],
    ['We will lose the quota.', 'direct'],
    ['We would keep out of fishing.', 'direct'],
    ['We will dance tonight.', 'direct'],
    ['We cannot know the quota.', 'direct'],
    ['We will meet again about the quota.', 'direct'],
    // Not done, not asserted, or told of somebody.
    ['We will not reject a quota of 45 %.', 'direct'],
    ['This is not a quota we wanted.', 'direct'],
    ['The boats have everything we need.', 'direct'],
    ['Norland insisted its boats had always been small.', 'indirect'],
    ['Norland’s existing proposal would cost the boats dearly.', 'indirect'],
    ['The paper writes that Norland wants a quota.', 'direct'],
    ['Norland noted that Suderia wants a quota.', 'indirect'],
  ] as const)('%s (%s): states, as was read', (text, type) => {
    expect(read(text, type)).toBe('states');
  });

  it('come before what was read only where the first sentence shows them', () => {
    expect(read('We offer a quota of 40 %. Nobody listens.', 'direct', 'denies')).toBe('offers');
    expect(read('There will be no quota for boats.', 'direct', 'demands')).toBe('rejects');
    expect(read('We cannot sell the quota.', 'direct', 'offers')).toBe('rejects');
    expect(read('It is a lie. We offer a quota of 40 %.', 'direct', 'denies')).toBe('denies');
    expect(read('It is a pity. We offer a quota of 40 %.', 'direct')).toBe('offers');
  });

  it('are read of sides alone', () => {
    expect(read('We offer a quota of 40 %.', 'direct', 'states', null)).toBe('states');
  });
});
