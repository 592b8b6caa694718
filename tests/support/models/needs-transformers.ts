import { createRequire } from 'node:module';

/** Whether tests are skipped since @huggingface/transformers is not installed, and their title, which says so. */
export function needsTransformers(title: string): { readonly skip: boolean; readonly title: string } {
  try {
    createRequire(import.meta.url).resolve('@huggingface/transformers');
    return { skip: false, title };
  } catch {
    return { skip: true, title: `${title} (skipped: @huggingface/transformers is not installed)` };
  }
}
