export { judgeProbe } from './judge-probe.js';
export { testConnection } from './test-connection.js';
