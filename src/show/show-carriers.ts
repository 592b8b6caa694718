import type { Evidence } from '../domain/answer.ts';
import { plural } from './show-count.ts';

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** "one outlet only", "3 outlets", "one outlet only, printed again by 2"; null where nobody looked for others. */
export function showCarriers({ carriers }: Pick<Evidence, 'carriers'>): string | null {
  if (carriers === undefined) return null;
  const { outlets, copies } = carriers;
  const by = outlets === 1 ? 'one outlet only' : plural(outlets, 'outlet');
  return copies === 0 ? by : `${by}, printed again by ${copies}`;
}

/** "in German", "copy of an agency’s report": what is to be known of where words stand; empty for most. */
export function showSourceNotes({ language, copyOf }: Pick<Evidence, 'language' | 'copyOf'>): string[] {
  return [
    ...(language ? [`in ${languageName(language)}`] : []),
    ...(copyOf ? ['copy of another report'] : []),
  ];
}

/** The English name of a language tag; outside text, so that what is none stays as it is. */
function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
