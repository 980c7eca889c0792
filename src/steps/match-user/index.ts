export { type Match, matchUser } from './match-user.js';
export { judgeLookup, type LookupJudgement } from './judge-lookup.js';
