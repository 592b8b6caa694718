/** What commands and their descriptions are called in other languages, by Discord's locale: name, then description. */
export const COMMAND_NAMES: Readonly<
  Record<string, Readonly<Record<Locale, readonly [name: string, description: string]>>>
> = {
  ask: {
    de: ['frage', 'Wer was gesagt hat: wörtliche Zitate aus den (englischen) Artikeln'],
    'es-ES': ['preguntar', 'Quién dijo qué: citas textuales de los artículos (en inglés)'],
    fr: ['demander', 'Qui a dit quoi : citations exactes des articles (en anglais)'],
    uk: ['запитати', 'Хто що сказав: дослівні цитати зі статей (англійською)'],
    ru: ['спросить', 'Кто что сказал: дословные цитаты из статей (на английском)'],
  },
  speaker: {
    de: ['person', 'Wer das ist und was sie oder er gesagt hat, das Neueste zuerst'],
    'es-ES': ['persona', 'Quién es y qué dijo, lo más reciente primero'],
    fr: ['personne', 'Qui est-ce et qu’a-t-elle dit, le plus récent d’abord'],
    uk: ['особа', 'Хто це і що сказав, найновіше спочатку'],
    ru: ['человек', 'Кто это и что сказал, сначала новое'],
  },
  position: {
    de: ['haltung', 'Was eine Seite zu einem Thema anbietet, fordert, ablehnt'],
    'es-ES': ['postura', 'Qué ofrece, exige o rechaza un lado sobre un tema'],
    fr: ['position', 'Ce qu’un camp offre, exige ou refuse sur un sujet'],
    uk: ['позиція', 'Що сторона пропонує, вимагає, відхиляє з теми'],
    ru: ['позиция', 'Что сторона предлагает, требует, отвергает по теме'],
  },
  compare: {
    de: ['vergleich', 'Zwei Seiten zu einem Thema nebeneinander'],
    'es-ES': ['comparar', 'Dos lados sobre un tema, uno junto al otro'],
    fr: ['comparer', 'Deux camps sur un sujet, côte à côte'],
    uk: ['порівняти', 'Дві сторони з теми поруч'],
    ru: ['сравнить', 'Две стороны по теме рядом'],
  },
  timeline: {
    de: ['zeitleiste', 'Was zu einem Thema gesagt wurde, nach Datum'],
    'es-ES': ['cronología', 'Qué se dijo sobre un tema, por fecha'],
    fr: ['chronologie', 'Ce qui a été dit sur un sujet, par date'],
    uk: ['хронологія', 'Що сказано з теми, за датою'],
    ru: ['хронология', 'Что сказано по теме, по датам'],
  },
  changes: {
    de: ['änderungen', 'Wer sich bewegt hat: was sich am Gesagten geändert hat'],
    'es-ES': ['cambios', 'Quién se movió: qué cambió en lo que dicen los lados'],
    fr: ['changements', 'Qui a bougé : ce qui a changé dans les propos des camps'],
    uk: ['зміни', 'Хто зрушив: що змінилося у словах сторін'],
    ru: ['изменения', 'Кто сдвинулся: что изменилось в словах сторон'],
  },
  latest: {
    de: ['neuestes', 'Was zuletzt gesagt wurde'],
    'es-ES': ['último', 'Lo último que se dijo'],
    fr: ['dernier', 'Ce qui a été dit en dernier'],
    uk: ['останнє', 'Що сказано останнім'],
    ru: ['последнее', 'Что сказано последним'],
  },
  follow: {
    de: ['folgen', 'Bescheid bekommen, wenn jemand etwas sagt'],
    'es-ES': ['seguir', 'Recibir aviso cuando alguien diga algo'],
    fr: ['suivre', 'Être prévenu quand quelqu’un dit quelque chose'],
    uk: ['стежити', 'Дізнаватися, коли хтось щось скаже'],
    ru: ['следить', 'Узнавать, когда кто-то что-то скажет'],
  },
  following: {
    de: ['gefolgt', 'Wem und welchem Thema hier gefolgt wird'],
    'es-ES': ['seguidos', 'A quién y qué tema se sigue aquí'],
    fr: ['suivis', 'Qui et quel sujet sont suivis ici'],
    uk: ['стеження', 'За ким і за якою темою тут стежать'],
    ru: ['слежение', 'За кем и за какой темой здесь следят'],
  },
  unfollow: {
    de: ['entfolgen', 'Nicht mehr Bescheid bekommen'],
    'es-ES': ['dejar', 'Dejar de recibir avisos'],
    fr: ['arrêter', 'Ne plus être prévenu'],
    uk: ['не-стежити', 'Більше не дізнаватися'],
    ru: ['не-следить', 'Больше не узнавать'],
  },
  export: {
    de: ['ausgabe', 'Alle Aussagen mit Zitat als Datei'],
    'es-ES': ['exportar', 'Todas las declaraciones con su cita, como archivo'],
    fr: ['exporter', 'Toutes les déclarations citées, en fichier'],
    uk: ['експорт', 'Усі висловлювання з цитатами у файлі'],
    ru: ['экспорт', 'Все высказывания с цитатами в файле'],
  },
  matrix: {
    de: ['matrix', 'Wie viel jede Seite zu jedem Thema sagt, als Bild'],
    'es-ES': ['matriz', 'Cuánto dice cada lado sobre cada tema, en una imagen'],
    fr: ['matrice', 'Combien chaque camp dit sur chaque sujet, en image'],
    uk: ['матриця', 'Скільки кожна сторона каже з кожної теми, на малюнку'],
    ru: ['матрица', 'Сколько каждая сторона говорит по каждой теме, на картинке'],
  },
  verify: {
    de: ['prüfen', 'Ob ein Zitat so in den Artikeln steht'],
    'es-ES': ['verificar', 'Si una cita está así en los artículos'],
    fr: ['vérifier', 'Si une citation figure ainsi dans les articles'],
    uk: ['перевірити', 'Чи є цитата саме такою у статтях'],
    ru: ['проверить', 'Есть ли цитата именно такой в статьях'],
  },
  sources: {
    de: ['quellen', 'Aus welchen Artikeln die Antworten kommen'],
    'es-ES': ['fuentes', 'De qué artículos salen las respuestas'],
    fr: ['sources', 'De quels articles viennent les réponses'],
    uk: ['джерела', 'З яких статей беруться відповіді'],
    ru: ['источники', 'Из каких статей берутся ответы'],
  },
  source: {
    de: ['artikel', 'Artikel, Feeds und Dateien hinzufügen, herausnehmen oder prüfen'],
    'es-ES': ['artículo', 'Añadir, retirar o revisar artículos, canales y archivos'],
    fr: ['article', 'Ajouter, retirer ou examiner des articles, flux et fichiers'],
    uk: ['стаття', 'Додати, вилучити або перевірити статті, стрічки й файли'],
    ru: ['статья', 'Добавить, убрать или проверить статьи, ленты и файлы'],
  },
  help: {
    de: ['hilfe', 'Was man hier fragen kann, und wie'],
    'es-ES': ['ayuda', 'Qué se puede preguntar aquí, y cómo'],
    fr: ['aide', 'Ce qu’on peut demander ici, et comment'],
    uk: ['довідка', 'Про що тут можна запитати і як'],
    ru: ['справка', 'О чём здесь можно спросить и как'],
  },
  parley: {
    de: ['parley', 'Einstellungen für diesen Server'],
    'es-ES': ['parley', 'Ajustes de este servidor'],
    fr: ['parley', 'Réglages de ce serveur'],
    uk: ['parley', 'Налаштування цього сервера'],
    ru: ['parley', 'Настройки этого сервера'],
  },
};

export const LOCALES = ['de', 'es-ES', 'fr', 'uk', 'ru'] as const;
type Locale = (typeof LOCALES)[number];

/** The same as Discord takes it; nothing for a command that is called by its English name alone. */
export function localizations(name: string): {
  readonly name_localizations?: Readonly<Record<Locale, string>>;
  readonly description_localizations?: Readonly<Record<Locale, string>>;
} {
  const known = COMMAND_NAMES[name];
  if (known === undefined) return {};
  const { de, 'es-ES': es, fr, uk, ru } = known;
  return {
    name_localizations: { de: de[0], 'es-ES': es[0], fr: fr[0], uk: uk[0], ru: ru[0] },
    description_localizations: { de: de[1], 'es-ES': es[1], fr: fr[1], uk: uk[1], ru: ru[1] },
  };
}
