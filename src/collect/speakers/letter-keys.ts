/** Parties whose letter stands behind a member's name. */
export const LETTERS = ['country:Republicans', 'country:Democrats'];
const CONGRESS = 'country:Congress';
/** Whose parties and parliament they are. */
export const PARTIES_OF = 'country:US';
/** Whether a key is one of these parties or their parliament. */
export const isLetter = (key: string): boolean => LETTERS.includes(key) || key === CONGRESS;
