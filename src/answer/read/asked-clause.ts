import { splitSentences } from '../../text/split-sentences.ts';
import { textAt } from '../../text/span.ts';

/** A word that opens an embedded question or what is told of. */
const OPENER = String.raw`(?:what|whats|who|whom|whose|when|where|which|why|how|whether|if)\b`;
/** Asking to be told: what comes behind it is what is asked. */
const TELLING =
  'tell|say|know|explain|show|find|get|give|list|remind|wonder|wondering|ask|asking|like|want|need|interested|curious|' +
  'help|look|looking|check|see|understand|figure|learn|hear|read|point|summari[sz]e|confirm|clarify|describe|research|' +
  'researching|remember|recall|quote|bring|pull|fetch|share|elaborate|enlighten|update|walk|inform|trying';
/** Who asks and who is asked: a clause of theirs is about asking, not about the talks. */
const ASKER = String.raw`(?:i|i'm|im|i'd|id|i've|ive|we|we're|you|u|me|us|my|our|anyone|anybody|someone|somebody|please|pls)\b`;

/** "Could you tell me …", "I was wondering …", "does anybody know …": up to the question that it opens. */
const FRAME = new RegExp(
  String.raw`^(?=[^?]{0,300}?\b${ASKER})[^?]{0,300}?\b(?:${TELLING})\b(?:(?! (?:what|who|how|why|when|where)\b)[^?,;]){0,60}?[\s,:;]+(?:exactly |precisely |just )?(?=${OPENER})`,
  'i',
);
/** "Tell me about …", "show me everything on …", "give me quotes by …": a request without a question. */
const REQUEST = new RegExp(
  String.raw`^(?:(?:can|could|would|will|do|did) (?:you|u|we|i)|i(?:'d| would)? (?:want|need|like|love)(?: to)?|i'm looking for|please|pls|just|kindly|let me|and|so)?[\s,]*(?:please |just |kindly |to )*(?:tell|show|give|find|get|list|explain|summari[sz]e|describe|quote|see|know|hear|read|learn|look up|pull up|bring up|help (?:me|us)(?: to)? understand)\s+(?:(?:me|us|to me)\b\s*)?(?:(?:more|something|anything|everything|all|a bit|the)\b\s*)*(?:(?:about|on|regarding|of)\b\s*)?`,
  'i',
);
/** "What's the deal with …": nothing but the thing is asked after. */
const DEAL =
  /^(?:what|how) about\s+|^what(?:'?s| is| was)? (?:up with|the (?:deal|story|situation|news|word|status|matter) (?:with|on|about|of|regarding))\s+/i;
/** Two words written as one, as they are spoken. */
const SPOKEN: Readonly<Record<string, string>> = {
  gimme: 'give me',
  lemme: 'let me',
  wanna: 'want to',
  gonna: 'going to',
  gotta: 'got to',
};
const SPOKEN_WORD = new RegExp(String.raw`\b(?:${Object.keys(SPOKEN).join('|')})\b`, 'gi');
const GREETING =
  /^(?:(?:hi|hey|hello|hiya|yo|ok|okay|so|well|um+|uh+|hmm+|alright|right|sorry|excuse me|btw|fyi|quick question|question|dear \w+|good (?:morning|afternoon|evening|day)|greetings)(?: (?:there|all|everyone|everybody|guys|folks|bot|parley|team))?\b[\s,!.:;–—-]*)+/i;
const THANKS =
  /[\s,;.!–—-]*(?:\b(?:many )?(?:thanks|thank you|thx|thnx|ty|tysm|cheers|please|pls|plz|much appreciated|appreciate it|kind regards|lol|haha|mate|bro|dude|sir)\b(?: (?:a lot|so much|very much|in advance|again|you|all|for (?:your|the|any) help))*|[:;]-?[)(DP])[\s.!?)]*$/i;
/** What the articles say, tell or mention is what anybody says in them. */
const ARTICLES =
  /\b(?:according to|based on|in|from) (?:the|your|these|all|any of the) (?:articles?|news|sources?|documents?|texts?|reports?|reporting|coverage)\b[\s,]*/gi;
const WHAT_ARTICLES =
  /\b(?:do|does|did|is|are|was|were) (?:(?:the|your|these|any(?: of the)?) (?:articles?|news|sources?|texts?|reports?)|there|it)\b(?: (?:say|mention|tell us|report|true|anything|something|a quote|any quotes?))+(?: (?:about|on|regarding|that|whether|if|where|in which))?\s*/i;

/** A sentence of the asker's own doings, which opens no question. */
const ABOUT_ASKER = /^(?:i|i'm|im|i've|we|we're|my|our|it'?s for|this is for)\b/i;
const ASKS = new RegExp(
  String.raw`\?|^\s*(?:and |but |so |or )?(?:${OPENER}|(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)\b)`,
  'i',
);

/** Whether what is left still asks something. */
const hasWords = (text: string): boolean => /\p{L}{2}|\p{N}/u.test(text);

/** Takes off what a pattern matches, unless nothing would be left. */
function without(text: string, pattern: RegExp): string {
  const left = text.replace(pattern, ' ').trim();
  return hasWords(left) ? left : text;
}

/** Sentences in which the asker tells of themselves go, as long as another asks. */
function withoutAsker(text: string): string {
  const sentences = splitSentences(text).map((span) => textAt(text, span));
  if (sentences.length < 2) return text;
  const asked = sentences.filter((one) => ASKS.test(one) || !ABOUT_ASKER.test(one));
  return asked.length > 0 ? asked.join(' ') : text;
}

/**
 * The clause that a question really asks: without greeting, thanks, what the asker tells of themselves, and the request to
 * be told ("could you tell me what exactly …"). The question itself where nothing else would be left.
 */
export function askedClause(question: string): string {
  let text = question.trim().replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
  text = text.replace(SPOKEN_WORD, (word) => SPOKEN[word.toLowerCase()] ?? word);
  text = without(text, GREETING);
  for (let before = ''; before !== text;) {
    before = text;
    text = without(text, THANKS);
  }
  text = withoutAsker(text);
  for (let before = ''; before !== text;) {
    before = text;
    text = without(text, FRAME);
  }
  if (/^\W*(?:whether|if)\b/i.test(text)) text = without(text, /^\W*(?:whether|if)\b/i);
  text = without(text, WHAT_ARTICLES);
  text = without(text, ARTICLES);
  return without(without(text, DEAL), REQUEST);
}
