import { describe, expect, test } from '@jest/globals';
import { formats, loadRenderer } from '../../src/render/index.js';
import { fine } from './reports/index.js';
import { look } from './text/look.js';

describe('the renderers', () => {
  test.each([
    ['text', /created alice@contoso\.com\n$/],
    ['json', /^\{\n {2}"format"/],
  ] as const)('%s is loaded by its name', async (format, pattern) => {
    expect(formats).toContain(format);
    const render = await loadRenderer(format);
    expect(render(fine['healthy create']!, look())).toMatch(pattern);
  });
});
