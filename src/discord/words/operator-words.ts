/** Where who runs the bot sets it up. */
const DEVELOPERS = 'https://discord.com/developers/applications';

/** Words for who runs the bot: in the terminal, in the log and beside figures. */
export const OPERATOR_WORDS = {
  // bot
  notRegistered: (advice: string) => `commands not registered: ${advice}`,
  startAgain: 'start Parley again to retry',
  isBotInServer: (server: string) =>
    `is the bot in server ${server} (DISCORD_GUILD_ID)? invite it with "npm run parley -- invite" and start Parley again`,
  // connection
  intentRefused:
    'the Message Content intent is not granted: commands, mentions and direct messages work, but Discord keeps back the ' +
    `words of messages that do not mention the bot itself. Switch it on at ${DEVELOPERS} under Bot, Privileged Gateway Intents`,
  discordOutOfReach: (address: string, why: string) =>
    `Discord cannot be reached at ${address} (${why}); check the network and DISCORD_API_URL.`,
  tokenRefused: `Discord does not take DISCORD_TOKEN; make a new one at ${DEVELOPERS} (your application, Bot, Reset Token) and put it into .env.`,
  // invite
  noToken:
    'DISCORD_TOKEN does not look like a bot token (three parts with dots between); copy it from ' +
    `${DEVELOPERS} under Bot → Reset Token.`,
  // settings
  settingUnusable: (name: string, server: string) =>
    `the setting ${name} of server ${server} cannot be used; it is as if it were not set`,
  // journal
  answersCounted: 'Questions answered with evidence',
  noAnswersCounted: 'Questions that the articles do not answer',
  errorsCounted: 'Interactions that ended in a bug',
  rateLimitedCounted: 'Interactions turned away by a rate limit',
  claimsDroppedCounted: "A model's claims that the evidence does not bear, by the check they failed",
  latencyMeasured: 'From the interaction to its answer',
} as const;
