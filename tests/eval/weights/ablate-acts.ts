import { OWN_ACT_PARTS } from '../../../src/attribution/act/own-act.ts';
import { RULE_IDS } from '../../../src/attribution/act/vote-by-rules.ts';
import type { Config } from '../../../src/config.ts';
import type { Act } from '../../../src/domain/statement.ts';
import { type ActCase, type ActGoldFiles, readActGold } from './act-gold.ts';

const STANDS: ReadonlySet<Act> = new Set(['offers', 'demands', 'rejects', 'agrees', 'warns']);

/** Right acts by where they are from, and false alarms, with some rules left out. */
function count(cases: readonly ActCase[], without: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { set, read, acts } of cases) {
    const found = read.map((actOf) => actOf(without));
    const name = acts.length > 0 ? set : 'false alarms';
    const counted =
      acts.length > 0 ? found.some((act) => acts.includes(act)) : found.some((act) => STANDS.has(act));
    counts.set(name, (counts.get(name) ?? 0) + (counted ? 1 : 0));
  }
  return counts;
}

/**
 * Switches off one rule of acts after the other and prints how many right acts that costs, set by set, and how many false
 * alarms it saves. The statements are found once.
 *
 * @param folder where small inputs may be written to, to be read as files
 */
export async function ablateActs(
  config: Config,
  files: ActGoldFiles,
  folder: string,
  print: (line: string) => void,
): Promise<void> {
  const cases = await readActGold(config, files, folder);
  const all = count(cases, new Set());
  const sizes = new Map<string, number>();
  for (const { set, acts } of cases) {
    const name = acts.length > 0 ? set : 'false alarms';
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  print(`all acts: ${[...all].map(([set, n]) => `${set} ${n}/${sizes.get(set)}`).join(' · ')}`);
  const show = (name: string, without: readonly string[]): void => {
    const off = count(cases, new Set(without));
    const gains = [...all]
      .map(([set, n]) => [set, n - (off.get(set) ?? 0)] as const)
      .filter(([, gain]) => gain !== 0);
    const words = gains.map(([set, gain]) => `${set} ${gain > 0 ? '+' : '−'}${Math.abs(gain)}`);
    print(`${name.padEnd(22)} ${words.length > 0 ? words.join(' · ') : 'nothing'}`);
  };
  for (const id of RULE_IDS) show(id, [id]);
  for (const part of OWN_ACT_PARTS) show(part, [part]);
  show('all of own words', OWN_ACT_PARTS);
}
