/** Words for what people are. Compared folded (see `foldWord`) and in the singular. */

const set = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/** Say only that somebody speaks for somebody: "the diplomat", "the Russian negotiator". */
const REPRESENTATIVES = set(
  'diplomat negotiator representative spokesman spokeswoman spokesperson official envoy delegate leader counterpart head',
  'emissary chief',
);
/** Say hardly more than "he" or "she". */
const ANYBODY = set(
  'aide ally man woman politician mediator boss colleague interlocutor statesman stateswoman speaker',
);
export const isAnybody = (key: string): boolean => ANYBODY.has(key);
export const isGenericRole = (key: string): boolean => REPRESENTATIVES.has(key) || ANYBODY.has(key);
/** Offices: who holds one speaks for the side whose adjective stands before it. */
const OFFICES = set(
  'minister secretary undersecretary president premier chancellor ambassador general admiral colonel commander chairman',
  'chairwoman chair commissioner director governor mayor king queen prince adviser advisor attache commissar marshal',
  'coordinator consul treasurer executive ceo prosecutor manager',
);
/** What somebody is who is called "the head of state", "the head of government". */
const HEADS: ReadonlyMap<string, readonly string[]> = new Map([
  ['state', ['president', 'king', 'queen', 'monarch', 'emperor', 'prince']],
  ['government', ['prime', 'premier', 'chancellor', 'president']],
]);
/** The offices, the likeliest first, of the head of what stands behind "of"; none where "head" is no office. */
export const officesOfHead = (of: string): readonly string[] => HEADS.get(of) ?? [];
/** Speak for themselves, whatever nation's adjective stands before. */
const EXPERTS = set(
  'historian analyst expert professor journalist writer researcher scientist economist activist lawyer attorney author',
  'fellow commentator observer scholar blogger columnist pundit critic correspondent reporter editor senator congressman',
  'congresswoman lawmaker deputy-speaker philosopher academic student worker farmer driver resident businessman',
);
/** "strategist", "cardiologist", "politician", "pollster": whoever knows something. */
const EXPERT = /(?:\p{L}{2}ologist|egist|omist|icist|ivist|[^i]onist|ician|llster)$/u;
/** A look at the last letter before the whole ending. */
const mayBeExpert = (key: string): boolean => key.endsWith('t') || key.endsWith('n') || key.endsWith('r');
export const isExpert = (key: string): boolean =>
  EXPERTS.has(key) || (mayBeExpert(key) && EXPERT.test(key) && !ANYBODY.has(key));
/** Parts of titles that are no role by themselves. */
const ROLE_MODIFIERS = set(
  'deputy first vice prime foreign defense defence interior finance trade labor labour justice energy environment chief',
  'senior under assistant permanent acting press state states affairs national security special top lead leading main',
  'political military federal general secretary-general arms control of for the to and minister-counselor',
);
/** Bodies that speak for the side whose adjective stands before them. */
export const OFFICIAL_BODIES = set(
  'ministry embassy government administration department mission consulate parliament presidency cabinet delegation',
  'army navy military command office council side team authorities leadership agency',
);
/** With a side before them they are the side: "the Russian delegation", "US officials". */
export const SIDE_NOUNS = set(
  'side delegation government administration authorities leadership officials diplomats negotiators representatives',
  'leaders delegates team party regime officers envoys camp',
);
/** Titles, and what somebody is to others, that are only ever a man's or a woman's. */
const HIS =
  'mr mister sir lord king prince baron man father grandfather stepfather husband widower son brother nephew uncle';
const HERS =
  'mrs ms miss madam madame lady dame baroness queen princess actress hostess duchess mother grandmother stepmother ' +
  'wife widow daughter sister niece aunt';
const SHOWN: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...HIS.split(' ').map((word) => [word, 'he'] as const),
  ...HERS.split(' ').map((word) => [word, 'she'] as const),
]);
const HONORIFICS = set(
  'mr mrs ms miss mx dr sir dame baron baroness madam madame lord lady prof gen sen rep gov col lt adm amb capt mister',
);
const FORMER = set('former ex late ousted then-president retired');

/** "Spokesmen" → "spokesman", "ministers" → "minister". */
export function singular(key: string): string {
  if (key.endsWith('men') && key.length > 4) return `${key.slice(0, -2)}an`;
  if (/[^s]s$/.test(key) && key.length > 3 && key !== 'states') return key.slice(0, -1);
  return key;
}

/** One of those who, together, are the side: "officer" of "officers". */
const ONE_OF_SIDE = new Set(
  [...SIDE_NOUNS].filter((key) => key.endsWith('s')).map((key) => key.slice(0, -1)),
);
const isOneOfSide = (key: string): boolean => ONE_OF_SIDE.has(key);

export const isRole = (key: string): boolean =>
  isGenericRole(key) || OFFICES.has(key) || isExpert(key) || isOneOfSide(key);

/** Whoever has this role speaks for the side or body that is named with it: "Russia's ambassador". */
export const speaksForSide = (key: string): boolean =>
  REPRESENTATIVES.has(key) || OFFICES.has(key) || isOneOfSide(key);

const isHonorific = (key: string): boolean => HONORIFICS.has(key);

/** Part of a title, or of nothing in particular: what may stand between an adjective and a name. */
export const isTitleWord = (key: string): boolean =>
  isRole(key) || ROLE_MODIFIERS.has(key) || isHonorific(key);

/** No longer in office, so speaking for nobody: "former minister", "ex-president". */
export const isFormer = (key: string): boolean => FORMER.has(key) || key.startsWith('ex-');

/** The pronoun that a title or role shows: "Ms.", "spokeswoman", "chairman". "General", "German" show none. */
export function pronounShown(key: string): 'he' | 'she' | null {
  const shown = SHOWN.get(key);
  if (shown) return shown;
  if (!key.endsWith('man')) return null;
  if (key.endsWith('woman')) return 'she';
  return /[syren]man$/.test(key) && isRole(key) ? 'he' : null;
}
