import { z } from 'zod';
import type { Claim, Evidence } from '../../domain/answer.ts';
import type { Prompt } from '../../domain/model/language-model.ts';
import { readModelJson } from '../model/model-json.ts';
import { fillPrompt, type PromptTemplate } from '../model/prompt-template.ts';

/** Two or three sentences are an answer; more are an essay. */
export const MOST_CLAIMS = 4;
const MOST_CHARACTERS = 500;
/** The best; what comes after them is seldom needed, and a small model loses its way in many. */
const MOST_EVIDENCE = 8;

/** The prompt for an answer. Everything from outside is JSON, a line each: it can neither end its line nor the fence. */
export function composePrompt(
  template: PromptTemplate,
  question: string,
  evidence: readonly Evidence[],
): Prompt {
  const lines = evidence
    .slice(0, MOST_EVIDENCE)
    .map(({ n, speaker, side, type, act, published, text }) =>
      JSON.stringify({ n, speaker, side, kind: type, act, published, text: text.replace(/\s+/g, ' ') }),
    );
  return fillPrompt(template, {
    most: String(MOST_CLAIMS),
    fence: '```',
    evidence: lines.join('\n'),
    question: JSON.stringify(question),
  });
}

// Small models write numbers as strings and marks.
const EvidenceNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\[?\d{1,3}\]?$/)
    .transform((mark) => Number(mark.replace(/\D/g, ''))),
]);
const ModelAnswer = z.object({
  answerable: z.boolean(),
  claims: z.array(z.object({ text: z.string(), evidence: z.array(EvidenceNumber) })),
});

/** What a model proposes. */
export interface Proposal {
  readonly answerable: boolean;
  readonly claims: readonly Claim[];
}

/** Reads a model's answer; claims beyond the first few and those that are too long are left out. Throws for anything else. */
export function readProposal(text: string): Proposal {
  const { answerable, claims } = ModelAnswer.parse(readModelJson(text));
  return {
    answerable,
    claims: claims
      .filter((claim) => claim.text.trim() !== '' && claim.text.length <= MOST_CHARACTERS)
      .slice(0, 2 * MOST_CLAIMS),
  };
}
