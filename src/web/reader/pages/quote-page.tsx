import type { Evidence } from '../../../domain/answer.ts';
import { quotePath } from '../../../domain/quote/quote-link.ts';
import { Head, type LinkPreview } from '../layout.tsx';
import { Quote } from '../parts/quote-block.tsx';
import type { Labels } from '../../../show/show-speaker.ts';

export interface QuotePageProps {
  readonly evidence: Evidence;
  readonly labels: Labels;
  readonly preview: LinkPreview;
}

/** A quote alone, to be linked to and embedded: its links leave the frame that it may stand in. */
export function QuotePage({ evidence, labels, preview }: QuotePageProps) {
  return (
    <html lang="en">
      <Head title={preview.title} preview={preview}>
        <base target="_top" />
      </Head>
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
