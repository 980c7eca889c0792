export { type Match, matchUser } from './match-user.js';
export { readText } from './describe-users.js';
