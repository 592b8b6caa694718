import type { Word } from '../../../text/words/scan-words.ts';
import { isStopWord } from '../../../text/words/words.ts';
import { DETERMINER, OF, ownersAfter, readRole, saysRole } from './read-introduced-role.ts';

const AFTER_WORDS = 14;
const LEADS = /^(?:leads|heads|chairs|runs|commands|oversees|directs)$/;

/** "Ann Roe of the Liberals" */
export function ownerBehind(words: readonly Word[], last: number): ReturnType<typeof readRole> {
  const next = words[last + 1];
  if (!next?.joined || next.key !== 'of') return null;
  const { owners } = ownersAfter(words.slice(last + 1, last + 1 + AFTER_WORDS));
  const isNamed = owners[0]?.some(({ capital }) => capital);
  return isNamed ? { role: '', owners, indefinite: false, its: false } : null;
}

/** ", president of the union", ", who leads the talks for the agency". */
export function readAfter(text: string, words: readonly Word[], last: number): ReturnType<typeof readRole> {
  const next = words[last + 1];
  if (!next || !/^\.?\s?[,(]\s?$/.test(text.slice(words[last]?.end, next.start))) return null;
  let end = last + 2;
  while (end - last <= AFTER_WORDS && words[end]?.joined) end++;
  const phrase = words.slice(last + 1, end);
  if (next.key === 'who' || next.key === 'whose') {
    const link = phrase.findLastIndex(({ key }) => key === 'for');
    if (link < 0 && LEADS.test(phrase[1]?.key ?? '')) {
      const { owners } = ownersAfter([{ ...next, key: 'of' }, ...phrase.slice(2)]);
      return owners.length > 0 ? { role: '', owners, indefinite: false, its: false } : null;
    }
    const leads = phrase
      .slice(0, link)
      .some(({ key }) => /^(?:lead|head|speak|negotiat|represent|talk)/.test(key));
    if (link < 0 || !leads) return null;
    const { owners } = ownersAfter(phrase.slice(link));
    return owners.length > 0 ? { role: '', owners, indefinite: false, its: false } : null;
  }
  if (isStopWord(next.key) && !DETERMINER.has(next.key)) return null;
  // Up to what cannot stand in a role.
  const stop = phrase.findIndex(
    ({ key }, i) =>
      i > 0 && isStopWord(key) && !DETERMINER.has(key) && !OF.has(key) && key !== 'and' && key !== 'to',
  );
  const cut = stop < 0 ? phrase : phrase.slice(0, stop);
  if (!cut.some((word, i) => saysRole(word) || (word.possessive && i < cut.length - 1) || OF.has(word.key)))
    return null;
  return readRole(cut);
}
