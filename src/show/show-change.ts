import type { PositionChange } from '../domain/position-change.ts';
import { showAct } from './show-act.ts';

/**
 * What changed, in a line: "7 per cent → 7.2 per cent", "rejects → agrees". Outside text, not escaped yet.
 */
export function showChange({
  kind,
  from,
  to,
  words,
}: Pick<PositionChange, 'kind' | 'from' | 'to' | 'words'>): string {
  if (kind === 'first') return 'first statement in these articles';
  if (kind === 'silence-broken')
    return `first statement since ${from?.when?.date ?? from?.published ?? 'long'}`;
  if (kind === 'act') return `${showAct(from?.act ?? null) ?? 'states'} → ${showAct(to.act) ?? 'states'}`;
  if (kind === 'number') return `${words.from ?? ''} → ${words.to ?? ''}`;
  return kind === 'condition-added'
    ? `condition added: ${words.to ?? ''}`
    : `condition dropped: ${words.from ?? ''}`;
}
