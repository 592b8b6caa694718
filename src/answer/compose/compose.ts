import type { Answer, Claim, Composed } from '../../domain/answer.ts';
import {
  ModelFailure,
  type LanguageModel,
  type ModelFailureKind,
} from '../../domain/model/language-model.ts';
import type { Asked } from '../../domain/question.ts';
import { checkClaim } from './checks/check-claim.ts';
import type { Directory } from '../../parties/directory.ts';
import { composePrompt, MOST_CLAIMS, readProposal, type Proposal } from './compose-prompt.ts';
import type { PromptTemplate } from '../model/prompt-template.ts';

/** What is shown beside the quotes when the model gives nothing. */
const NOTES: Record<ModelFailureKind, string> = {
  timeout: 'The language model did not answer in time; the quotes stand alone.',
  unreachable: 'The language model cannot be reached; the quotes stand alone.',
  unauthorised: 'The language model did not accept its key; the quotes stand alone.',
  rejected: 'The language model did not accept the request; the quotes stand alone.',
  busy: 'The language model has too much to do; the quotes stand alone.',
  server: 'The language model failed; the quotes stand alone.',
  resting: 'The language model failed several times and is left alone for a minute; the quotes stand alone.',
  refusal: 'The language model declined to answer; the quotes stand alone.',
  empty: 'The language model gave no answer; the quotes stand alone.',
  endless: 'The language model gave no usable answer; the quotes stand alone.',
  unreadable: 'The language model gave no usable answer; the quotes stand alone.',
};
const NOT_DIRECT = 'The language model found no direct answer in these quotes.';

export interface ComposeDependencies {
  readonly model: LanguageModel;
  readonly template: PromptTemplate;
  readonly directory: () => Promise<Directory>;
  /** A better answer to a question that code could not read, or the same. */
  readonly understand: (answer: Answer, asked: Asked, signal?: AbortSignal) => Promise<Answer>;
  readonly log: { info(message: string): void; warn(message: string): void };
}

export type Compose = (answer: Answer, asked?: Asked, signal?: AbortSignal) => Promise<Composed>;

/**
 * Puts a model's sentences above an answer's evidence: those that the evidence bears, with `[n]` marks. The function
 * rejects only with the signal's reason; a model that fails is a note.
 */
export function createCompose({ model, template, directory, understand, log }: ComposeDependencies): Compose {
  return async (found, asked = {}, signal) => {
    const answer = await understand(found, asked, signal);
    if (answer.evidence.length === 0) return { answer, note: null, dropped: [] };
    const startedMs = performance.now();
    let proposal: Proposal;
    try {
      const prompt = composePrompt(template, answer.question, answer.evidence);
      proposal = await model.complete(prompt, readProposal, signal);
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      log.warn(`${model.name} gave no answer: ${error.message}`);
      return { answer, note: NOTES[error.kind], dropped: [] };
    }
    const { names, actors } = await directory();
    const checked = proposal.claims.map((claim) =>
      checkClaim(claim, answer.evidence, { names, actors: actors.actors }),
    );
    const kept = checked.flatMap((one) => (one.kind === 'kept' ? [one.claim] : []));
    const dropped = checked.flatMap((one) => (one.kind === 'dropped' ? [one.check] : []));
    const tookMs = Math.round(performance.now() - startedMs);
    const reasons = dropped.length > 0 ? `, dropped for ${dropped.join(', ')}` : '';
    log.info(`${model.name}: ${kept.length} of ${checked.length} claims kept${reasons}; ${tookMs} ms`);
    const text = proposal.answerable ? withMarks(kept.slice(0, MOST_CLAIMS)) : null;
    return {
      answer: { ...answer, answer: text },
      note: proposal.answerable ? null : NOT_DIRECT,
      dropped,
    };
  };
}

/** The claims as one text, each once, its marks behind it. */
function withMarks(claims: readonly Claim[]): string | null {
  const sentences = claims.map(({ text, evidence }) => `${text} ${evidence.map((n) => `[${n}]`).join('')}`);
  return sentences.length === 0 ? null : [...new Set(sentences)].join(' ');
}
