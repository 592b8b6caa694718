import type { MatrixAnswer, MatrixCell, MatrixMove } from '../../domain/matrix-answer.ts';
import { isMove, type PositionChange } from '../../domain/position-change.ts';
import { readQuantities } from '../../text/read-quantities.ts';
import type { Side } from '../../domain/actor.ts';
import { ACTS, type Act } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Store, StoredStatement } from '../../store/ports.ts';
import type { Changes } from './changes/track-changes.ts';

export interface MatrixDependencies {
  readonly store: Pick<Store, 'counts' | 'revision' | 'statements'>;
  readonly said: Changes['said'];
  readonly sides: readonly Side[];
  readonly topics: readonly Topic[];
}

/**
 * What the sides say on the topics, counted, and how each last moved; sides and topics in the collection's order, without
 * those that have nothing. Made anew only when what is stored has changed.
 */
export function createMatrix({
  store,
  said,
  sides,
  topics,
}: MatrixDependencies): () => Promise<MatrixAnswer> {
  let kept: { readonly revision: number; readonly matrix: Promise<MatrixAnswer> } | null = null;

  async function count(): Promise<MatrixAnswer> {
    const [statements, { articles, passages }, chains] = await Promise.all([
      store.statements(),
      store.counts(),
      said({ sides: [], topics: [] }),
    ]);
    const movedOf = (side: string, topic: string): MatrixMove | null =>
      lastMove(chains.find((one) => one.side === side && one.topic === topic)?.changes ?? []);
    const cells = sides.flatMap(({ id: side }) =>
      topics.map(({ id: topic }) => ({ ...cellOf(side, topic, statements), moved: movedOf(side, topic) })),
    );
    const says = (key: 'side' | 'topic', id: string): boolean =>
      cells.some((cell) => cell[key] === id && cell.statements > 0);
    const heard = sides.map(({ id }) => id).filter((id) => says('side', id));
    const discussed = topics.map(({ id }) => id).filter((id) => says('topic', id));
    return {
      sides: heard,
      topics: discussed,
      cells: cells.filter(({ side, topic }) => heard.includes(side) && discussed.includes(topic)),
      searched: { articles, passages },
    };
  }

  return async () => {
    const revision = await store.revision();
    if (kept?.revision !== revision) {
      const matrix = count();
      // A failed count is not kept.
      matrix.catch(() => (kept = null));
      kept = { revision, matrix };
    }
    return kept.matrix;
  };
}

/** The last change but for first words; a number tells more than what changed with it. */
function lastMove(changes: readonly PositionChange[]): MatrixMove | null {
  const moves = changes.filter(({ kind }) => isMove(kind));
  const when = moves.at(-1)?.when;
  const last = moves.filter((one) => one.when === when);
  const move = last.find(({ kind }) => kind === 'number') ?? last[0];
  if (move === undefined) return null;
  const { kind, from, to, words } = move;
  const [before, now] = [valueOf(words.from), valueOf(words.to)];
  const isNumber = kind === 'number' && before !== null && now !== null;
  return {
    when: move.when,
    trend: !isNumber ? 'otherwise' : now > before ? 'rose' : 'fell',
    acts: { from: from?.act ?? null, to: to.act },
    words,
  };
}

function valueOf(words: string | null): number | null {
  if (words === null) return null;
  return /^\d{4}$/.test(words) ? Number(words) : (readQuantities(words)[0]?.value ?? null);
}

function cellOf(side: string, topic: string, statements: readonly StoredStatement[]): MatrixCell {
  const said = statements.filter((one) => one.side === side && one.topics.includes(topic));
  return { side, topic, statements: said.length, act: prevailing(said.map(({ act }) => act)) };
}

function prevailing(acts: readonly Act[]): Act | null {
  const count = (act: Act): number => acts.filter((one) => one === act).length;
  return ACTS.filter((act) => count(act) > 0).toSorted((a, b) => count(b) - count(a))[0] ?? null;
}
