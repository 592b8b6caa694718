import { freezeText, type Place } from '../../domain/article.ts';
import { mergeSpans, type Span } from '../../text/span.ts';
import { decodeText } from '../decode-text.ts';
import { draftOf, type Draft, type Source } from '../draft.ts';

/** Subtitles and transcripts (WebVTT, SubRip): the file is the text, and all in it that nobody says is skipped. */
export const subtitlesSource: Source = {
  endings: ['.vtt', '.srt'],
  contentTypes: ['text/vtt', 'application/x-subrip'],
  read({ name, bytes }) {
    const { text, note } = decodeText(bytes, name);
    return { ...subtitlesDraft(freezeText(text)), notes: note === null ? [] : [note] };
  },
};

/** "00:00:12.500 --> 00:00:15.000 align:start", hours as the file likes. */
const TIMES =
  /^[ \t]*(?<from>(?:\d+:)?\d{1,2}:\d{2})[.,]\d{1,3}[ \t]+-->[ \t]+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[^\n]*$/;
/** Blocks of WebVTT that hold no words. */
const BLOCK = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:[ \t]|$)/;
/** Markup within a cue: `<i>`, `<c.loud>`, `</v>`, `<00:12.000>`, `{\an8}`; `<v Name>` says who speaks. */
const MARKUP = /<\/?(?:[a-z][^<>\n]{0,200}|\d[\d:.]{4,12})?>|\{\\[^{}\n]{0,40}\}/gi;

/** Whether a text is subtitles, whatever its file is called. */
export function isSubtitles(text: string): boolean {
  const [first = '', second = ''] = text.trimStart().split('\n', 2);
  return /^WEBVTT(?:[ \t]|$)/.test(first) || (/^\d+\s*$/.test(first) && TIMES.test(second));
}

/**
 * The draft of subtitles.
 *
 * @param text frozen
 */
export function subtitlesDraft(text: string): Draft {
  const skips: Span[] = [];
  const places: Place[] = [];
  const lines = linesOf(text);
  let inBlock = false;
  lines.forEach(({ start, end, words }, i) => {
    const times = TIMES.exec(words);
    const before = lines[i - 1]?.words.trim() ?? '';
    if (words.trim() === '') inBlock = false;
    else if (times) {
      inBlock = false;
      skips.push({ start, end });
      places.push({ start: end, label: times.groups?.['from'] ?? '' });
    } else if (inBlock || (before === '' && BLOCK.test(words))) {
      inBlock = true;
      skips.push({ start, end });
    } else if (TIMES.test(lines[i + 1]?.words ?? '') && before === '') {
      // The cue's number or name.
      skips.push({ start, end });
    } else {
      for (const match of words.matchAll(MARKUP)) {
        skips.push({ start: start + match.index, end: start + match.index + match[0].length });
      }
    }
  });
  return draftOf(text, { skips: mergeSpans(skips), places });
}

function linesOf(text: string): (Span & { words: string })[] {
  let start = 0;
  return text.split('\n').map((words) => {
    const line = { start, end: start + words.length, words };
    start = line.end + 1;
    return line;
  });
}
