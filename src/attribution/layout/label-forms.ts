// The forms of labels: in front of what is said, alone on a line, and those that only tell questions from answers.

const TIME = String.raw`[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:\s?[-–—|])?`;
const ABBREVIATED =
  '(?:M[Rr][Ss]?|M[Ss]|D[Rr]|Hon|Sen|Rep|Gov|Gen|Prof|Col|Lt|Adm|Capt|Rev|Sgt|St|Jr|Sr|No|Amb|Sec|Pres|\\p{Lu})\\.';
const LETTERS = String.raw`[\p{L}\p{M}\p{N}'’&/-]`;
const NAME = String.raw`(?:${ABBREVIATED}|\p{Lu}${LETTERS}*)(?:[ ,]{1,2}(?:${ABBREVIATED}|${LETTERS}+)){0,9}?`;
const BESIDES = String.raw`\([^()\n]{1,90}\)|\[[^\[\]\n]{1,90}\]|<[^<>\n]{1,90}>`;
/** A label in front of what is said. */
export const LABEL = new RegExp(
  String.raw`^[\s*_#>•–"“-]*(?<time>${TIME}\s+)?(?:\d{1,4}[.)]?\s+)?(?<set>[*_]{0,3})(?<name>${NAME})[*_]{0,3}` +
    String.raw`(?<besides>(?:\s{0,2}(?:${BESIDES}))*)[*_]{0,3}\s?(?::[*_]{0,3}(?=[\s"“„«'‘—[(]|$)|(?<stop>[.—][*_]{0,3}(?=\s|$)))\s*`,
  'du',
);
/** `Rosa Lind 0:05`, `## Rosa Lind`, `**Rosa Lind**`: a label on a line of its own. */
export const ALONE = new RegExp(
  String.raw`^(?<time>${TIME}\s+)?(?<set>#{1,6}\s+|[*_]{1,3}|)(?<name>${NAME})[*_]{0,3}(?<besides>\s+(?:${TIME}|${BESIDES}))?[*_]{0,3}$`,
  'du',
);
/** `Q.`, `ANSWER:` and their like. */
export const PART =
  /^[\s*_#>]*(?<name>(?<asks>Q|Question|QUESTION|Interviewer|INTERVIEWER)|(?<answers>A|Answer|ANSWER))\d{0,3}(?:[*_]{0,3}\s?[.:—–-][*_]{0,3}(?=\s|["“]|$)|(?=\s{2,}|\t))\s*/du;
/** The office behind a name of several words: "Jane Roe, historian". */
export const APPOSITION = /(?<=\p{Lu}[^,]+\s\p{Lu}[^,]+), (?!(?:and|or)\b)\p{Ll}[^,]*$/u;
