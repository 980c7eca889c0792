import { describe, expect, test } from '@jest/globals';
import { makeArtificialUser } from '../../src/verification/artificial-user.js';
import { chooseHeldBack, createUserMapper } from '../../src/verification/map-user.js';
import { contoso } from '../provision/contoso.js';

const guid = '11111111-2222-4333-8444-555555555555';
const user = makeArtificialUser(contoso, guid);
const mapper = createUserMapper(contoso, 0, 'test');
const rows = mapper.create(user.attributes(0));
const textOf = (target: string): unknown => rows.find(({ flow }) => flow.target === target)?.sent?.text;

describe('the artificial user (brief: clearly artificial values, from the mapping, required ones included)', () => {
  test('gives every mapping a value that can be sent', () => {
    expect(rows.filter(({ sent }) => sent === null).map(({ flow }) => flow.target)).toEqual([]);
  });

  test('is known by his guid wherever accounts are matched', () => {
    for (const { target } of contoso.matching) expect(textOf(target)).toContain(guid);
  });

  test('has his address in a domain that belongs to nobody (RFC 2606)', () => {
    expect(textOf('userName')).toBe(`provision-user-check-${guid}@example.com`);
  });

  test('is active, until he is soft-deleted', () => {
    const active = (softDeleted: boolean): unknown =>
      mapper.create(user.attributes(0, softDeleted)).find(({ flow }) => flow.target === 'active')?.sent?.json;
    expect([active(false), active(true)]).toEqual([true, false]);
  });

  test.each([1, 2] as const)('at stage %i has other values than before, but where he is matched', (stage) => {
    const before = user.attributes(stage === 1 ? 0 : 1);
    const changed = mapper
      .create(user.attributes(stage))
      .filter(
        ({ flow, sent }) => sent?.text !== mapper.create(before).find((row) => row.flow === flow)?.sent?.text,
      )
      .map(({ flow }) => flow.target);
    expect(changed).toEqual(
      expect.arrayContaining(['title', 'name.givenName', 'phoneNumbers[type eq "work"].value']),
    );
    for (const { target } of contoso.matching) expect(changed).not.toContain(target);
  });

  test.each([
    ['Integer', /^\d+$/],
    ['DateTime', /^\d{4}-\d\d-\d\dT/],
    ['Binary', /^[A-Za-z0-9+/]+=*$/],
  ] as const)('gives a %s what it takes', (type, form) => {
    const [title] = contoso.flows.filter(({ target }) => target === 'title');
    const typed = { ...contoso, flows: [{ ...title!, type }] };
    const made = createUserMapper(typed, 0, 'test').create(makeArtificialUser(typed, guid).attributes(0));
    expect(made.map(({ sent, fault }) => [sent?.text, fault])).toEqual([[expect.stringMatching(form), null]]);
  });
});

describe('what the create leaves out for a PATCH with a filtered path', () => {
  test('is one element, with another one of its attribute beside it', () => {
    const held = chooseHeldBack(rows).map(({ flow }) => flow.target);
    expect(held).toEqual(['phoneNumbers[type eq "fax"].value']);
  });

  test('is never what is matched on, and nothing where no path has a filter', () => {
    const matched = rows.filter(({ flow }) => flow.matchingPriority > 0 || flow.path.filter.length === 0);
    expect(chooseHeldBack(matched)).toEqual([]);
  });

  test('takes the last element where none has another beside it', () => {
    const alone = rows.filter(({ flow }) => flow.target === 'emails[type eq "work"].value');
    expect(chooseHeldBack(alone)).toEqual(alone);
  });
});
