import nlp from 'compromise/two';

/** What the package does not tell: "fishermen", "engineers". */
const MEN = /\p{L}{3}(?:m[ae]n|eers?)$/u;

/** Whether a common noun is for what people are or do, one or several, in any case: "lawyers", "a farmer". */
export function isPeopleWord(word: string): boolean {
  const lower = word.toLowerCase();
  return MEN.test(lower) || nlp(`the ${lower}`).has('the #Actor');
}
