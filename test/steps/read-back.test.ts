import { describe, expect, test } from '@jest/globals';
import { buildRead } from '../../src/scim/index.js';
import { readBack } from '../../src/steps/perform-action/read-back.js';
import { list, playTarget } from './played-target.js';

// What may be asked beyond the service's own requests: design.md (--no-investigate) and the scim-client reference, section 5.
describe('after a write that was answered without a body', () => {
  test.each([
    ['the resource', JSON.stringify({ id: '7', userName: 'x' }), { id: '7', userName: 'x' }],
    ['no answer', undefined, undefined],
    ['a list', list(), undefined],
  ])('reading back gives %s', async (_name, body, stored) => {
    const target = playTarget(() => body);
    const read = await readBack(buildRead('Users', '7'), target, new AbortController().signal);
    expect(read.stored).toEqual(stored);
    expect(target.sent).toEqual([{ method: 'GET', path: '/Users/7', ours: true }]);
  });
});
