/** Common given names that are nearly always a woman's or a man's, folded: a hint for "he" and "she", no more. */
const WOMEN =
  'aisha alexandra alice amina amy ana andrea angela anita ann anna anne annalena annie barbara beatrice carla carmen carol caroline catherine cathy charlotte christina christine claire claudia cynthia deborah diana dorothy elena elizabeth ella emily emma erika ester eva fatima federica fiona florence frances gabriela giorgia grace hannah heather helen helena hillary ingrid irina isabel jacinda jane janet jean jen jenna jennifer jessica joan joanna josephine judith julia julie kaja karen karin kate katherine katrina kristalina laura leila linda lisa liz louise lucia lucy magdalena mandy margaret maria marie marina martha mary maya megan melissa mette michelle monica nadia nancy natalia natasha nathalie nicole nina nora olga olivia pamela patricia paula priti rachel rebecca renata rosa ruth sally samantha sandra sanna sara sarah silvia simone sofia sophia sophie stephanie susan susana svetlana tatiana teresa theresa ursula valentina valeria vera veronica victoria virginia wendy yulia yvette zainab zoe';
const MEN =
  'aaron abdul abdullah adam ahmed alan albert alejandro aleksandr alex alexander alexei ali allen andre andreas andrei andrew andrey anthony antonio antony arthur barack ben benjamin bernard bill bob boris brian bruce carl carlos charles chris christian christopher daniel david dennis dmitri dmitry dominic donald doug douglas edward emmanuel eric evgeny fernando francis francisco frank frederick gary george gerald giovanni gordon greg gregory hans harold harry hassan henry hossein hugo ian ibrahim igor ivan jack jacob jake james jamie javier jens jeremy jerry jim joe johan john jon jonathan jorge jose josep joseph juan justin karl keith ken kenneth kevin konstantin larry lars lawrence leo leonid liam luis luke marc marco marcus mark martin matt matthew mehdi michael mike mikhail mohamed mohammad mohammed muhammad ned nicholas nick nicolas nikolai oleg oliver olaf omar oscar patrick paul pavel pedro peter phil philip pierre rajan ralph raymond recep ricardo richard rishi rob robert roberto roger ronald roy ryan sam samuel scott sean sebastian sergei sergey simon stefan stephen steve steven thomas tim timothy tobias todd tom tony victor viktor vincent vladimir volodymyr walter wang will william winston wolfgang xavier yevgeny yuri zachary';

const pronouns = new Map<string, 'he' | 'she'>([
  ...WOMEN.split(' ').map((name) => [name, 'she'] as const),
  ...MEN.split(' ').map((name) => [name, 'he'] as const),
]);

/** What somebody of that given name is called back by; null where the name does not tell. */
export const pronounOfGiven = (key: string): 'he' | 'she' | null => pronouns.get(key) ?? null;

/** Short forms that are no beginnings of what they are short for: the first of each line is the whole name. */
const SHORT_FORMS = `
  william bill billy will willie
  robert bob bobby
  richard dick rick
  edward ted teddy ned
  john jack johnny
  james jim jimmy
  michael mike mick
  charles chuck charlie
  henry hank harry
  anthony tony
  joseph joe
  theodore ted teddy
  elizabeth betsy betty beth liz lizzie bess
  margaret peggy peg meg maggie
  katherine kate kathy katie kitty
  catherine cathy kate katie
  dorothy dot dolly
  susan sue suzy
  patricia pat patty tricia
  deborah debbie deb
  lawrence larry
  gerald jerry
  timothy tim
  anne nancy annie
  sarah sally
  mary molly polly`;
const shortForms = new Map(
  SHORT_FORMS.trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([whole = '', ...short]) => [whole, new Set(short)]),
);
const isShortFor = (short: string, whole: string): boolean =>
  (short.length > 1 && whole.startsWith(short)) || (shortForms.get(whole)?.has(short) ?? false);

/** Whether two given names, folded, can be the same person's by being short for one another: "ed" and "edward", "bill" and "william". */
export const isSameGivenName = (a: string, b: string): boolean =>
  a === b || isShortFor(a, b) || isShortFor(b, a);
