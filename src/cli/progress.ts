import progress from 'cli-progress';
import type { IngestOptions } from '../ingest/ingest.ts';
import { clean } from './clean.ts';
import type { Terminal } from './command-context.ts';

/**
 * Shows how an ingestion gets on: what was fetched, then a bar on a terminal, a line an article otherwise. `done` takes the
 * bar away.
 */
export function createProgress({ err, interactive }: Terminal): {
  onRead: NonNullable<IngestOptions['onRead']>;
  onProgress: NonNullable<IngestOptions['onProgress']>;
  done(): void;
} {
  // Files are read in no time; hosts are asked one page after the other.
  const onRead = (from: string): void => {
    if (/^https?:/i.test(from)) err(`fetched ${clean(from)}\n`);
  };
  if (!interactive) {
    let articlesSaid = 0;
    return {
      onRead,
      onProgress: ({ article, articlesDone, articlesTotal }) => {
        if (articlesDone <= articlesSaid) return;
        articlesSaid = articlesDone;
        err(`${articlesDone} of ${articlesTotal} articles: ${clean(article)}\n`);
      },
      done: () => undefined,
    };
  }
  let started = Date.now();
  const bar = new progress.SingleBar(
    {
      format: '{bar} {value}/{total} sentences · {rate}/s · {left} left · {article}',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      formatBar: progress.Format.BarFormat,
    },
    progress.Presets.shades_classic,
  );
  let running = false;
  return {
    onRead,
    onProgress: ({ article: id, sentencesDone, sentencesTotal }) => {
      const article = clean(id);
      if (!running) {
        started = Date.now();
        bar.start(sentencesTotal, 0, { rate: '–', left: '–', article });
        running = true;
      }
      const seconds = (Date.now() - started) / 1000;
      const rate = seconds > 0 ? sentencesDone / seconds : 0;
      const left = rate > 0 ? Math.ceil((sentencesTotal - sentencesDone) / rate) : 0;
      bar.update(sentencesDone, { rate: rate.toFixed(0), left: duration(left), article });
    },
    done: () => bar.stop(),
  };
}

function duration(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
