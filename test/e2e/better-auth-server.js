// A second independent SCIM service for the tests: the SCIM plugin of Better Auth, made to be provisioned by directory services,
// with its data in memory. It runs as a process of its own and tells its port to the parent.
import { createServer } from 'node:http';
import { scim } from '@better-auth/scim';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { getAuthTables } from 'better-auth/db';
import { toNodeHandler } from 'better-auth/node';

const token = process.env.SCIM_TOKEN;
const requests = [];

const options = {
  baseURL: 'http://127.0.0.1',
  secret: token.repeat(2),
  telemetry: { enabled: false },
  logger: { disabled: true },
  plugins: [scim({ connections: [{ id: 'entra', credentials: [{ type: 'bearer', id: 'one', token }] }] })],
};
const tables = Object.values(getAuthTables(options)).map(({ modelName }) => [modelName, []]);
const auth = betterAuth({ ...options, database: memoryAdapter(Object.fromEntries(tables)) });
const handle = toNodeHandler(auth);

const server = createServer((request, response) => {
  if (request.url === '/control') {
    response.end(JSON.stringify(requests));
    return;
  }
  requests.push(`${request.method} ${request.url.split('?')[0].replace('/api/auth/scim/v2', '')}`);
  void handle(request, response);
}).listen(0, '127.0.0.1', () => {
  process.send(server.address().port);
});
