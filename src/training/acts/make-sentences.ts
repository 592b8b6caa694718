import { capitalised } from '../../text/fold.ts';
import type { Act } from '../../domain/statement.ts';
import { createRandom } from './random-choice.ts';
import {
  YIELDS,
  HARMS,
  EVENTS,
  PROPOSALS,
  CHARGES,
  GOODS,
  GIFTS,
  DANGERS,
  THINGS,
  REJECT_CUES,
  AGREE_CUES,
  DEMAND_CUES,
  OFFER_CUES,
  WARN_CUES,
  DENY_CUES,
  STATE_CUES,
  NOT_GOOD,
  UNTRUE,
  LOOKS,
  NEVER_DONE,
  NOTHING_OF,
  DEEDS,
  NAMES,
  BODIES,
  PARTIES,
  REPORTERS,
  BYSTANDERS,
  SAID,
  REPORTED,
  OFFERING,
  AGREEING,
  REFUSING,
  THREATENING,
  WILLING,
  UNWILLING,
  OBLIGED,
  FORBIDDEN,
  ASKING,
  WANTING,
  THREAT_WILL,
  DENYING,
  CONDITIONS,
} from './sentence-words.ts';

/** A sentence made from a frame, with its act. `own` and `other` are names of parties that stand in it. */
export interface MadeSentence {
  readonly act: Act;
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly own: readonly string[];
  readonly others: readonly string[];
}

/** Writes `count` sentences, the same ones each time. */
export function makeSentences(count: number): MadeSentence[] {
  const random = createRandom(5);
  const of = (from: readonly string[]): string => random.pick(from);
  const out: MadeSentence[] = [];
  while (out.length < count) {
    const own = of(NAMES);
    const other = of(NAMES.filter((name) => name !== own));
    const known = random.chance(0.5);
    const said = of(SAID);
    const quoted = random.chance(0.25);
    const we = of(['we', 'they', 'it', 'he', own, own, 'the government', 'the union', 'our side', 'his country', 'the company', 'she', 'I']); // prettier-ignore
    const they = of([other, other, ...BODIES.slice(0, 12), of(BODIES), 'they', 'the other side']);
    const add = (act: Act, source: string, cue: string, content: string): void => {
      const shown = quoted && cue.startsWith('said') ? `“${capitalised(content)}”` : content;
      out.push({ act, source, cue, content: random.chance(0.3) && !quoted && !cue.endsWith('to') ? `that ${shown}` : shown, own: known ? [own] : [], others: random.chance(0.6) ? [other] : [] }); // prettier-ignore
    };
    const [harm, give, event] = [of(HARMS), of(YIELDS), of(EVENTS)];
    const party = of(PARTIES);
    const split = (frame: string, act: Act, rest: string): void => {
      const cue = frame.replace(/ to$/, '');
      add(act, of([party, of(BODIES), own]), cue, `${cue === frame ? '' : 'to '}${rest}`);
    };
    const forms: (() => void)[] = [
      () => add('offers', party, said, `${we} ${of(WILLING)} ${give}`),
      () =>
        add(
          'offers',
          party,
          said,
          `${we} ${of(WILLING)} ${give}${of(['', ' if the other side does the same', ' in return', ' next month'])}`,
        ),
      () => split(of(OFFERING), 'offers', give),
      () => add('offers', of(REPORTERS), of(REPORTED), `${of([other, of(BODIES)])} ${of(OFFERING)} ${give}`),
      () => add('agrees', of(REPORTERS), of(REPORTED), `${of([other, of(BODIES)])} ${of(AGREEING)} ${give}`),
      () => add('agrees', of(REPORTERS), of(REPORTED), `${own} and ${other} ${of(['have agreed to', 'agreed to', 'have decided to', 'reached an agreement to', 'signed an accord to', 'struck a deal to'])} ${give}`), // prettier-ignore
      () => split(of(AGREEING.slice(0, 8)), 'agrees', give),
      () => split(of(REFUSING), 'rejects', give),
      () => add('rejects', of(REPORTERS), of(REPORTED), `${of([other, of(BODIES)])} ${of(REFUSING)} ${give}`),
      () => add('rejects', party, said, `${we} ${of(UNWILLING)} ${give}`),
      () => add('rejects', party, said, `${we} ${of(UNWILLING)} ${give}`),
      () => add('demands', party, said, `${they} ${of(OBLIGED)} ${give}`),
      () => add('demands', party, said, `${they} ${of(FORBIDDEN)} ${harm}`),
      () =>
        add(
          'demands',
          party,
          of(ASKING),
          `${they} ${random.chance(0.5) ? 'to' : 'not to'} ${random.chance(0.7) ? give : harm}`,
        ),
      () => add('demands', party, said, `${we} ${of(WANTING)} ${they} to ${give}`),
      () =>
        add(
          'warns',
          party,
          said,
          `${we} ${of(THREAT_WILL)} ${harm}${random.chance(0.5) ? ` ${of(CONDITIONS)}` : ''}`,
        ),
      () => split(of(THREATENING), 'warns', harm),
      () =>
        add('warns', of(REPORTERS), of(REPORTED), `${of([other, of(BODIES)])} ${of(THREATENING)} ${harm}`),
      () => add('denies', party, said, `${we} ${of(DENYING)} ${harm}`),
      () => add('denies', party, of(['denied', 'denies', 'has denied', 'denied having tried to', 'rejected the charge', 'dismissed reports', 'denied plans']), of([`it had planned to ${harm}`, `that ${we} wanted to ${harm}`, harm])), // prettier-ignore
      () =>
        add(
          'states',
          party,
          said,
          `${of([we, they])} ${of([...WILLING, ...OBLIGED, 'did not', 'will not', 'had', 'cannot'])} ${event}`,
        ),
      () =>
        add(
          'states',
          of(BYSTANDERS),
          said,
          `${they} ${of([...OBLIGED, ...WILLING])} ${of([give, give, event, harm])}`,
        ),
      () => add('states', party, said, `${of([they, 'police', 'troops', 'gunmen', 'two men'])} ${of(['had tried to', 'tried to', 'had begun to', 'continued to', 'were able to', 'managed to', 'used to', 'failed to'])} ${of([harm, event])}`), // prettier-ignore
      () => add('states', of(BYSTANDERS), said, `${they} ${of(['would rather', 'never managed to', 'did not', 'may not', 'will probably', 'is unlikely to', 'is likely to', 'hopes to'])} ${of([give, event, harm])}`), // prettier-ignore
      () => add('states', party, of(['accused', 'blamed', 'criticised', 'condemned', 'attacked', 'denounced']), `${they} for ${of(['trying to', 'wanting to', 'failing to'])} ${of([harm, give])}`), // prettier-ignore
      () => add('states', party, of(['declined to say', 'would not say', 'refused to say', 'asked', 'did not know', 'wondered', 'was asked', 'could not say']), `whether ${we} would ${of([give, harm])}`), // prettier-ignore
      () => add('rejects', of([party, of(BODIES), own]), of(REJECT_CUES), of(PROPOSALS)),
      () => add('agrees', of([party, of(BODIES), own]), of(AGREE_CUES), of(PROPOSALS)),
      () => add('demands', of([party, of(BODIES), own]), of(DEMAND_CUES), of(GOODS)),
      () => add('offers', of([party, of(BODIES), own]), of(OFFER_CUES), of(GIFTS)),
      () => add('warns', of([party, of(BODIES), own]), of(WARN_CUES), of(DANGERS)),
      () => add('denies', of([party, of(BODIES), own]), of(DENY_CUES), of(CHARGES)),
      () => add('states', of([party, of(BODIES), own, of(BYSTANDERS)]), of(STATE_CUES), of([of(THINGS), of(THINGS), of(PROPOSALS), of(CHARGES), of(DANGERS)])), // prettier-ignore
      () => add('states', of([party, of(BODIES), own, of(BYSTANDERS)]), of(STATE_CUES), of([of(THINGS), of(THINGS), of(PROPOSALS), of(CHARGES), of(DANGERS)])), // prettier-ignore
      () => add('rejects', party, random.chance(0.6) ? said : of(['called', 'described as', 'dismissed as']), `${of(PROPOSALS)} ${of(['is', 'was', 'would be', 'as', 'remained'])} ${of(NOT_GOOD)}`), // prettier-ignore
      () => add('denies', party, random.chance(0.6) ? said : of(['called', 'described as', 'dismissed as']), `${of(CHARGES)} ${of(['is', 'was', 'were', 'as', 'are'])} ${of(UNTRUE)}`), // prettier-ignore
      () => add('rejects', party, of(['called', 'calls', 'branded', 'labelled', 'has called', 'considers', 'finds']), random.chance(0.3) ? of(NOT_GOOD) : `${of([...PROPOSALS, ...GOODS, 'the claim', 'the pay claim'])} ${of(NOT_GOOD)}`), // prettier-ignore
      () => add('denies', party, of(['called', 'calls', 'branded', 'labelled', 'has called', 'described as']), random.chance(0.3) ? of(UNTRUE) : `${of(CHARGES.filter((charge) => charge !== 'the claim'))} ${of(UNTRUE)}`), // prettier-ignore
      () => add('denies', party, said, random.chance(0.5) ? `there ${of(['is', 'was', 'were', 'has been', 'never was', 'had been'])} ${of(NOTHING_OF)}` : `${we} never ${of(NEVER_DONE)}`), // prettier-ignore
      () => add('demands', party, said, `“${random.chance(0.25) ? `Do not ${harm}` : capitalised(give)}${of(['', ' first', ' now', ' at once', ' before we talk', ' or there is no deal'])}”`), // prettier-ignore
      () => add('warns', of([...REPORTERS, ...BODIES, party]), said, `${of(['they', 'it', 'he', other, of(BODIES)])} ${of(['would', 'will', 'would', 'will', 'is ready to', 'are ready to', 'has sworn to', 'have vowed to'])} ${harm}${of(['', '', ' unless its terms are met', ' if the talks fail', ' from Monday', ' next week', ' until it gets its way'])}`), // prettier-ignore
      () => add('offers', of([...REPORTERS, party]), said, `${of(['they', 'it', other, of(BODIES)])} will ${give}${of(['', ' by June', ' on Friday', ' in mid-August', ' next week', ' over two years', ' under the plan'])}`), // prettier-ignore
      () => add('states', party, random.chance(0.6) ? said : of(['called', 'described']), `${of(THINGS)} ${of(['is', 'was', 'had been', 'as', 'will be'])} ${of(LOOKS)}`), // prettier-ignore
      () => add('warns', party, said, `${of([of(PROPOSALS), of(THINGS), 'this', 'it', 'such a step', 'failure'])} ${of(['would lead to', 'could cause', 'might end in', 'will bring', 'risks', 'would mean', 'could set off', 'threatens to bring'])} ${of(DANGERS)}`), // prettier-ignore
      () => add('rejects', of([party, ...REPORTERS]), said, `${of([we, other, of(BODIES)])} ${of(['rejected', 'rejects', 'opposes', 'has turned down', 'would not accept', 'vetoed', 'will never accept', 'cannot accept', 'does not accept', 'would vote against', "can't vote for", 'could not support', 'is opposed to', 'has refused', 'had rejected'])} ${of(PROPOSALS)}`), // prettier-ignore
      () => add('agrees', of([party, ...REPORTERS]), said, `${of([we, other, of(BODIES), 'the two sides', `${own} and ${other}`])} ${of(['accepted', 'have agreed on', 'supports', 'has approved', 'would accept', 'signed', 'will support', 'had accepted', 'backs', 'has endorsed', 'would sign', 'agreed to', 'can live with'])} ${of(PROPOSALS)}`), // prettier-ignore
      () => add('demands', of([party, ...REPORTERS]), said, `${of([we, other, of(BODIES)])} ${of(['wants', 'demanded', 'insists on', 'needed', 'was seeking', 'called for', 'would insist on', 'is asking for', 'wanted', 'expects', 'had asked for'])} ${of(GOODS)}`), // prettier-ignore
      () => add('demands', party, said, `${of(GOODS)} ${of(['must come first', 'is essential', 'is a precondition for talks', 'is needed at once', 'is the least it could accept', 'was vital', 'is overdue', 'must be part of any deal'])}`), // prettier-ignore
      () => add('demands', party, said, `there ${of(['must be', 'has to be', 'should be', 'can be no peace without', 'can be no deal without', 'needs to be'])} ${of(GOODS)}`), // prettier-ignore
      () => add('offers', of([party, ...REPORTERS]), said, `${of([we, other, of(BODIES)])} ${of(['offered', 'has put forward', 'proposed', 'is offering', 'put on the table', 'has tabled', 'would give', 'will provide', 'promised', 'was ready for', 'will grant', 'has proposed'])} ${of(GIFTS)}`), // prettier-ignore
      () => add('states', of(BYSTANDERS), said, `${of([other, of(BODIES), 'voters', 'people', 'they'])} ${of(['want', 'like', 'rejected', 'support', 'liked', 'talked about', 'remember', 'had heard of', 'may reject', 'fear', 'need'])} ${of([of(THINGS), of(PROPOSALS)])}`), // prettier-ignore
      () => add('states', of([...REPORTERS, party]), said, `${of([other, of(BODIES), own])} ${of(DEEDS)}`),
      () =>
        add(
          'states',
          of([...REPORTERS, ...BYSTANDERS]),
          said,
          `${of([other, of(BODIES), own])} ${of(DEEDS)}`,
        ),
      () => add('states', of(BODIES), '', `${of([other, of(BODIES)])} ${of(DEEDS)}`),
    ];
    random.pick(forms)();
  }
  return out;
}
