import type { DeclaredForm, DiscoveryDetails } from '../../report/report.js';
import { grid } from './face.js';
import type { Row } from './rows.js';
import type { Pen } from './pen.js';

const results = {
  read: 'read',
  notOffered: 'not offered',
  noAnswer: 'no answer',
  unfit: 'cannot be read',
} as const;

const undeclared = {
  implied: 'every resource has it',
  noSchema: 'its schema is not declared',
  noAttribute: 'not declared',
  noSubAttribute: 'not declared',
} as const;

/** What a target says of itself: its endpoints, its features, and how it declares what is mapped. */
export function showDiscovery(discovery: DiscoveryDetails, left: number, pen: Pen): readonly Row[] {
  const { endpoints, patch, filter, schemas, attributes } = discovery;
  return [
    ...grid(
      endpoints.map(({ path, status, result }) => [
        path,
        `${status === null ? '' : `${String(status)}, `}${results[result]}`,
      ]),
      left,
      pen,
    ),
    ...grid(
      [
        ['PATCH', support(patch)],
        ['filter', support(filter)],
        ['schemas', schemas.join(', ')],
      ].filter(([, value]) => value !== ''),
      left,
      pen,
    ),
    ...grid(
      attributes.map(({ target, declared }) => [
        target,
        typeof declared === 'string' ? undeclared[declared] : describeForm(declared),
      ]),
      left,
      pen,
    ).map((row) => ({ ...row, spare: true })),
  ];
}

const support = (supported: boolean | null): string =>
  supported === null ? '' : supported ? 'supported' : 'not supported';

function describeForm(form: DeclaredForm): string {
  return [
    form.multiValued ? `${form.type}, list` : form.type,
    ...(form.required ? ['required'] : []),
    ...(form.mutability === 'readwrite' ? [] : [form.mutability]),
    ...(form.uniqueness === 'none' ? [] : [`unique: ${form.uniqueness}`]),
    ...(form.caseExact ? ['caseExact'] : []),
    ...(form.returned === 'default' ? [] : [`returned: ${form.returned}`]),
  ].join(', ');
}
