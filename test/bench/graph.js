// Round trips over Microsoft Graph with 100 ms of latency a request: the critical path and its trace. Run with: node test/bench/graph.js
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const latency = 100;
const client = 'aaaaaaaa-0000-4000-8000-0000000000cc';
const appId = '00000000-0000-4000-8000-000000000300';

// The stand-in is TypeScript; at this depth its addresses of fixtures hold.
const built = join(root, 'dist/bench/stand-in/index.mjs');
await build({
  entryPoints: [join(root, 'test/source/graph-stand-in/index.ts')],
  outfile: built,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
});
const { startGraphStandIn, contosoTenant } = await import(pathToFileURL(built).href);

/** A server that answers after the latency, and counts. */
async function serve(answer) {
  const counts = { connections: 0 };
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      setTimeout(() => {
        const { status, body } = answer(request, Buffer.concat(parts).toString());
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      }, latency);
    });
  });
  server.on('connection', () => (counts.connections += 1));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, counts, server };
}

const token = { token_type: 'Bearer', expires_in: 3599, access_token: 'opaque-token-of-the-bench' };
const accounts = new Map([
  ['mona@contoso.com', 'account-of-mona'],
  ['nora@contoso.com', 'account-of-nora'],
]);
const answerScim = ({ method, url }, text) => {
  if (method === 'POST') return { status: 201, body: { ...JSON.parse(text), id: 'new-1' } };
  if (method === 'PATCH') return { status: 200, body: { id: 'new-1' } };
  const wanted = /"([^"]*)"/.exec(decodeURIComponent(url.replaceAll('+', ' ')))?.[1];
  const id = accounts.get(wanted);
  const Resources = id === undefined ? [] : [{ id, userName: wanted }];
  return { status: 200, body: { totalResults: Resources.length, Resources } };
};

async function measure(name, upn, most, keys) {
  const graph = await startGraphStandIn({ ...contosoTenant(), latency });
  const authority = await serve(() => ({ status: 200, body: token }));
  const target = await serve(answerScim);
  const folder = mkdtempSync(join(tmpdir(), 'provision-user-bench-'));
  cpSync(join(root, 'fixtures/contoso'), folder, { recursive: true });
  const source = {
    kind: 'graph',
    tenant: client,
    clientId: client,
    auth: 'client-secret',
    clientSecret: { env: 'S' },
  };
  const addresses = { graphUrl: graph.url, authorityUrl: authority.url, app: { appId } };
  const scim = { kind: 'scim', url: target.url, auth: { kind: 'none' } };
  const configuration = { ...keys, source: { ...source, ...addresses }, target: scim };
  writeFileSync(join(folder, 'bench.json'), JSON.stringify(configuration));
  const args = ['--config', 'bench.json', '--upn', upn, '--output', 'json', '--no-investigate'];
  const report = JSON.parse(await run(args, folder));
  const chains = longestChain(report);
  const connections = graph.connections() + authority.counts.connections + target.counts.connections;
  console.log(`${name}: ${chains.length} round trips on the critical path (aim: at most ${most})`);
  console.log(`  ${report.outcome.summary}; ${report.exchanges.length} requests, ${connections} connections`);
  for (const line of chains) console.log(`  ${line}`);
  graph.stop();
  for (const { server } of [authority, target]) (server.closeAllConnections(), server.close());
  rmSync(folder, { recursive: true });
}

function run(args, cwd) {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, HOME: cwd, S: 'secret-of-the-bench' };
    const child = spawn(process.execPath, [join(root, 'bin/provision-user.js'), ...args], { cwd, env });
    const [out, err] = [[], []];
    child.stdout.on('data', (part) => out.push(part));
    child.stderr.on('data', (part) => err.push(part));
    child.on('close', () => {
      const text = Buffer.concat(out).toString();
      if (text === '') reject(new Error(Buffer.concat(err).toString()));
      else resolve(text);
    });
  });
}

/** The steps one after another; what runs beside (connection test, look-up of a manager) costs nothing that the match does not. */
function longestChain({ exchanges }) {
  const isBeside = ({ step, method, url }) =>
    step === 'testConnection' || (step === 'performAction' && method === 'GET' && url.includes('filter='));
  const waited = exchanges.filter((exchange) => !isBeside(exchange));
  return waited.map(
    ({ step, method, url }) => `${step.padEnd(14)} ${method.padEnd(5)} ${decodeURIComponent(url)}`,
  );
}

const schema = './schema.json';
await measure('schema file, update', 'nora@contoso.com', 6, { schema });
await measure('live schema, update', 'nora@contoso.com', 9, {});
// The schema of the bundled tenant matches by a second attribute when the first finds nobody: one round trip more.
await measure('schema file, create with manager, two matching attributes', 'carla@contoso.com', 7, {
  schema,
});
