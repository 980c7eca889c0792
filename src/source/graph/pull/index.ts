export { type PulledDirectory } from './assemble-directory.js';
export { beginning, type ListPosition } from './read-users.js';
export { pullDirectory, type PullRequest } from './pull-directory.js';
