/** What is said to a question in another language: that the articles are English, and what works without words. */
const LINES: Readonly<Record<string, string>> = {
  de: 'Die Artikel sind auf Englisch (English), bitte frag auf Englisch. Ohne Worte gehen',
  es: 'Los artículos están en inglés (English); pregunta en inglés, por favor. Sin palabras funcionan',
  fr: 'Les articles sont en anglais (English) ; pose ta question en anglais. Sans mots, il y a',
  uk: 'Статті англійською (English) — запитай, будь ласка, англійською. Без слів працюють',
  ru: 'Статьи на английском (English) — спроси, пожалуйста, по-английски. Без слов работают',
};
const ENGLISH = 'The articles are in English: please ask in English. What works without words';

/** One line in that language (an ISO 639-1 code), up to the commands that follow it; in English for one not known here. */
export function otherLanguageLine(language: string): string {
  return LINES[language] ?? ENGLISH;
}
