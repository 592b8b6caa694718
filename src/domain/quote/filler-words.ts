/** Words by which reporters bring in who says it. */
export const REPORTING = new Set(
  (
    'according added adding announced deputy emphasized minister mr mrs ms noted official officials president reported ' +
    'said say saying says secretary side spokesman spokesperson spokeswoman stated stressed told warned'
  ).split(' '),
);

/** Words that are in every second sentence, whoever says it. */
export const STOP_WORDS = new Set(
  (
    'a about after all also an and any are as at be been before being but by can could did do does for from had has have ' +
    'he her him his i if in into is it its may more most must my no not of on or our out over shall she should so some ' +
    'such than that the their them then there these they this those to too under up us was we were what when which who ' +
    'will with would you your'
  ).split(' '),
);
