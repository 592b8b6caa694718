import { contains, itemAt, textAt, trimSpan, type Span } from '../../text/span.ts';
import { turnOf, type SpokenTurn } from './spoken-turn.ts';

const TIMING = /^(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}.*$/gm;
const VOICE = /<v(?:\.[\w.-]+)?\s+(?<name>[^<>\n]{1,80})>/dg;
const TAG = /<\/?(?:[vibuc]|ruby|rt|lang|font|\d)[^<>\n]{0,80}>/g;
/** "[APPLAUSE]", "♪ (brass band) ♪": all of a cue. */
const SOUND = /(?<=^\s*)(?:[♪♫][^♪♫]*[♪♫]?|\[[^[\]]*\]|\([^()]*\))(?=\s*$)/u;
/** The lines before the first cue, and blocks of comments and styles between them. */
const HEADER = /^(?:WEBVTT|NOTE|STYLE|REGION)\b(?:.*\n?(?!\n))*/gm;

export interface Subtitles {
  readonly turns: SpokenTurn[];
  /** Times, numbers, tags: nobody's words. */
  readonly furniture: Span[];
  /** What stands below each time. In order, disjoint. */
  readonly cues: Span[];
}

/** Reads subtitles (WebVTT, SubRip): whose voice a cue is, where it says so. Empty for other texts. */
export function findSubtitles(text: string): Subtitles {
  const timings = [...text.matchAll(TIMING)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  const turns: SpokenTurn[] = [];
  if (timings.length === 0) return { turns, furniture: [], cues: [] };
  const furniture: Span[] = [];
  const cues: Span[] = [];
  for (const { index, 0: block } of text.matchAll(HEADER)) {
    const span = trimSpan(text, { start: index, end: index + block.length });
    if (span && !textAt(text, span).includes('-->')) furniture.push(span);
  }
  timings.forEach((timing, i) => {
    // The number or name of the cue stands on the line before.
    const before = text.lastIndexOf('\n', timing.start - 2) + 1;
    const named = timing.start > 1 && text.slice(before, timing.start).trim() !== '';
    furniture.push({ start: named ? before : timing.start, end: timing.end });
    const until = text.slice(timing.end, timings[i + 1]?.start ?? text.length);
    const [words = ''] = until.split('\n\n', 1);
    const cue = { start: timing.end, end: timing.end + words.length };
    cues.push(cue);
    const sound = SOUND.exec(words);
    if (sound)
      furniture.push({ start: cue.start + sound.index, end: cue.start + sound.index + sound[0].length });
    for (const { index, 0: tag } of words.matchAll(TAG))
      furniture.push({ start: cue.start + index, end: cue.start + index + tag.length });
    const voices = [...words.matchAll(VOICE)];
    voices.forEach((voice, k) => {
      const range = voice.indices?.groups?.['name'];
      const end = cue.start + (voices[k + 1]?.index ?? words.length);
      const said = trimSpan(text, { start: cue.start + voice.index + voice[0].length, end });
      if (range && said)
        turns.push(turnOf({ start: cue.start + range[0], end: cue.start + range[1] }, [[said]]));
    });
  });
  return { turns, furniture, cues };
}

/** Where somebody else may speak within a cue: `- Where?`, `>> Here.`, `ANN ROE: There.` */
const CHANGES = /^(?:[-–—>]|[^:\n]{1,60}:(?:\s|$))/;

/** Paragraphs with the lines of each cue joined that one speaks. */
export function joinCues(text: string, paragraphs: readonly Span[], cues: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  let before: Span | null = null;
  for (const paragraph of paragraphs) {
    const below = itemAt(cues, paragraph.start);
    const cue = below && contains(below, paragraph) ? below : null;
    const last = joined.at(-1);
    if (last && cue && cue === before && !CHANGES.test(textAt(text, paragraph)))
      joined[joined.length - 1] = { start: last.start, end: paragraph.end };
    else joined.push(paragraph);
    before = cue;
  }
  return cues.length === 0 ? paragraphs : joined;
}
