import type { Attributes, Value } from '../expression/index.js';
import type { AttributeFlow, Job } from '../job/index.js';

/** How often the user has changed in the source: as created, and after each of two updates. */
export type Stage = 0 | 1 | 2;

/** A user of the source who does not exist, made for one verification. */
export interface ArtificialUser {
  /** every value that has to be unique holds it: `provision-user-check-<guid>` */
  readonly name: string;
  attributes(stage: Stage, softDeleted?: boolean): Attributes;
}

const words = ['Check', 'Revised', 'Third'] as const;
/** Numbers reserved for fiction, with the punctuation that servers like to drop. */
const phones = ['+1 (555) 010-0100', '+1 (555) 010-0101', '+1 (555) 010-0102'] as const;

const dates = ['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z', '2022-01-01T00:00:00Z'] as const;

/** Source attributes whose values have a form that targets check, by stage. */
const formed: readonly (readonly [RegExp, readonly [string, string, string]])[] = [
  [/phone|^mobile$|facsimile|fax|pager/i, phones],
  [/^(country|usageLocation|c)$/i, ['AT', 'DE', 'CH']],
  [/language|locale/i, ['en-US', 'de-AT', 'fr-CH']],
  [/postalCode/i, ['10001', '20002', '30003']],
  [/date|time$/i, dates],
  [/^userType$/i, ['Member', 'Member', 'Member']],
];

const nameLike = /^(mailNickname|onPremisesSamAccountName|samAccountName|employeeId|.*immutableId)$/i;
const addressLike = /mail$|principalName$/i;
const listLike = /^(otherMails|proxyAddresses|businessPhones)$/i;

/**
 * Makes up a user with a value for everything that the mappings read: unmistakably artificial, of the type that its target
 * wants, unique where accounts are matched by it, and changed from stage to stage everywhere else. `example.com` belongs to
 * nobody (RFC 2606).
 */
export function makeArtificialUser(job: Job, guid: string): ArtificialUser {
  const name = `provision-user-check-${guid}`;
  const matched = new Set(job.matching.flatMap(({ expression }) => expression?.attributes ?? []));
  return {
    name,
    attributes: (stage, softDeleted = false) => {
      const entries = job.needs.map(({ name: attribute }): [string, Value] => [
        attribute,
        valueOf({
          attribute,
          name,
          guid,
          stage,
          isMatched: matched.has(attribute),
          fed: fedBy(job, attribute),
        }),
      ]);
      return { ...Object.fromEntries(entries), IsSoftDeleted: softDeleted, accountEnabled: true };
    },
  };
}

interface Wanted {
  readonly attribute: string;
  readonly name: string;
  readonly guid: string;
  readonly stage: Stage;
  readonly isMatched: boolean;
  /** the target attribute that gets the value as it is */
  readonly fed: AttributeFlow | undefined;
}

function valueOf({ attribute, name, guid, stage, isMatched, fed }: Wanted): Value {
  const address = `${name}@example.com`;
  if (attribute === 'appRoleAssignments') return [role];
  // References follow by an account of their own.
  if (attribute === 'manager' || attribute === 'members') return null;
  if (/^(objectId|id)$/i.test(attribute)) return guid;
  if (addressLike.test(attribute)) return address;
  if (listLike.test(attribute)) return [/mail|address/i.test(attribute) ? address : phones[stage]];
  if (nameLike.test(attribute)) return name;
  const typed = fed === undefined ? undefined : typedValue(fed, guid, stage, isMatched);
  if (typed !== undefined) return typed;
  if (isMatched) return name;
  const form = formed.find(([pattern]) => pattern.test(attribute))?.[1][stage];
  const text = form ?? `${words[stage]} ${attribute}`;
  return fed?.multivalued === true ? [text] : text;
}

/** A value in the form that a target attribute takes; undefined where a text does. */
function typedValue(
  { type }: AttributeFlow,
  guid: string,
  stage: Stage,
  isMatched: boolean,
): Value | undefined {
  switch (type) {
    case 'Boolean':
      return true;
    case 'Integer':
      // Eight hexadecimal digits of the GUID: a whole number that hardly anybody has.
      return isMatched ? String(Number.parseInt(guid.slice(0, 8), 16)) : String(4711 + stage);
    case 'Binary':
      return ['Y2hlY2s=', 'cmV2aXNlZA==', 'dGhpcmQ='][stage];
    case 'DateTime':
      return dates[stage];
    case 'String':
    case 'Reference':
      return undefined;
  }
}

function fedBy({ flows }: Job, attribute: string): AttributeFlow | undefined {
  return flows.find(({ kind, expression }) => kind === 'Direct' && expression?.attributes[0] === attribute);
}

/** The role of the default app manifest, as the service hands it to expressions. */
const role = JSON.stringify({
  id: '18d14569-c3bd-439b-9a66-3a2aee01d14f',
  value: 'User',
  displayName: 'User',
});
