import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAsk, prepareAnswer } from '../../../src/answer/ask.ts';
import { createDirectory } from '../../../src/parties/directory.ts';
import { FEATURES } from '../../../src/answer/score/score-features.ts';
import { SIGNS } from '../../../src/answer/score/support-signs.ts';
import {
  RANKING,
  SUPPORT,
  SUPPORT_BY_WORDS,
  type SupportWeights,
} from '../../../src/answer/score/weights.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import {
  chanceOf,
  crossValidate,
  learnChance,
  learnRanking,
  scoresOf,
  type Case,
  type Choice,
} from './learn.ts';
import { openCollection } from '../open-collection.ts';
import { writeSquad, type SquadQuestion } from './squad-files.ts';

const NOBODY = { actors: { sides: [], actors: [] }, topics: [] };
const FOLDS = 6;
const REFUSED_WRONGLY = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const mean = (all: readonly boolean[]): number => all.filter(Boolean).length / Math.max(1, all.length);

/** At which place the best right candidate comes; Infinity where none is right. */
function placeOf({ right }: Choice, scores: readonly number[]): number {
  const best = Math.max(...scores.map((score, i) => (right[i] ? score : -Infinity)));
  return Number.isFinite(best) ? scores.filter((score) => score > best).length : Infinity;
}

function figures(places: readonly number[]): string {
  return `first ${percent(mean(places.map((place) => place === 0)))}, within five ${percent(mean(places.map((place) => place < 5)))}`;
}

/** For each share of answerable questions refused wrongly: the chance below which that is, and what it refuses rightly. */
function printCurve(
  answerable: readonly number[],
  unanswerable: readonly number[],
  print: (line: string) => void,
): void {
  const sorted = answerable.toSorted((a, b) => a - b);
  for (const share of REFUSED_WRONGLY) {
    const threshold = sorted[Math.floor(share * sorted.length)] ?? 0;
    const refused = mean(unanswerable.map((one) => one < threshold));
    print(
      `  refused wrongly ${percent(share)}: refused rightly ${percent(refused)}, threshold ${threshold.toFixed(3)}`,
    );
  }
}

function rightEvidence({ evidence }: Answer, { article, answerStarts }: SquadQuestion): boolean[] {
  return evidence.map(
    (one) => one.article === article && answerStarts.some((start) => one.start <= start && start < one.end),
  );
}

/** By the weights in use. */
function chance(one: Case, { weights, bias }: SupportWeights): number {
  return chanceOf(one, [...SIGNS.map((sign) => weights[sign]), bias]);
}

/**
 * All articles of a file in SQuAD's form as one collection, each question asked of all: how often the sentence with the
 * answer comes first and within five. Then each question of the collection without its article, which has no answer.
 *
 * @param options `byWords` withholds the questions' vectors; `choose` learns the weights on the file, tells how they do on articles that they were not learned on, and prints them
 */
export async function evaluateSquad(
  file: string,
  folder: string,
  { choose, byWords }: { readonly choose: boolean; readonly byWords: boolean },
  print: (line: string) => void,
): Promise<void> {
  const texts = join(folder, 'squad');
  mkdirSync(texts);
  const { articles, questions } = writeSquad(file, texts);
  const collection = await openCollection(
    join(folder, 'squad-data'),
    [...articles.values()],
    () => [],
    'squad',
    byWords,
  );
  const support = byWords ? SUPPORT_BY_WORDS : SUPPORT;
  const directory = createDirectory({ ...collection, ...NOBODY });
  const prepare = prepareAnswer({ ...collection, ...NOBODY, directory });
  const ask = createAsk({ ...collection, ...NOBODY, directory });

  const choices: Choice[] = [];
  const answerable: Case[] = [];
  const unanswerable: Case[] = [];
  const shown: boolean[][] = [];
  for (const question of questions) {
    const { ranked, signs } = await prepare(question.question);
    const isRight = ({ candidate: { article, sentence } }: (typeof ranked)[number]): boolean =>
      article.id === question.article &&
      question.answerStarts.some((start) => sentence.start <= start && start < sentence.end);
    choices.push({
      group: question.article,
      features: ranked.map(({ features }) => FEATURES.map((name) => features[name])),
      right: ranked.map(isRight),
    });
    answerable.push({ group: question.article, signs: SIGNS.map((sign) => signs[sign]), so: true });
    shown.push(rightEvidence(await ask(question.question), question));
  }
  for (const [id, path] of articles) {
    await collection.remove(id);
    for (const { question } of questions.filter(({ article }) => article === id)) {
      const { signs } = await prepare(question);
      unanswerable.push({ group: id, signs: SIGNS.map((sign) => signs[sign]), so: false });
    }
    await collection.add([path]);
  }
  await collection.close();

  const weights = FEATURES.map((name) => RANKING[name]);
  print(`${questions.length} questions on ${articles.size} articles`);
  print(`ranking: ${figures(choices.map((choice) => placeOf(choice, scoresOf(choice, weights))))}`);
  print(
    `evidence: first ${percent(mean(shown.map((right) => right[0] ?? false)))}, ` +
      `within five ${percent(mean(shown.map((right) => right.includes(true))))}`,
  );
  const refusedAt = (cases: readonly Case[]): string =>
    percent(mean(cases.map((one) => chance(one, support) < support.threshold)));
  print(`no answer: refused rightly ${refusedAt(unanswerable)}, refused wrongly ${refusedAt(answerable)}`);
  const chances = (cases: readonly Case[]): number[] => cases.map((one) => chance(one, support));
  printCurve(chances(answerable), chances(unanswerable), print);

  if (!choose) return;
  const places = crossValidate(choices, FOLDS, learnRanking, (choice, learned) =>
    placeOf(choice, scoresOf(choice, learned)),
  );
  print(`\nlearned, on articles not learned on: ${figures(places)}`);
  const ranking = learnRanking(choices);
  FEATURES.forEach((name, i) => print(`  ${name}: ${(ranking[i] ?? 0).toFixed(2)},`));
  const cases = [...answerable, ...unanswerable];
  const learned = crossValidate(cases, FOLDS, learnChance, chanceOf);
  print('chances learned, on articles not learned on:');
  printCurve(learned.slice(0, answerable.length), learned.slice(answerable.length), print);
  print(
    `  ${[...SIGNS, 'bias'].map((name, i) => `${name}: ${(learnChance(cases)[i] ?? 0).toFixed(2)}`).join(', ')}`,
  );
}
