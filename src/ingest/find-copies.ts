import type { Store } from '../store/ports.ts';
import { areCopies, mayBeCopies, signatureOf } from '../text/shingles.ts';

/** An article whose words are looked for in others. */
interface Compared {
  readonly id: string;
  readonly text: string;
  readonly copyOf: string | null;
}

/** Knows the articles in the store, and those that were asked about after them. */
export interface Copies {
  /** The id of the article, there before, of which this is mostly the words; null for none. */
  originalOf(article: Omit<Compared, 'copyOf'>): Promise<string | null>;
}

/** Finds articles of mostly the same words: an agency's report in several outlets. */
export async function createCopies(store: Pick<Store, 'article' | 'signatures'>): Promise<Copies> {
  const signatures = new Map(await store.signatures());
  const asked = new Map<string, Compared>();
  // A text that is damaged is compared with nothing.
  const compared = async (id: string): Promise<Compared | null> =>
    asked.get(id) ?? (await store.article(id).catch(() => null));
  return {
    async originalOf({ id, text }) {
      const signature = signatureOf(text);
      let original: string | null = null;
      for (const [other, its] of signatures) {
        if (other === id || !mayBeCopies(signature, its)) continue;
        const article = await compared(other);
        // Of what is a copy of this one, this is no copy.
        if (!article || article.copyOf === id || !areCopies(text, article.text)) continue;
        original = article.copyOf ?? other;
        break;
      }
      signatures.set(id, signature);
      asked.set(id, { id, text, copyOf: original });
      return original;
    },
  };
}
