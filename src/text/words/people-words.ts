import { loadCompromise } from './load-compromise.ts';

/** What the package does not tell: "fishermen", "engineers". */
const MEN = /\p{L}{3}(?:m[ae]n|eers?)$/u;

/** Whether a common noun is for what people are or do, one or several, in any case: "lawyers", "a farmer". */
export function isPeopleWord(word: string): boolean {
  const lower = word.toLowerCase();
  return MEN.test(lower) || loadCompromise()(`the ${lower}`).has('the #Actor');
}

/** What people are to somebody: whoever is one is not that somebody. */
const RELATIONS = new Set(
  `
  accuser adviser advisor agent aide ally attorney aunt backer biographer booster boyfriend brother campaigner
  child client colleague counterpart cousin critic dad daughter deputy detractor doctor donor employee employer
  family fan father fiance fiancee follower friend girlfriend granddaughter grandfather grandmother grandson
  husband lawyer loyalist mentor mom mother mum neighbor neighbour nephew niece nurse operative opponent pal
  parent partner physician pollster predecessor publicist relative rival running-mate sister son spouse staffer
  strategist successor supporter surrogate uncle victim voter widow widower wife
  `.match(/\S+/g),
);

/** Whether a word, in small letters and for one, says what somebody is to somebody else: "Roe's doctor", "Roe's ally". */
export const isRelation = (key: string): boolean => RELATIONS.has(key);
