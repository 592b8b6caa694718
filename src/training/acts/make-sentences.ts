import type { Act } from '../../domain/statement.ts';
import { createRandom } from './random-choice.ts';

/** A sentence made from a frame, with its act. `own` and `other` are names of parties that stand in it. */
export interface MadeSentence {
  readonly act: Act;
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly own: readonly string[];
  readonly others: readonly string[];
}

const list = (lines: string): string[] => lines.split(/[,\n]/).map((each) => each.trim()).filter(Boolean); // prettier-ignore

/** What a side gives, opens, permits or puts up with. */
const YIELDS = list(`
  accept the terms, accept a cap, accept the ruling, admit the monitors, adopt the code, allow inspections, allow the flights, amend the law, approve the loan, back the motion,
  bargain, bring forward the vote, build a clinic, buy back the shares, call off the march, call off the walkout, cancel the debt, change its stance, close the camp,
  come back to the table, compensate the owners, compromise, concede the point, consider the idea, contribute to the fund, cooperate with the court, cover the cost, cut the fee, cut emissions,
  deliver fuel, discuss the border, dismantle the fence, disarm, divide the profits, donate blankets, double the grant, drop the charges, drop the tariff, ease the rules, end the boycott,
  end the blockade, enter talks, exchange prisoners, exempt the islands, expand the quota, extend the truce, finance the road, forgive the loan, forgo the bonus, free the hostages, freeze prices, fund the school,
  give way, give the villages a vote, give up the claim, go back to work, grant asylum, grant a licence, guarantee jobs, halt the tests, hand over the files, hand back the land, help the refugees, hire more nurses,
  hold a referendum, hold talks, improve the offer, increase the subsidy, invest in the port, invite observers, join the accord, lay down its arms, leave the enclave, lend the money, let the ships pass, lift the ban, lift the curfew, lower the price, make concessions, match the sum,
  mediate, meet the claim, meet the envoy, meet halfway, move on the date, negotiate, offer more, open the archive, open the market, open a corridor, pardon the rebels, pay the bill, pay damages, pay more, permit the rally, postpone the launch, protect the forest, provide aid, provide troops for the mission, provide food, publish the accounts, pull back the guns, put more money in, raise wages, raise the minimum, ratify the pact, rebuild the bridge, receive the delegation,
  recognise the council, reconsider the plan, reduce the levy, reduce its arsenal, refund the fares, rehire the staff, reinstate the teacher, release the funds, release the captives, relax the limits, renew the lease, reopen the crossing, repay the sum, replace the chairman, restore power, resume talks, resume supplies, return the paintings, return the bodies, review the case, rewrite the clause, scrap the tax, sell the stake, send doctors, send grain, settle the suit, settle, share the catch, share power, share data, shelve the plan, sign the charter, sign the contract, sit down with them, slow the pace, soften its line, stand down, step aside, step down, stop the shelling, stop drilling, submit the dispute to judges, supply gas, support the resolution, support the bid, suspend the levy, swap land, take back the refugees, take part, talk, tolerate a delay, train the police, transfer control, trim the list, turn over the suspect, vote for the budget, waive the fee, withdraw its troops, withdraw the bill, work with the panel, write off the debt`);

/** What one threatens with, warns of or is blamed for. */
const HARMS = list(`
  abandon the accord, abduct officials, annex the valley, arm the militia, arrest the leaders, assault the town, attack the convoy, ban its ships, block the road, block the sale, blockade the port, bomb the airfield, boycott the games, break off relations, break the truce, bribe the judges, bring down the cabinet, burn the crops, cancel the order, cheat,
  close the border, close the strait, close the plant, crush the revolt, cut off the gas, cut off aid, cut jobs, delay the ships, deploy missiles, deport the workers, destroy the dam, dismiss the strikers, dump waste, enter the zone, escalate the war, expel the diplomats, execute the captives, fight to the end, fire on boats, fire the pilots, force a vote, go on strike, go to court, go to war, halt deliveries, hack the server, harm civilians, hit back, hit the refinery, hit exporters with duties, impose sanctions, impose tariffs, interfere in the vote, invade the island, jam the signals, jail the editor, kidnap tourists, kill the hostages, launch a raid, launch rockets, leave the treaty, leave the talks, leak the letters, lock out the crew, march on the palace, mine the harbour, mistreat the prisoners, mobilise the reserve, move against the clans, nationalise the mines, overthrow the king, paralyse the city, pay bribes, plot a coup, poison the well, provoke a clash, pull out of the pact, punish the banks, quit the union, raid the offices, resign, respond with force, restart the reactor, resume the bombing, retaliate, sabotage the line, seize the tanker, seize land, sell arms, send tanks, shell the suburb, shoot down the plane, shut the factory, shut the valve, sink the boat, spy on delegates, stage a coup, steal the plans, stop work, storm the embassy, strike, strike back, sue the ministry, suspend the pact, take hostages, take over the post, take revenge, tear up the deal, torture anyone, veto the motion, violate the truce, walk out, wage war, withhold payment, wreck the talks`);

/** What happens without anybody giving way or threatening. */
const EVENTS = list(`
  arrive on Monday, attend the funeral, be in the capital, begin at noon, brief the press, build a new stadium, celebrate the victory, check the figures, come home, compare notes, complete the course, continue on Tuesday, count the votes, decide later, draw a crowd, end in June, examine the papers, fall by a tenth, finish second, fly to the coast, follow the matter, gather outside, get married, give an interview, give a speech, go ahead as planned, grow by three percent, happen again, have dinner, hear the case in May, hold a briefing, hold an exercise, hold a service, inspect the ward, issue a report, know more tomorrow, launch a magazine, learn from it, leave for the airport, listen to the speech, live abroad, lose the seat, make a statement, make history, meet the press, move house, need time, open in spring, perform well, play on Sunday, prepare the budget, publish a memoir, read the letter, remain in hospital, rise in price, run for mayor, run out of time, see the doctor, see what happens, serve two terms, speak at the rally, spend the night there, stay in the hotel, study the text, tour the region, travel north, visit the plant, visit the wounded, vote in the autumn, wait for the results, watch the game, win the race, work all night, write a book`);

const PROPOSALS = list(`the plan, the offer, the proposal, a plan for a new dam, the draft, the treaty, a truce, the compromise, the idea of a joint court, an offer of talks, an invitation to the summit, calls for an inquiry, the request, the appeal, the terms, the deal, the bill, an increase in fees, the merger, the ultimatum, the demand, the contract, a cut in pay, the amendment, a request for more time, an extension of the mandate, the resolution, new limits on fishing, a cap on rents, a longer transition, the peace plan, demands for his resignation, the nomination, a visit by inspectors, a ceasefire, the tariff, the levy, a pay rise, the settlement, the nuclear deal, early elections, an exchange of prisoners, the timetable`); // prettier-ignore
const CHARGES = list(`the charge, the charges, the allegations, the accusation, the accusations, reports of a plot, claims of fraud, any involvement in the attack, any wrongdoing, any links to the group, the report, the rumours, responsibility for the blast, having ordered the raid, the claim, the story, taking bribes, the existence of a secret deal, suggestions that money was missing`); // prettier-ignore
const GOODS = list(`an end to the blockade, the release of the prisoners, an apology, a written guarantee, access to the camps, higher wages, a say in the budget, compensation, the withdrawal of all troops, a new vote, an immediate ceasefire, an independent inquiry, the lifting of the ban, his resignation, more time, a larger share, safe passage for convoys, an end to the violence, the return of the islands, payment in advance, tougher limits, the extradition of the general`); // prettier-ignore
const GIFTS = list(`aid worth ten million, a new round of talks, food and medicine, a loan, a pause of ninety days, an amnesty, a higher share, a pay rise of three percent, two more holidays, help with the harvest, troops for the mission, a joint commission, a bonus, its good offices, free passage, a discount, technical help, a bigger quota, the use of its ports, a swap of land`); // prettier-ignore
const DANGERS = list(`a new war, the collapse of the talks, grave consequences, a bloodbath, a shortage of food, a humanitarian disaster, further attacks, retaliation, the danger of famine, chaos, the risk of a default, unrest, an escalation, a split, a wave of strikes, dire results, civil war, a flood of refugees, reprisals, a loss of jobs`); // prettier-ignore
const THINGS = list(`the election, the match, her speech, the weather, the team, the economy, the meeting, the report, the family, the campaign, his record, the crowd, the history of the house, the news, a new book, their work, the candidate, the debate, the victims, the attack on the market, the court's ruling, the latest poll, the offer, the proposal, the threat, the talks, the agreement, the bombing, the budget, his rival's plan`); // prettier-ignore
const REJECT_CUES = list(`rejected, rejects, has rejected, reject, opposed, opposes, oppose, opposition to, refused, refuses, turned down, declined, vetoed, ruled out, rebuffed, spurned, dismissed, blocked, threw out, voted against, resisted, balked at, objected to, brushed aside, shot down, boycotted, disagreed with, repudiated, denied them, voted down, said no to, his rejection of, refusal of, backed out of, withdrew from, pulled out of, scoffed at, rules out, would not accept, did not accept, cannot accept, will not support, wouldn't support, does not support, refuses to accept, walked away from, failed to agree on, could not agree on, is against, was opposed to, strongly opposes, snubbed, nixed, scrapped, quashed`); // prettier-ignore
const AGREE_CUES = list(`accepted, accepts, agreed to, agreed on, agrees with, approved, approves, endorsed, endorses, backed, backs, supports, supported, ratified, signed, adopted, consented to, conceded, gave in to, bowed to, yielded to, welcomed, embraced, acquiesced in, gave the green light to, is in favour of, favours, acceded to, went along with, subscribed to, complied with, has agreed to, cleared, passed, voted for, threw its support behind, relented on, came round to, signed off on, its approval of, endorsement of, support for, concluded, reached agreement on`); // prettier-ignore
const DEMAND_CUES = list(`demanded, demands, called for, is calling for, insisted on, insists on, sought, seeks, is seeking, asked for, requested, pressed for, pushed for, urged, wants, wanted, requires, appealed for, ordered, its demand for, calls for, a call for, is demanding, petitioned for, pleaded for, lobbied for, has asked for, advocated, clamoured for, begged for, claimed, is pushing for, needs, expects`); // prettier-ignore
const OFFER_CUES = list(`offered, offers, has offered, proposed, proposes, promised, pledged, tabled, put forward, suggested, presented, held out, extended, floated, volunteered, announced, will provide, will give, put on the table, submitted, its offer of, a promise of, a proposal for, is offering, has promised, hinted at, unveiled a plan for, is considering`); // prettier-ignore
const WARN_CUES = list(`warned of, warns of, warned against, cautioned against, threatened, threatens, threatened them with, raised the alarm over, cautioned of, predicted, spoke of the danger of, hinted at, his warning of, a threat of, has warned of, fears, feared, foresaw, sounded the alarm about, vowed`); // prettier-ignore
const DENY_CUES = list(`denied, denies, has denied, rejected, dismissed, disputed, refuted, disowned, rebutted, contested, strongly denied, repudiated, his denial of, disavowed, brushed off, shrugged off, pleaded not guilty to, flatly denied`); // prettier-ignore
const STATE_CUES = list(`praised, criticised, discussed, described, mentioned, recalled, analysed, talked about, spoke about, commented on, was asked about, read about, reported on, explained, knew about, thought about, was proud of, apologised for, condemned, lamented, mourned, ridiculed, celebrated, attacked, blamed, believed in, attended, watched, announced, declined to comment on, refused to discuss, would not comment on, hailed, remembered, questioned, doubted, studied, reviewed, covered, noticed, complained about, argued about, called it, wondered about, learned of, tweeted about, thanked them for, criticized, referred to, saw, quoted, outlined, summarised`); // prettier-ignore
const NOT_GOOD = list(`unacceptable, not acceptable, out of the question, unaffordable, a non-starter, off the table, unworkable, unrealistic, too little, not enough, an insult, dead, a step too far, impossible, completely unreasonable, beyond its means, ridiculous, not good enough, not fair, far from enough, simply not possible, not something it could sign, a red line, inadequate, wholly unjustified, too expensive, nowhere near enough, not negotiable, a mistake it would not make`); // prettier-ignore
const UNTRUE = list(`untrue, false, baseless, not true, a lie, pure invention, unfounded, nonsense, fabricated, without foundation, simply wrong, fake, absurd, groundless, a fantasy, made up, propaganda, slander, inaccurate`); // prettier-ignore
const LOOKS = list(`frank, cordial, useful, long, tough, in its third hour, popular, interesting, a success, a disappointment, expected, complicated, unprecedented, a good start, historic, disgraceful, unfair, strong, well attended, strange, more than anyone expected, the best in years, a shame, clear, important, better than last year`); // prettier-ignore
/** What one is blamed for having done, as a denial names it. */
const NEVER_DONE = list(`took a bribe, met the man, signed such a letter, paid the judges, ordered the raid, promised any such thing, took part in it, saw the file, gave that order, sold the land, touched the money, told anyone to lie, knew of the plan, broke the truce, fired first, cut a deal with them, sent the message, made that threat, hid the figures, owned the firm`); // prettier-ignore
const NOTHING_OF = list(`no secret deal, no plot, no bribes, no such order, no cover-up, no agreement of that kind, no leak, no pressure on the judges, no link to the group, no truth in the report, no fraud, no private meeting, no misconduct, no payment to anyone, no plan to sell, nothing improper about it`); // prettier-ignore
/** What was done, as the news tells it: nobody's act in the talks. */
const DEEDS = list(`sent troops to the border, trained pilots, supplied arms to the rebels, is investigating two officers, arrested the editor, expelled two envoys, imposed a curfew, mobilised its reserves, shelled the suburb, killed nine gunmen, freed the hostages on Sunday, bombed a bridge, sealed the border, withdrew its last soldiers, pulled back from the town, staged rallies, rioted in the capital, burned flags, marched through the city, began a hunger strike, blocked the road, charged the former minister, searched the offices, sentenced the men, seized a cargo of arms, recalled its envoy, cut off aid, froze the accounts, announced new sanctions, praised the guards, criticised the ruling, condemned the raid, accused the army of murder, met the visitors, held talks with the premier, discussed trade with the king, visited the camp, delivered blankets, gave food to the refugees, sent doctors after the quake, launched an exercise, fired two missiles, took the airport, lost control of the town, attacked a convoy, kidnapped a priest, shot three farmers, sank a ferry, closed two newspapers, banned the march, backed the rebels with money, helped the movement for years, mourned the dead, celebrated the anniversary, asked for patience, deployed tanks`); // prettier-ignore
const NAMES = list(`Avaria, Belmora, Castria, Dorvik, Eldavia, Fenland, Gavonia, Harrow, Istria, Jorvia, Kestrel, Lomaria, Morven, Nordia, Ostmark, Pelagia, Quorra, Ravenna, Sildavia, Tarsis, Ulmar, Valdia, Westmark, Yarmouth, Zembla`); // prettier-ignore
const BODIES = list(`the government, the union, the company, the ministry, the board, the rebels, the council, the delegation, the army, the owners, the workers, the republic, the opposition, the island, the bank, the club, the parliament, the group, the movement, the guerrillas, the employers, the farmers, the president, the minister, the king, both sides, the two countries, the neighbours, the party, the federation, the police, its leader, the authorities, the senator, the prime minister, the regime, the commission, the coalition, her lawyer, the students`); // prettier-ignore
const PARTIES = list(`a spokesman, the minister, the foreign minister, the chairwoman, the envoy, the negotiator, the president, the general, the leader, Mr. Orlan, Ms. Deverell, Karsen, Ibarra, the ministry, the union, the delegation, the company, the rebels, the chief executive, the governor, the mayor, he, she, they, it, the group, the prime minister, the senator, the ambassador`); // prettier-ignore
const REPORTERS = list(`officials, a diplomat, diplomatic sources, a government newspaper, state radio, a United Nations official, an aide, a spokesman, the news agency, a statement, a source close to the talks, the ministry`); // prettier-ignore
const BYSTANDERS = list(`an analyst, a professor, an economist, a historian, a witness, a voter, a columnist, experts, a scholar, a researcher, a resident, a former judge, a pollster, the study, the paper, the newspaper, a commentator, a critic, observers`); // prettier-ignore
const SAID = list(`said, said, said, said, said, told reporters, announced, stated, added, says, declared, made clear, told the agency, has said, said on Tuesday, said in a statement, wrote, stressed, confirmed, according to, repeated, noted, insisted, told parliament`); // prettier-ignore
const REPORTED = list(
  `said, said, said, reported, announced, told reporters, says, said on Monday, according to`,
);

const OFFERING = list(`offered to, has offered to, promised to, pledged to, proposed to, volunteered to, undertook to, is ready to, is prepared to, is willing to, was ready to, vowed to, has promised to, is committed to, has pledged to, expressed its readiness to, stands ready to, committed itself to`); // prettier-ignore
const AGREEING = list(`agreed to, has agreed to, have agreed to, consented to, decided to, accepted to, has decided to, agreed in principle to, is to, undertook to, gave in and will, bowed to pressure to`); // prettier-ignore
const REFUSING = list(`refused to, refuses to, has refused to, declined to, was unwilling to, is unable to, has no intention to, opposed a plan to, rejected a call to, rejects any plan to, ruled out an attempt to, turned down an appeal to, dismissed a demand to, rebuffed a request to, balked at a proposal to, resisted pressure to, is unwilling to, failed to agree to, rejected an offer to`); // prettier-ignore
const THREATENING = list(`threatened to, has threatened to, threatens to, is threatening to, vowed to, swore to, warned it would, gave notice it would, is preparing to, has vowed to, hinted that it might`); // prettier-ignore
const WILLING = list(`will, would, 'll, is going to, are going to, was going to, will also, would even, can, could, intends to, plans to, may, might, is ready to, are ready to, is prepared to, is willing to, are willing to, is considering whether to, is open to a plan to, would be happy to`); // prettier-ignore
const UNWILLING = list(`will not, won't, would not, wouldn't, will never, would never, cannot, can't, could not, is not going to, are not going to, is not ready to, is not prepared to, are not willing to, is unable to, are unable to, is unwilling to, does not intend to, do not intend to, has no intention to, has no plans to, sees no reason to, is in no position to, refuses to, declined to, no longer wants to, has no wish to, cannot afford to, is under no obligation to, never agreed to`); // prettier-ignore
const OBLIGED = list(`must, should, has to, have to, needs to, need to, ought to, must now, should immediately, must first, had to, should be made to`); // prettier-ignore
const FORBIDDEN = list(`must not, should not, must never, ought not to, has no right to, had no right to, must stop trying to, should stop threatening to, must promise not to`); // prettier-ignore
const ASKING = list(`urged, called on, asked, told, ordered, appealed to, pressed, begged, demanded that, insisted that, wants, want, wanted, expects, implored, instructed, warned, pushed, requires, has asked, has urged, calls on, is calling on, is urging`); // prettier-ignore
const WANTING = list(`wants, want, expects, is asking, is demanding that, demands that, has told, calls on, urged, asked, would like, needs`); // prettier-ignore
const THREAT_WILL = list(`will, would, 'll, are going to, is going to, will have to, could, might, shall, is ready to, is prepared to, will not hesitate to, reserves the right to, may have to, would have no choice but to`); // prettier-ignore
const DENYING = list(`did not, didn't, never tried to, has never wanted to, had not planned to, have not tried to, was not about to, is not planning to, is not trying to, has no plans to, have no intention to, never sought to, never meant to, does not want to, did not order anyone to, had no part in a plan to`); // prettier-ignore
const CONDITIONS = list(`unless its terms are met, if the talks fail, if they sign, if the vote goes ahead, unless the other side gives way, by Friday, from Monday, if it is attacked`); // prettier-ignore

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

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
      const shown = quoted && cue.startsWith('said') ? `“${upper(content)}”` : content;
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
      () => add('demands', party, said, `“${random.chance(0.25) ? `Do not ${harm}` : upper(give)}${of(['', ' first', ' now', ' at once', ' before we talk', ' or there is no deal'])}”`), // prettier-ignore
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
