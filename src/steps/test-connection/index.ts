export { testConnection } from './test-connection.js';
