import type { MatrixAnswer, MatrixCell } from '../../domain/answer.ts';
import type { Side } from '../../domain/actor.ts';
import { ACTS, type Act } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Store, StoredStatement } from '../../store/ports.ts';

export interface MatrixDependencies {
  readonly store: Pick<Store, 'counts' | 'statements'>;
  readonly sides: readonly Side[];
  readonly topics: readonly Topic[];
}

/** What the sides say on the topics, counted; sides and topics in the collection's order, without those that have nothing. */
export function createMatrix({ store, sides, topics }: MatrixDependencies): () => Promise<MatrixAnswer> {
  return async () => {
    const [statements, { articles, passages }] = await Promise.all([store.statements(), store.counts()]);
    const cells = sides.flatMap((side) => topics.map((topic) => cellOf(side.id, topic.id, statements)));
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
  };
}

function cellOf(side: string, topic: string, statements: readonly StoredStatement[]): MatrixCell {
  const said = statements.filter((one) => one.side === side && one.topics.includes(topic));
  return { side, topic, statements: said.length, act: prevailing(said.map(({ act }) => act)) };
}

function prevailing(acts: readonly Act[]): Act | null {
  const count = (act: Act): number => acts.filter((one) => one === act).length;
  return ACTS.filter((act) => count(act) > 0).toSorted((a, b) => count(b) - count(a))[0] ?? null;
}
