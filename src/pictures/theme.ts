import type { Act } from '../domain/statement.ts';

export type Theme = 'light' | 'dark';

interface Colours {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
}

export const THEMES: Readonly<Record<Theme, Colours>> = {
  light: { background: '#ffffff', text: '#1f2328', muted: '#59636e', line: '#c8d1da' },
  dark: { background: '#1a1b1e', text: '#e9ebee', muted: '#a7aeb7', line: '#464b53' },
};

/** What is written and drawn on an act's colour, in both themes. */
export const INK = '#141414';

/**
 * The colours of Okabe and Ito, "Color Universal Design: How to make figures and presentations that are friendly to
 * colorblind people" (2008), with grey for what is only stated. Their blue and black are left out: ink on them is not
 * read. No act is told by colour alone: each has its sign.
 */
export const ACT_COLOURS: Readonly<Record<Act, string>> = {
  offers: '#009e73',
  demands: '#e69f00',
  rejects: '#d55e00',
  agrees: '#56b4e9',
  warns: '#f0e442',
  denies: '#cc79a7',
  states: '#bbbbbb',
};
