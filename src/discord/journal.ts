import type { Logger } from 'pino';
import { Counter, Histogram, Registry } from 'prom-client';
import type { Outcome } from './failure.ts';
import { OPERATOR_WORDS } from './words/operator-words.ts';

/** What was done, for the log and the figures. Names and places, never the words of a question. */
export interface About {
  readonly command: string;
  readonly server: string | null;
}

/** `rate-limited` and `stopping` were turned away; for `gone` nobody was waiting any more. */
export type Ending = Outcome | 'rate-limited' | 'stopping' | 'gone';

interface Entry {
  readonly about: About;
  readonly ending: Ending;
  /** How many statements answered; absent where nothing was asked. */
  readonly found?: number | undefined;
  readonly question?: string | undefined;
}

export interface Journal {
  /** Starts the clock of one interaction; what it gives writes its one line. */
  begin(): (entry: Entry) => void;
  /** Counts a model's claims that were left out, by the check that each failed. */
  claimsDropped(checks: readonly string[]): void;
  readonly registry: Registry;
}

export interface JournalDependencies {
  readonly log: Logger;
  /** Whether the words of questions are logged. */
  readonly logQuestions: boolean;
}

const BUCKETS_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** One log line an interaction, and the same as Prometheus metrics. */
export function createJournal({ log, logQuestions }: JournalDependencies): Journal {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string) =>
    new Counter({ name: `parley_${name}_total`, help, labelNames: ['command'], registers });
  const answers = counter('answers', OPERATOR_WORDS.answersCounted);
  const noAnswers = counter('no_answers', OPERATOR_WORDS.noAnswersCounted);
  const errors = counter('errors', OPERATOR_WORDS.errorsCounted);
  const rateLimited = counter('rate_limited', OPERATOR_WORDS.rateLimitedCounted);
  const dropped = new Counter({
    name: 'parley_claims_dropped_total',
    help: OPERATOR_WORDS.claimsDroppedCounted,
    labelNames: ['check'],
    registers,
  });
  const latency = new Histogram({
    name: 'parley_latency_seconds',
    help: OPERATOR_WORDS.latencyMeasured,
    labelNames: ['command'],
    buckets: BUCKETS_SECONDS,
    registers,
  });

  return {
    registry,
    claimsDropped(checks) {
      for (const check of checks) dropped.inc({ check });
    },
    begin() {
      const startedMs = performance.now();
      return ({ about, ending, found, question }) => {
        const latencyMs = Math.round(performance.now() - startedMs);
        const { command } = about;
        if (ending === 'rate-limited') rateLimited.inc({ command });
        else if (ending === 'failed') errors.inc({ command });
        else if (ending === 'done') {
          latency.observe({ command }, latencyMs / 1000);
          if (found !== undefined) (found > 0 ? answers : noAnswers).inc({ command });
        }
        const asked = logQuestions && question !== undefined ? { question } : {};
        log.info({ ...about, outcome: ending, latencyMs, evidence: found, ...asked }, 'interaction');
      };
    },
  };
}
