export { type GraphClientOptions, openGraphClient } from './open-client.js';
