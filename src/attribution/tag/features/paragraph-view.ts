import { type Context, type QuotationTraits } from './paragraph-context.ts';
import { type WordTraits } from '../word-traits.ts';

/** A paragraph as the templates below see it; tokens are counted from its beginning. */
export interface View {
  readonly count: number;
  readonly sentence: Int32Array;
  readonly context: Context;
  readonly quotations: readonly QuotationTraits[];
  readonly before: number;
  readonly after: number;
  /** The traits of a token, those of the edge outside the paragraph. */
  readonly at: (i: number) => WordTraits;
}
