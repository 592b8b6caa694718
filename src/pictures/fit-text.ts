import { textWidth, type Weight } from './font.ts';

export interface Room {
  readonly widthPx: number;
  readonly lines: number;
  readonly sizePx: number;
  readonly weight?: Weight;
}

/**
 * `text` in as few lines as it takes and at most `lines`, none wider than `widthPx`. A word that is too long is parted;
 * what does not fit is cut and ends in "…".
 */
export function fitText(text: string, { widthPx, lines, sizePx, weight = 'normal' }: Room): string[] {
  const fits = (line: string): boolean => textWidth(line, sizePx, weight) <= widthPx;
  const fitted: string[] = [];
  let rest = text.replace(/\s+/g, ' ').trim();
  while (rest !== '' && fitted.length < lines) {
    if (fits(rest)) {
      fitted.push(rest);
      rest = '';
    } else if (fitted.length === lines - 1) {
      fitted.push(`${longest(rest, (part) => fits(`${part}…`)).trimEnd()}…`);
      rest = '';
    } else {
      const part = longest(rest, fits);
      const space = rest.charAt(part.length) === ' ' ? part.length : part.lastIndexOf(' ');
      const line = space > 0 ? rest.slice(0, space) : part;
      fitted.push(line);
      rest = rest.slice(line.length).trimStart();
    }
  }
  return fitted;
}

/** The longest beginning that fits, of one character at least; no character is parted. */
function longest(text: string, fits: (part: string) => boolean): string {
  const characters = Array.from(text);
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}
