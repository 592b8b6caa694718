import type { CheerioAPI } from 'cheerio/slim';
import type { LinkedData } from './read-json-ld.ts';

/** Longer texts are articles, whatever stands around them. */
const SCRIPT_PAGE_CHARACTERS = 300;
const CONSENT_CHARACTERS = 2000;
const WALLED_CHARACTERS = 2500;
/** Less of what the page says its article is, and the rest is behind a wall. */
const LEAST_SHARE = 0.6;

const MOUNTS = '#root, #app, #__next, #__nuxt, #___gatsby, app-root, [data-reactroot]';
const NEEDS_SCRIPT =
  /(?:enable|turn on|requires?|activate|without) java\s?script|java\s?script (?:is|must be|to be) (?:disabled|required|enabled)/i;
const CONSENT = /\b(?:cookies?|consent|personal data|privacy|trackers?|our partners|advertising)\b/gi;
const CHOICE = /\b(?:accept|agree|reject|decline|allow|manage|refuse)\b/i;
const WALLS =
  '[class*=paywall], [id*=paywall], [class*=Paywall], [class*=regwall], [class*=subscriber-only], [class*=subscription-wall], [class*=premium-wall], [class*=metered]';
const WALL_WORDS =
  /(?:subscri\w+|sign (?:in|up)|log ?in|register|create an? (?:free )?account|become a member|start your \w+ trial)[^.!?\n]{0,60}(?:to|and) (?:continue|keep|read|finish|unlock|access|view)|(?:continue|keep|finish) reading[^.!?\n]{0,60}(?:subscri|sign|log|regist|account|member)|(?:already a|for|only to|exclusive(?:ly)? (?:for|to)) (?:subscribers?|members?)\b|(?:article|story|content) is (?:for|reserved for|available to|only available to) /i;

/**
 * Why what was read of a page is not the whole article; null when it is.
 *
 * @param text what was read of it
 */
export function judgeWhole($: CheerioAPI, linked: LinkedData | null, text: string): string | null {
  if (text.length < SCRIPT_PAGE_CHARACTERS && isBuiltByScripts($)) {
    return 'scripts build this page in the browser: open it there, and save it whole or its text as .txt';
  }
  const consent = text.match(CONSENT)?.length ?? 0;
  // Every thirtieth word or more is about consent, and something is to be chosen.
  if (text.length < CONSENT_CHARACTERS && consent >= 4 && consent * 180 > text.length && CHOICE.test(text)) {
    return 'it asks for consent before it shows the article: save the page as it is after that';
  }
  if (isWalled($, linked, text)) return 'a pay wall ends it: save the page as a subscriber sees it';
  return null;
}

function isBuiltByScripts($: CheerioAPI): boolean {
  if ($('script').length === 0) return false;
  const mounts = $(MOUNTS).filter((_, element) => $(element).find('p').length === 0);
  return (
    mounts.length > 0 ||
    NEEDS_SCRIPT.test($('noscript').text()) ||
    NEEDS_SCRIPT.test($('body').text().slice(0, 2000))
  );
}

function isWalled($: CheerioAPI, linked: LinkedData | null, text: string): boolean {
  if (linked?.body && text.length < LEAST_SHARE * linked.body.length) return true;
  if (text.length >= WALLED_CHARACTERS) return false;
  const tier = $('meta[property="article:content_tier"]').attr('content') ?? '';
  const says = linked?.isWalled === true || /locked|metered/i.test(tier);
  const shows = $(WALLS).length > 0;
  const asks = WALL_WORDS.test(text.slice(-600)) || (shows && WALL_WORDS.test($(WALLS).text()));
  const breaksOff = /(?:\.{3}|…)\s*$/.test(text);
  return asks || (says && (shows || breaksOff));
}
