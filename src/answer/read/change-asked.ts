/** What one has on a matter, and what becomes of it. */
const HELD = String.raw`(?:position|stance|line|view|mind|demand|offer|tone|attitude|bid|proposal|story|answer|number|figure)s?`;
const AUX = String.raw`(?:has|have|had|did|does|do|is|are|was|were|'s|'ve)`;
/** What a side does that comes from where it stood, told of itself alone: "moved", "backed down", "gave ground". */
const MOVED = String.raw`(?:chang(?:e[ds]?|ing)|shift(?:s|ed|ing)?|mov(?:e[ds]?|ing)|budg(?:e[ds]?|ing)|evolv(?:e[ds]?|ing)|develop(?:ed|ing)|soften(?:s|ed|ing)?|harden(?:s|ed|ing)?|relent(?:s|ed|ing)?|waver(?:s|ed|ing)?|back-?(?:track|pedal)l?(?:s|ed|ing)?|back(?:s|ed|ing)? (?:down|off|away)|climb(?:s|ed|ing)? down|c(?:o|a)m(?:e|ing) (?:down|up|round|around)|g(?:o|one|oing) (?:up|down)|went (?:up|down)|walk(?:s|ed|ing)? back|row(?:s|ed|ing)? back|g(?:ive|ives|ave|iven|iving) (?:way|ground|in)|u-?turn(?:ed)?)`;
/** What is done to a thing that one holds: "dropped its demand", "raised their offer". */
const DOES_TO = String.raw`(?:drop(?:s|ped|ping)?|abandon(?:s|ed|ing)?|withdr(?:aw|awn|ew)|revis(?:e|ed|ing)|rais(?:e|ed|ing)|lower(?:s|ed|ing)?|improv(?:e|ed|ing)|cut|revers(?:e|ed|ing)|g(?:ive|ave|iven) up|tak(?:e|en) back|took back)`;
/** "On climate change", "of a shift": what has a preposition before it and no ending names a thing. */
const NO_NAME = String.raw`(?<!\b(?:about|on|of|over|to|for|against|with|by|in) (?:\S+ )?(?=(?:change|shift|move)s?\b))`;
/** What may stand behind a move; another noun there is what was moved: "moved people". */
const AFTER = String.raw`(?= *(?:$|[?!.,;–—-])| (?:at all|on|about|over|in|towards?|from|by|since|lately|recently|much|again|yet|and|or|(?:this|last|past) (?:week|month|round)|today|(?:its|their|his|her|the|any|a|our) (?:\S+ ){0,2}?${HELD}\b))`;
const NEWS = String.raw`(?:changes?|movement|shifts?|concessions?|u-?turns?|news|updates?|developments?|progress)`;
const SIZE = String.raw`(?:big|major|recent|new|other|further|more|latest)`;
const EARLIER = String.raw`(?:before|earlier|previously|(?:in |at |on )?(?:the )?(?:last|previous|first|opening|start|beginning|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b`;

const FORMS: readonly RegExp[] = [
  // Somebody, or what they hold, moved: "has the port moved on berths", "how has their line on tugs evolved".
  `\\b${AUX}\\b(?! (?:not )?(?:to|going)\\b).{1,80}?\\b${NO_NAME}${MOVED}${AFTER}`,
  `^(?:so |and |but )?(?:who|what|which \\S+|anybody|anyone|anything)(?: (?:else|all|of them))? (?:${AUX} )?(?:been )?${MOVED}${AFTER}`,
  `^(?:so |and |but )?(?:who|which \\S+|(?:has|have|had|did) .{1,60}?)\\b ?${DOES_TO} (?:\\S+ ){0,2}?${HELD}\\b`,
  `\\b${MOVED} (?:of|in) (?:\\S+ ){0,3}?(?:${HELD}|heart)\\b`,
  // What there is of moves: "any news on the berths", "which concessions have been made", "u-turns by the port".
  `\\b(?:any|what|which)(?: ${SIZE})? ${NEWS}\\b(?! (?:did|does|do|would|will|should|must|can)\\b)`,
  `^(?:${SIZE} |the )*${NEWS} (?:by|from|on|since|in|about)\\b`,
  // What was not so before: "what's new", "anything different", "is it still the same", "than in May".
  `\\b(?:what|anything|something|nothing|much)(?:'s| is| has| have|s| was)? (?:been )?(?:chang(?:ed|ing)|new|different|differently)\\b`,
  `\\b${HELD}\\b.*\\b(?:still |remain(?:ed)? |stay(?:ed)? )?(?:the same|unchanged)\\b`,
  `\\b(?:different(?:ly)?|otherwise|more|less) (?:\\S+ ){0,4}?than ${EARLIER}`,
  `\\bcompared (?:to|with) ${EARLIER}`,
  `\\bnow\\b.*\\b(?:not|\\p{L}+n't)\\b.*\\b${EARLIER}`,
  `\\bcatch (?:me|us) up\\b|\\b(?:bring|get) (?:me|us) up to (?:date|speed)\\b|\\bwhat (?:did|have) (?:i|we) miss(?:ed)?\\b`,
].map((form) => new RegExp(form, 'iu'));

/** A time of the talks, or of whoever asks, that is no day: "since the last round", "since we last spoke". */
const NO_DAY =
  /\b(?:since|after|compared (?:to|with)|than) (?:(?:the )?(?:last|previous|first|opening) (?:round|session|meeting|time|day|talks|week|month)|(?:i|we) (?:last )?(?:\p{L}+ed|spoke|met|looked)(?: last)?|then|before)\b/iu;

/** Whether it is asked what moved: who came from where they stood, what is new, what is not as it was. */
export function asksForChanges(clause: string): boolean {
  return FORMS.some((form) => form.test(clause));
}

/** The clause without a time that is no day. */
export function withoutVagueTime(clause: string): string {
  return clause
    .replace(NO_DAY, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[?.,!])/g, '')
    .trim();
}
