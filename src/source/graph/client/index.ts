export { refuseToRun } from '../sign-in/run-program.js';
export { type GraphClientOptions, openGraphClient } from './open-client.js';
