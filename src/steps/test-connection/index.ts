export { judgeProbe } from './judge-probe.js';
export { factsFor, testConnection } from './test-connection.js';
