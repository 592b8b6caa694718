import type { App } from '../../app.ts';

/** Something a first visitor can click instead of typing it. */
export type Example =
  | { readonly label: string; readonly command: string; readonly values: Readonly<Record<string, string>> }
  | { readonly label: string; readonly message: string };

/**
 * Five questions that the collection answers: on the topics on which most is said, by the sides that say most on them.
 *
 * @param mention how the bot is mentioned
 */
export async function examplesOf(
  app: Pick<App, 'sides' | 'topics' | 'matrix'>,
  mention: string,
): Promise<Example[]> {
  const { cells } = await app.matrix();
  const byCount = cells
    .filter(({ statements }) => statements > 0)
    .toSorted((a, b) => b.statements - a.statements);
  const [first] = byCount;
  if (!first) return [{ label: '/help', command: 'help', values: {} }];
  // Each of another side or topic than the one before, so that they do not all ask the same.
  const second = byCount.find(({ side, topic }) => side !== first.side && topic !== first.topic) ?? first;
  const third = byCount.find(({ topic }) => topic !== first.topic && topic !== second.topic) ?? second;
  const side = (id: string): string => app.sides.find((one) => one.id === id)?.label ?? id;
  const topic = (id: string): string => app.topics.find((one) => one.id === id)?.label ?? id;
  // "The talks" stands within a sentence here.
  const about = (id: string): string => topic(id).replace(/^The /, 'the ');
  const question = (cell: typeof first): string =>
    `What does ${side(cell.side)} say about ${about(cell.topic)}?`;
  return [
    {
      label: `@Parley ${question(first)}`,
      message: `${mention} ${question(first)}`,
    },
    {
      label: `/compare topic: ${topic(first.topic)}`,
      command: 'compare',
      values: { topic: first.topic },
    },
    {
      label: `/position side: ${side(second.side)} topic: ${topic(second.topic)}`,
      command: 'position',
      values: { side: second.side, topic: second.topic },
    },
    {
      label: `/ask question: ${question(third)}`,
      command: 'ask',
      values: { question: question(third) },
    },
    {
      label: `/timeline topic: ${topic(second.topic)}`,
      command: 'timeline',
      values: { topic: second.topic },
    },
  ];
}
