import type { Evidence } from '../../../domain/answer.ts';
import { Quote } from './quote-block.tsx';
import type { Labels } from '../../../show/show-speaker.ts';

export interface QuotesProps {
  readonly statements: readonly Evidence[];
  readonly labels: Labels;
}

/** A list of statements, each with who says it and where. */
export function Quotes({ statements, labels }: QuotesProps) {
  return (
    <ol class="quotes">
      {statements.map((evidence) => (
        <li>
          <Quote evidence={evidence} labels={labels} />
        </li>
      ))}
    </ol>
  );
}
