import { FIELDS } from '../support/answers/answer-fields.ts';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createCompose, type Compose, type ComposeDependencies } from '../../src/answer/compose/compose.ts';
import { createDirectory } from '../../src/parties/directory.ts';
import { readPrompt } from '../../src/answer/model/prompt-template.ts';
import type { Answer, Composed, Evidence } from '../../src/domain/answer.ts';
import { ShownItem } from '../../src/discord/messages/shown-message.ts';
import type { Store } from '../../src/store/ports.ts';
import { SEEDS } from '../support/collection.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { DIMENSIONS, recordOf } from '../support/records.ts';
import { createScriptedModel } from '../support/models/scripted-model.ts';

/** The ways in which the scripted model lies. */
const LIES = [
  'wrong side',
  'wrong number',
  'invented quote',
  'negation dropped',
  'another speaker',
  'no citation',
  'out of range',
  'merged speakers',
  'date shifted',
  'outside words',
] as const;

const Row = z.object({
  question: z.string(),
  /** As an answer gave it: how claims are checked must not depend on what is found today. */
  evidence: z.array(ShownItem),
  claims: z.array(
    z.object({
      /** Null: it is true. */
      lie: z.enum(LIES).nullable(),
      text: z.string(),
      /** Words of the evidence that it points at, or a number behind `#`. */
      cites: z.array(z.string()),
    }),
  ),
});
type Row = z.infer<typeof Row>;
type ScriptedClaim = Row['claims'][number];

export interface ClaimVerdict {
  readonly question: string;
  readonly claim: ScriptedClaim;
  readonly shown: boolean;
  /** The check that it failed; null where it is shown. */
  readonly failed: string | null;
  /** Numbers that are shown, and those that were right. */
  readonly marks: readonly number[];
  readonly rightMarks: readonly number[];
}

const fold = (text: string): string => text.replace(/\s+/g, ' ');

function numbersOf({ cites }: ScriptedClaim, evidence: Answer['evidence']): number[] {
  return cites.map((cite) => {
    if (cite.startsWith('#')) return Number(cite.slice(1));
    const item = evidence.find(({ text }) => fold(text).includes(cite));
    if (!item) throw new Error(`no evidence has ${JSON.stringify(cite)}`);
    return item.n;
  });
}

function verdictOf(question: string, claim: ScriptedClaim, answer: Answer, composed: Composed): ClaimVerdict {
  const text = composed.answer.answer;
  const marks = Array.from((text ?? '').matchAll(/\[(\d+)\]/g), ([, n]) => Number(n));
  const right = claim.lie === null ? numbersOf(claim, answer.evidence) : [];
  return {
    question,
    claim,
    shown: text !== null,
    failed: composed.dropped[0] ?? null,
    marks,
    rightMarks: marks.filter((n) => right.includes(n)),
  };
}

/** The checks were tuned on `claims.jsonl`; the others were kept apart. */
export const CLAIM_FILES = ['claims.jsonl', 'kept-claims.jsonl', 'kept-claims-2.jsonl'] as const;

/** The questions of a file, their evidence, and what is claimed about it. */
export function readClaimRows(file: (typeof CLAIM_FILES)[number]): Row[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => Row.parse(JSON.parse(line)));
}

/** A store in which they say what the evidence has: who speaks there is known by name. */
async function storeOf(evidence: Row['evidence']): Promise<Store> {
  const store = createMemoryStore();
  await store.setEmbeddingStamp({ provider: 'test', model: 'letters', dimensions: DIMENSIONS });
  for (const [i, { text, speaker, side, type }] of evidence.entries())
    await store.saveArticle(
      recordOf({ id: String(i), text, statements: [{ content: [text], speaker, side, type }] }),
    );
  return store;
}

/** An answer that has that evidence and nothing else. */
export const answerOf = (question: string, evidence: readonly Evidence[]): Answer => ({
  question,
  answered: true,
  answer: null,
  evidence,
  ...FIELDS,
  closest: [],
  nearMisses: [],
  searched: { articles: 0, passages: 0 },
});

/** Composes by a model that always claims the same. */
export function composeOf(
  template: ComposeDependencies['template'],
  directory: ComposeDependencies['directory'],
  claims: readonly { readonly text: string; readonly evidence: readonly number[] }[],
): Compose {
  return createCompose({
    model: createScriptedModel(() => ({ answerable: true, claims })),
    template,
    directory,
    understand: async (same) => same,
    log: { info: () => undefined, warn: () => undefined },
  });
}

/** Has a scripted model say every claim of a file about its question's evidence, one at a time. */
export async function judgeClaims(file: (typeof CLAIM_FILES)[number]): Promise<ClaimVerdict[]> {
  const template = await readPrompt('answer');
  const rows = readClaimRows(file);
  const directory = createDirectory({
    store: await storeOf(rows.flatMap(({ evidence }) => evidence)),
    actors: SEEDS.actors,
  });
  const verdicts: ClaimVerdict[] = [];
  for (const { question, evidence, claims } of rows) {
    const answer = answerOf(question, evidence);
    for (const claim of claims) {
      const proposed = { text: claim.text, evidence: numbersOf(claim, evidence) };
      const compose = composeOf(template, directory, [proposed]);
      verdicts.push(verdictOf(question, claim, answer, await compose(answer)));
    }
  }
  return verdicts;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;

/** Of the claims of a file: lies that are dropped, truths that are kept, and the share of marks shown that are right. */
interface ClaimFigures {
  readonly dropped: number;
  readonly kept: number;
  readonly precision: number;
}

/**
 * Prints what became of each kind of lie, and citation recall (sentences whose citations bear them) and precision
 * (citations that bear their sentence) after Gao et al. 2023, "Enabling Large Language Models to Generate Text with
 * Citations"; what bears what is known here, where they ask a model.
 */
export function printClaims(verdicts: readonly ClaimVerdict[], print: (line: string) => void): ClaimFigures {
  for (const lie of LIES) {
    const told = verdicts.filter(({ claim }) => claim.lie === lie);
    print(`  ${lie}: ${told.filter(({ shown }) => !shown).length} of ${told.length} dropped`);
  }
  const truths = verdicts.filter(({ claim }) => claim.lie === null);
  print(`  true: ${truths.filter(({ shown }) => shown).length} of ${truths.length} kept`);
  for (const { claim, shown, failed, question } of verdicts) {
    if (shown === (claim.lie === null)) continue;
    print(`  ${shown ? `shown (${claim.lie})` : `lost (${failed})`}: ${claim.text} [${question}]`);
  }
  const all = (list: readonly ClaimVerdict[], count: (one: ClaimVerdict) => number): number =>
    list.reduce((sum, one) => sum + count(one), 0);
  const written = verdicts.filter(({ claim }) => claim.cites.length > 0);
  const writtenMarks = all(written, ({ claim }) => claim.cites.length);
  const trueMarks = all(truths, ({ claim }) => claim.cites.length);
  print(
    `  as the model wrote it: citation recall ${percent(truths.length, verdicts.length)}, ` +
      `precision ${percent(trueMarks, writtenMarks)}`,
  );
  const seen = verdicts.filter(({ shown }) => shown);
  const shownMarks = all(seen, ({ marks }) => marks.length);
  const rightMarks = all(seen, (one) => one.rightMarks.length);
  print(
    `  as it is shown: citation recall ${percent(seen.filter((one) => one.rightMarks.length > 0).length, seen.length)}, ` +
      `precision ${percent(rightMarks, shownMarks)}`,
  );
  return {
    dropped: verdicts.filter(({ shown, claim }) => !shown && claim.lie !== null).length,
    kept: truths.filter(({ shown }) => shown).length,
    precision: rightMarks / shownMarks,
  };
}
