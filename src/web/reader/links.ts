import type { Filters } from '../../domain/question.ts';
import { encodeSegment } from '../../domain/quote/quote-link.ts';

/** The path of somebody's page. */
export function speakerPath(name: string): string {
  return `/speakers/${encodeSegment(name)}`;
}

/** The path of what a side says on a topic; by their ids. */
export function positionPath(side: string, topic: string): string {
  return `/positions/${encodeSegment(side)}/${encodeSegment(topic)}`;
}

/** The path of two sides on a topic, by its id. */
export function comparePath(topic: string): string {
  return `/compare/${encodeSegment(topic)}`;
}

/** The path of what was said on a topic by date, by its id. */
export function timelinePath(topic: string): string {
  return `/timeline/${encodeSegment(topic)}`;
}

/** The path of what changed. */
export const CHANGES_PATH = '/changes';

/** `?side=US&topic=missiles` of what is given; nothing of nothing. */
export function queryOf(given: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeSegment(value)}`],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The path of how sides moved on a topic, as a picture. */
export function pathPicturePath(topic: string, side: string | undefined): string {
  return `${CHANGES_PATH}/picture.svg${queryOf({ topic, side })}`;
}

/** The path of the same as a picture, narrowed as the page is. */
export function timelinePicturePath(topic: string, narrowed: Pick<Filters, 'side' | 'speaker'>): string {
  return `${timelinePath(topic)}/picture.svg${queryOf(narrowed)}`;
}

/** The address of an outlet's page; null for anything but a web address. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
