import type { FoundArticle, FoundSpeaker } from '../../domain/change/source-report.ts';
import type { ArticleMeta, Provenance } from '../../domain/article.ts';
import type { Attribution } from '../../domain/change/correction.ts';

/** Who is quoted in statements, most first. */
function speakersOf(statements: readonly Attribution[]): FoundSpeaker[] {
  const found = new Map<string, FoundSpeaker>();
  for (const { speaker, side } of statements) {
    if (speaker === null) continue;
    const before = found.get(speaker);
    found.set(speaker, {
      name: speaker,
      side: before?.side ?? side,
      statements: (before?.statements ?? 0) + 1,
    });
  }
  return [...found.values()].toSorted((a, b) => b.statements - a.statements);
}

/** An article as it is told, by what is said in it. */
export function foundArticle(
  { id, title, outlet, published, partial, copyOf }: ArticleMeta & Pick<Provenance, 'partial' | 'copyOf'>,
  statements: readonly Attribution[],
): FoundArticle {
  const said = statements.filter(({ speaker, side }) => speaker !== null || side !== null);
  return {
    id,
    title,
    outlet,
    published,
    partial,
    copyOf,
    statements: said.length,
    speakers: speakersOf(said),
  };
}
