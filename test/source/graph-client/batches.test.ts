import { afterEach, describe, expect, test } from '@jest/globals';
import type { GraphReply, GraphRequest } from '../../../src/source/graph/graph-client.js';
import { never, openBench } from '../../http/loopback.js';
import { codesOf, graphError, open, type Scripted, shown, standIn, words } from './open-client.js';

const bench = openBench();
afterEach(() => bench.closeAll());

interface Asked {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const read = (path: string): GraphRequest => ({ method: 'GET', path, need: 'readUser' });
const manager = read('/users/a/manager');

/** A Graph that answers batches, each entry by a function of its URL and of how often that was asked. */
async function batching(answer: (asked: Asked, times: number) => Scripted | undefined) {
  const rounds: (readonly Asked[])[] = [];
  const times = new Map<string, number>();
  const { root, seen } = await standIn(bench, ({ body }) => {
    const { requests } = JSON.parse(body) as { requests: readonly Asked[] };
    rounds.push(requests);
    const responses = requests.flatMap((asked) => {
      const before = times.get(asked.url) ?? 0;
      times.set(asked.url, before + 1);
      const scripted = answer(asked, before);
      return scripted === undefined ? [] : [{ id: asked.id, headers: {}, ...scripted }];
    });
    // Graph answers in any order.
    return { status: 200, body: { responses: responses.reverse() } };
  });
  return { root, rounds, seen };
}

const echo = ({ url }: Asked): Scripted => ({ status: 200, body: { url } });
const exchangesOf = (replies: readonly GraphReply[]): readonly number[] =>
  replies.map(({ exchanges }) => exchanges.length);

// Graph reference, section 5.
describe('a batch', () => {
  test('is one round trip, its answers matched by id whatever their order', async () => {
    const { root, rounds, seen } = await batching(echo);
    const { client } = open(bench, { graphUrl: root });
    const body: GraphRequest = {
      method: 'POST',
      path: '/x/parseExpression',
      need: 'parseExpression',
      headers: { ConsistencyLevel: 'eventual' },
      body: { expression: '1' },
    };
    const replies = await client.batch([read('/users/a'), manager, body], never());
    expect(replies.map((reply) => [reply.status, 'body' in reply && reply.body])).toEqual([
      [200, { url: '/users/a' }],
      [200, { url: '/users/a/manager' }],
      [200, { url: '/x/parseExpression' }],
    ]);
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v1.0/$batch']);
    // Bodies need their content type in the entry.
    expect(rounds[0]?.[2]).toMatchObject({
      headers: { 'Content-Type': 'application/json', ConsistencyLevel: 'eventual' },
      body: { expression: '1' },
    });
    expect(exchangesOf(replies)).toEqual([1, 0, 0]);
  });

  test('has at most 20 requests', async () => {
    const { root, rounds } = await batching(echo);
    const { client } = open(bench, { graphUrl: root });
    const requests = Array.from({ length: 41 }, (_, index) => read(`/users/${index}`));
    const replies = await client.batch(requests, never());
    expect(rounds.map(({ length }) => length).sort((a, b) => b - a)).toEqual([20, 20, 1]);
    expect(replies.map((reply) => 'body' in reply && reply.body)).toEqual(
      requests.map(({ path: url }) => ({ url })),
    );
  });

  test('sends only what was throttled again, none before its own time', async () => {
    const { root, rounds } = await batching((asked, times) =>
      asked.url.includes('throttled') && times === 0
        ? { ...graphError(429, 'TooManyRequests', 'slow'), headers: { 'Retry-After': asked.url.slice(-1) } }
        : echo(asked),
    );
    const { client, slept, waits } = open(bench, { graphUrl: root });
    const requests = [read('/throttled/2'), read('/users/a'), read('/throttled/7')];
    const replies = await client.batch(requests, never());
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(rounds.map((round) => round.map(({ url }) => url))).toEqual([
      ['/throttled/2', '/users/a', '/throttled/7'],
      ['/throttled/2', '/throttled/7'],
    ]);
    expect(slept).toEqual([7000]);
    expect(waits).toMatchObject([{ url: `${root}/v1.0/throttled/7`, seconds: 7, status: 429 }]);
    expect(exchangesOf(replies)).toEqual([1, 1, 0]);
  });

  test('that asks an entry to wait too long gives the others their answers', async () => {
    const { root } = await batching((asked) =>
      asked.url === manager.path
        ? { ...graphError(429, 'TooManyRequests', 'slow'), headers: { 'retry-after': '9999' } }
        : echo(asked),
    );
    const { client } = open(bench, { graphUrl: root });
    const replies = await client.batch([manager, read('/users/a')], never());
    expect(replies.map(({ status }) => status)).toEqual([undefined, 200]);
    expect(replies.map(codesOf)).toEqual([['graph/throttled'], []]);
  });

  test('has failures entry by entry, each with the permission of its own need', async () => {
    const { root } = await batching((asked) => {
      if (asked.url === '/forbidden') return graphError(403, 'Authorization_RequestDenied', 'no');
      if (asked.url === '/gone') return graphError(404, 'Request_ResourceNotFound', 'no');
      if (asked.url === '/dependent') return graphError(424, 'FailedDependency', 'no');
      if (asked.url === '/locked') return graphError(423, 'resourceLocked', 'no');
      return asked.url === '/lost' ? undefined : echo(asked);
    });
    const { client } = open(bench, { graphUrl: root });
    const replies = await client.batch(
      [
        { ...read('/forbidden'), need: 'readJob' },
        read('/gone'),
        read('/dependent'),
        read('/lost'),
        read('/locked'),
        read('/users/a'),
      ],
      never(),
    );
    expect(replies.map((reply) => [reply.status, ...codesOf(reply)])).toEqual([
      [403, 'graph/forbidden'],
      [404, 'graph/not-found'],
      [424, 'graph/dependency-failed'],
      [undefined, 'graph/batch-incomplete'],
      [423, 'graph/refused'],
      [200],
    ]);
    expect(replies[0]?.diagnostics.map(words).join()).toContain('Synchronization.Read.All');
  });

  test('whose entries are refused for their token is sent once more with a new one', async () => {
    let runs = 0;
    const runProgram = () => {
      const stdout = JSON.stringify({ accessToken: `token-${++runs}` });
      return Promise.resolve({ ok: true, stdout } as const);
    };
    const { root, rounds, seen } = await batching((asked, times) =>
      times === 0 ? graphError(401, 'InvalidAuthenticationToken', 'expired') : echo(asked),
    );
    const { client } = open(bench, { graphUrl: root, auth: { kind: 'azure-cli' } }, { runProgram });
    const replies = await client.batch([read('/users/a'), manager], never());
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(rounds.map(({ length }) => length)).toEqual([2, 2]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  test('that fails as a whole fails for each request', async () => {
    const { root } = await standIn(bench, () => graphError(400, 'BadRequest', 'no batch'));
    const { client } = open(bench, { graphUrl: root });
    const replies = await client.batch([read('/users/a'), manager], never());
    expect(replies.map((reply) => [reply.status, ...codesOf(reply)])).toEqual([
      [400, 'graph/bad-request'],
      [400, 'graph/bad-request'],
    ]);
    expect(exchangesOf(replies)).toEqual([1, 0]);
  });

  test('of one request is that request, and of none is nothing', async () => {
    const { root, seen } = await standIn(bench, () => ({ status: 200, body: {} }));
    const { client } = open(bench, { graphUrl: root });
    expect(await client.batch([manager], never())).toMatchObject([{ status: 200 }]);
    expect(await client.batch([], never())).toEqual([]);
    expect(seen.map(({ url }) => url)).toEqual(['/v1.0/users/a/manager']);
  });
});

const collect = async (pages: AsyncGenerator<GraphReply>): Promise<readonly GraphReply[]> => {
  const all: GraphReply[] = [];
  for await (const page of pages) all.push(page);
  return all;
};
const listUsers: GraphRequest = {
  method: 'GET',
  path: '/users?$top=2',
  need: 'readUser',
  headers: { ConsistencyLevel: 'eventual' },
};

// Graph reference, section 3: "follow @odata.nextLink as it is ... send the same headers again ... never to another host".
describe('a list', () => {
  test('is followed page by page as its links are written, with the same headers', async () => {
    const next = '/v1.0/users?$top=2&%24skiptoken=RFN%2bbQ';
    const { root, seen } = await standIn(bench, ({ headers }, index) => ({
      status: 200,
      body: {
        value: [{ id: index }],
        ...(index === 0 ? { '@odata.nextLink': `http://${String(headers.host)}${next}` } : {}),
      },
    }));
    const { client } = open(bench, { graphUrl: root });
    const pages = await collect(client.pages(listUsers, never()));
    expect(pages.map((page) => page.status)).toEqual([200, 200]);
    expect(seen.map(({ url, headers }) => [url, headers.consistencylevel])).toEqual([
      ['/v1.0/users?$top=2', 'eventual'],
      [next, 'eventual'],
    ]);
    expect(pages.map(shown).join()).toContain('skiptoken=RFN%2bbQ');
  });

  test('is not followed to another host', async () => {
    const other = await standIn(bench, () => ({ status: 200, body: { value: [] } }));
    const { root } = await standIn(bench, () => ({
      status: 200,
      body: { value: [], '@odata.nextLink': `${other.root}/v1.0/users?$skiptoken=x` },
    }));
    const { client } = open(bench, { graphUrl: root });
    const pages = await collect(client.pages(listUsers, never()));
    expect(pages.map((page) => [page.status, ...codesOf(page)])).toEqual([
      [200],
      [undefined, 'graph/link-elsewhere'],
    ]);
    expect(other.seen).toEqual([]);
  });

  test('whose links name the cloud is followed where the configuration has its root', async () => {
    const { root, seen } = await standIn(bench, (_, index) => ({
      status: 200,
      body: {
        value: [],
        ...(index === 0 ? { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/users?$skiptoken=x' } : {}),
      },
    }));
    const { client } = open(bench, { graphUrl: root });
    await collect(client.pages(listUsers, never()));
    expect(seen.map(({ url }) => url)).toEqual(['/v1.0/users?$top=2', '/v1.0/users?$skiptoken=x']);
  });

  test('ends with a page that is refused, and with a circle', async () => {
    const refused = await standIn(bench, () => graphError(400, 'BadRequest', 'no'));
    const first = open(bench, { graphUrl: refused.root }).client;
    expect((await collect(first.pages(listUsers, never()))).map(({ status }) => status)).toEqual([400]);
    const circle = await standIn(bench, ({ headers }) => ({
      status: 200,
      body: { value: [], '@odata.nextLink': `http://${String(headers.host)}/v1.0/users?$skiptoken=x` },
    }));
    const second = open(bench, { graphUrl: circle.root }).client;
    expect((await collect(second.pages(listUsers, never()))).map(codesOf)).toEqual([
      [],
      [],
      ['graph/endless-pages'],
    ]);
  });
});
