export { type Match, matchUser } from './match-user.js';
