const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, of which XML takes none, those that turn the reading direction or show as nothing, lone halves. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

/** Outside text as a drawing shows it: what cannot be seen becomes "�", white space one space. */
export function visibleText(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(UNSEEN, '\uFFFD');
}

/** Outside text as XML has it, in an element or an attribute. */
export function escapeXml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** A length in pixels with no more digits than can be seen. */
export function px(length: number): string {
  return String(Math.round(length * 100) / 100);
}
