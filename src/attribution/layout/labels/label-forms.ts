// The forms of labels: in front of what is said, alone on a line, and those that only tell questions from answers.

const ABBREVIATIONS =
  'Mr Mrs Ms Mx Dr Hon Sen Rep Gov Gen Prof Col Lt Adm Maj Capt Cmdr Brig Rev Msgr Sgt Cpl Det Insp Supt Cllr Del Amb Atty Sec Pres';
const BOTH_CASES = ABBREVIATIONS.split(' ').flatMap((word) => [word, word.toUpperCase()]);
const SHORT_TITLES: ReadonlySet<string> = new Set(ABBREVIATIONS.toLowerCase().split(' '));
/** Whether a folded word is the short form of what somebody is: "sgt", "rev". */
export const isShortTitle = (key: string): boolean => SHORT_TITLES.has(key);

const DATE = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+`;
const TIME = String.raw`[\[(]?(?:${DATE})?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?(?:\s?[-–—|])?`;
const ABBREVIATED = String.raw`(?:(?:${BOTH_CASES.join('|')}|St|Jr|Sr|No|\p{Lu})\.|(?:\p{Lu}\.){2,})`;
/** With the stroke of "SPEAKER_01". */
const LETTERS = String.raw`(?:[\p{L}\p{M}\p{N}'’&/-]|_(?=\d))`;
const NAME = String.raw`(?:${ABBREVIATED}|\p{Lu}${LETTERS}*)(?:[ ,]{1,2}(?:${ABBREVIATED}|hon\.|${LETTERS}+)){0,9}?`;
const BESIDES = String.raw`\([^()\n]{1,90}\)|\[[^\[\]\n]{1,90}\]|<[^<>\n]{1,90}>`;
/** ", on behalf of the Greens. –": how verbatim reports of parliaments end a label. */
const DASHED = String.raw`(?<office>,\s[^.:\n]{2,90})?\.\s(?<dash>[–—])(?=\s)`;

const labelOf = (before: string, behind: string): RegExp =>
  new RegExp(
    String.raw`^[\s*_#>•–"“-]*${before}(?:\d{1,4}[.)]?\s+)?(?<set>[*_]{0,3})(?<name>${NAME})[*_]{0,3}` +
      String.raw`(?<besides>(?:\s{0,2}(?:${BESIDES}))*)[*_]{0,3}${behind}(?:\s?:[*_]{0,3}(?=[\s"“„«'‘—[(]|$)|${DASHED}|\s?(?<stop>[.—][*_]{0,3}(?=\s|$)))\s*`,
    'du',
  );
/** A label in front of what is said. */
export const LABEL = labelOf(String.raw`(?<time>${TIME}\s+)?`, '');
/** `14:02:11 From Rosa Lind to Everyone:` */
export const MESSAGE = labelOf(
  String.raw`(?<time>${TIME}\s+)(?:From\s+)?`,
  String.raw`(?:\s+to\s+[^:\n]{2,60})?`,
);
/** `Rosa Lind 0:05`, `## Rosa Lind`, `**Rosa Lind**`, `Rosa Lind -- Tarn Bank -- Analyst`: a label on a line of its own. */
export const ALONE = new RegExp(
  String.raw`^(?<time>${TIME}\s+)?(?<set>#{1,6}\s+|[*_]{1,3}|)(?<name>${NAME})[*_]{0,3}(?<besides>\s+(?:${TIME}|${BESIDES}))?` +
    String.raw`(?<office>\s(?:-{1,2}|[–—])\s[^\n:?!]{2,90})?[*_]{0,3}$`,
  'du',
);
/** ">> " of captions: somebody else speaks, nobody says who. */
export const CHANGE =
  /^(?<name>>{2}(?=[ \t]*["“‘'([♪-]?[\p{L}\p{N}])|>{3}(?=[ \t]*["“‘'([♪-]?\p{Lu}))[ \t]*/du;
/** `Q.`, `ANSWER:` and their like. */
export const PART =
  /^[\s*_#>]*(?<name>(?<asks>Q|Question|QUESTION|Interviewer|INTERVIEWER)|(?<answers>A|Answer|ANSWER))\d{0,3}(?:[*_]{0,3}\s?[.:—–-][*_]{0,3}(?=\s|["“]|$)|(?=\s{2,}|\t))\s*/du;
/** `BY MS. ROE:`, `CROSS-EXAMINATION BY MR. TARR`: whose the questions below are. */
export const EXAMINER =
  /^(?:(?:\p{Lu}{2,}[ -])*EXAMINATION\s)?(?:BY|By)\s(?<name>(?:the\s|THE\s)?\p{Lu}[\p{L}\p{M}.'’-]+(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){1,3}?)\s?:?$/du;
/** The office behind a name of several words: "Jane Roe, historian". */
export const APPOSITION = /(?<=\p{Lu}[^,]+\s\p{Lu}[^,]+), (?!(?:and|or)\b)\p{Ll}[^,]*$/u;
/** The same in capitals: "JANE ROE, HOST". */
export const SHOUTED_OFFICE =
  /(?<=^\p{Lu}[^,\p{Ll}]*\s\p{Lu}[^,\p{Ll}]+), (?!(?:AND|OR|JR|SR)\b)[^\p{Ll}]+$/u;
