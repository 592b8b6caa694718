import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import type { Evidence } from '../../../src/domain/answer.ts';
import { surnameOf } from '../../../src/domain/name.ts';
import { readCollection } from '../../../src/ingest/collection.ts';
import { misspellingsOf } from './misspellings.ts';
import { shownFirst } from '../questions.ts';

const SEED = 20_220_110;
/** How many misspellings of each name are asked with, for each number of wrong letters. */
const MOST = 6;

/** Who speaks in the articles of a collection and is not in its `actors.yaml`. */
const UNLISTED = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../unlisted-people.json'), 'utf8')));

/** Somebody who can be asked for under each of the names. */
export interface Party {
  readonly names: readonly string[];
  readonly isTheirs: (evidence: Evidence) => boolean;
}

/** The sides by their names, bodies by theirs, people by full name and surname. */
export async function partiesOf(collection: string, dir: string): Promise<Party[]> {
  const { sides, actors } = (await readCollection(dir)).actors;
  const people = actors.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  return [
    ...sides.map(({ id, names }) => ({ names, isTheirs: (evidence: Evidence) => evidence.side === id })),
    ...actors
      .filter(({ kind }) => kind === 'body')
      .map(({ name }) => ({
        names: [name],
        isTheirs: (evidence: Evidence) => evidence.speaker === name,
      })),
    ...[...people, ...(UNLISTED[collection] ?? [])].map((name) => ({
      names: [name, surnameOf(name)],
      isTheirs: ({ speaker }: Evidence) => speaker !== null && surnameOf(speaker) === surnameOf(name),
    })),
  ];
}

/** The label of the topic on which the party says most; null where nothing is found of theirs. */
async function topicOf(app: App, { names: [name = ''], isTheirs }: Party): Promise<string | null> {
  const said = new Map<string, number>();
  for (const topic of app.topics) {
    const { statements, undated } = await app.timeline(topic.id);
    said.set(topic.label, [...statements, ...undated].filter(isTheirs).length);
  }
  const [best] = [...said].toSorted(([, a], [, b]) => b - a);
  return best && best[1] > 0 && name !== '' ? best[0] : null;
}

/**
 * Asks "What did NAME say about TOPIC?" with each known name as it is and with one and two letters wrong, and prints how
 * often the first evidence is that party's, how often there is none or the article's own words, and how often it is
 * somebody else's.
 */
export async function evaluateMisspelt(
  app: App,
  parties: readonly Party[],
  print: (line: string) => void,
): Promise<void> {
  const counts = [0, 1, 2].map(() => ({ asked: 0, found: 0, refused: 0, nobodys: 0, others: 0 }));
  for (const party of parties) {
    const topic = await topicOf(app, party);
    if (topic === null) {
      print(`  says nothing on a topic: ${party.names[0]}`);
      continue;
    }
    const others = parties.filter((one) => one !== party).flatMap(({ names }) => names);
    for (const [wrong, count] of counts.entries()) {
      for (const typed of party.names.flatMap((name) => typedAs(name, wrong, others))) {
        const answer = await app.ask(`What did ${typed} say about ${topic}?`, { limit: 5 });
        const [first] = answer.evidence;
        count.asked++;
        if (first === undefined) count.refused++;
        else if (party.isTheirs(first)) count.found++;
        else if (first.speaker === null && first.side === null) count.nobodys++;
        else {
          count.others++;
          print(`  somebody else's words: ${typed}, ${topic} [${shownFirst(answer)}]`);
        }
      }
    }
  }
  for (const [wrong, { asked, found, refused, nobodys, others }] of counts.entries()) {
    print(
      `${wrong} letters wrong: found ${found} of ${asked}, none shown ${refused}, ` +
        `the article's own words ${nobodys}, somebody else's words ${others}`,
    );
  }
}

/** Every other one in small letters, as people write. */
function typedAs(name: string, wrong: number, others: readonly string[]): string[] {
  if (wrong === 0) return [name];
  const typed = misspellingsOf(name, wrong, others, { seed: SEED + wrong, most: MOST });
  return typed.map((one, i) => (i % 2 === 0 ? one : one.toLowerCase()));
}
