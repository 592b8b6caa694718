import { describe, expect, it } from 'vitest';
import { createActReader } from '../../../src/attribution/act/read-act.ts';
import { TRADE } from '../tables.ts';

const actOf = createActReader(TRADE.actors.sides);
/** `source | cue | content`, said for Canada, for nobody where `side` is null. */
const read = (line: string, side: string | null = 'Canada'): string => {
  const [source = '', cue = '', content = ''] = line.split(' | ');
  return actOf({ source, cue, content, side });
};

describe('createActReader', () => {
  it.each([
    // Words that the weights know.
    ['the minister | said | We put seven percent on the table', 'offers'],
    ['the company | said | it was unable to accept a cap on fees', 'rejects'],
    ['the senator | said | he could not vote for such a bill', 'rejects'],
    ['the union | vetoed | the merger', 'rejects'],
    ['Ottawa | said | it would lift the duties if talks resumed', 'offers'],
    ['the minister | wants | Washington to open its market', 'demands'],
    ['the minister | said | We will block it', 'warns'],
    ['the minister | said | it can reduce the quota to 8,000', 'offers'],
    ['the minister | called | the claim simply unaffordable', 'rejects'],
    ['the minister | said | no concessions would be made before spring', 'rejects'],
    ['the minister | said | we will not decide on timber without the islands', 'rejects'],
    ['Ottawa | threatened | to leave the accord', 'warns'],
    ['the minister | said | Ottawa wants Washington to open its market', 'demands'],
    ['the minister | said | she had proposed a pause of a month', 'offers'],
    ['the minister | said | it would put the accord at risk', 'warns'],
    ['the minister | said | the ministry had nothing to do with the leak', 'denies'],
    // Rules and weights together.
    ['the minister | said | Ottawa would not drop its demand for compensation', 'demands'],
    ['the minister | denied | that Canada had dumped timber', 'denies'],
    ['the minister | agreed | to publish the figures', 'agrees'],
    ['the minister | said | the meeting lasted two hours', 'states'],
    ['the minister | declined | to comment on the offer', 'states'],
    // Words of demands that demand nothing.
    ['the bank | said | demand for timber had fallen since the spring', 'states'],
    ['the senator | said | allies want to know who will pay', 'states'],
  ])('%s → %s', (line, act) => {
    expect(read(line)).toBe(act);
  });

  it('reads the act of the party that somebody without a side tells of', () => {
    expect(read('officials | said | Belmora and Valdia have agreed to share the river', null)).toBe('agrees');
    expect(read('a newspaper | reported | Belmora has offered to hand over two suspects', null)).toBe(
      'offers',
    );
    expect(read('officials | said | the group threatened to attack the convoy', null)).toBe('warns');
  });

  it('takes what a side tells of another side’s consent as a statement, its own as its act', () => {
    expect(read('the minister | said | Washington has agreed to lift the duties', 'Canada')).toBe('states');
    expect(read('the minister | said | Ottawa and Washington have agreed to lift the duties', 'Canada')).toBe(
      'agrees',
    );
    expect(read('the minister | said | Washington must lift the duties', 'Canada')).toBe('demands');
  });

  it.each(['', ' | | ', ' | said | ', ' | | “…”'])('reads nothing off %j', (line) => {
    expect(read(line)).toBe('states');
  });
});
