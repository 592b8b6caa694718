import type { SourceRow, SpeakerRow } from '../../domain/answer.ts';
import type { Store } from '../../store/ports.ts';
import type { Directory } from '../../parties/directory.ts';

/** Everybody with a statement, most statements first, then by name. */
export function createListSpeakers({
  directory,
}: {
  readonly directory: () => Promise<Directory>;
}): () => Promise<readonly SpeakerRow[]> {
  return async () => {
    const { actors, said } = await directory();
    const rows = actors.actors.flatMap(({ name, side, role }): SpeakerRow[] => {
      const count = said.get(name);
      return count ? [{ name, side, role, ...count }] : [];
    });
    return rows.toSorted((a, b) => b.statements - a.statements || a.name.localeCompare(b.name, 'en'));
  };
}

/** Every article, newest first, undated last. */
export function createListSources({ store }: { readonly store: Store }): () => Promise<readonly SourceRow[]> {
  return () => store.sources();
}
