import * as fc from 'fast-check';
import type { Evidence } from '../../../src/domain/answer.ts';
import { ACTS, STATEMENT_TYPES } from '../../../src/domain/statement.ts';
import { evidence } from '../fake-app.ts';
import { outsideText } from '../outside-text.ts';

/** Evidence of one article with whatever texts there may be. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    text: outsideText.filter((text) => text !== ''),
    title: outsideText,
    outlet: fc.option(outsideText),
    published: fc.option(fc.constantFrom('2022-01-11', '1999-12-31')),
    url: fc.option(fc.oneof(fc.webUrl(), outsideText)),
    speaker: fc.option(outsideText),
    side: fc.option(fc.oneof(fc.constantFrom('US', 'Russia'), outsideText)),
    type: fc.constantFrom(...STATEMENT_TYPES),
    act: fc.option(fc.constantFrom(...ACTS)),
  })
  .map(evidence);
