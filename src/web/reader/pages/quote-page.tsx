import type { Evidence } from '../../../domain/answer.ts';
import { quotePath } from '../../../domain/quote/quote-link.ts';
import { LinkPreviewTags, type LinkPreview } from '../layout.tsx';
import { Quote } from '../parts/quote-block.tsx';
import type { Labels } from '../parts/statement-note.ts';

export interface QuotePageProps {
  readonly evidence: Evidence;
  readonly labels: Labels;
  readonly preview: LinkPreview;
}

/** A quote alone, to be linked to and embedded: its links leave the frame that it may stand in. */
export function QuotePage({ evidence, labels, preview }: QuotePageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <base target="_top" />
        <title>{preview.title} · Parley</title>
        <link rel="icon" href="/reader.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/reader.css" />
        <LinkPreviewTags {...preview} />
      </head>
      <body class="embedded">
        <main id="main">
          <h1 class="hidden">{preview.title}</h1>
          <Quote evidence={evidence} labels={labels} />
          <p class="source">
            <a href={quotePath(evidence)}>In its article, word for word</a> <a href="/">Parley</a>
          </p>
        </main>
      </body>
    </html>
  );
}
