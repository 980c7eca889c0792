import { operators } from '../../steps/determine-scope/index.js';

const names = Object.entries(operators).map(
  ([name, { arity }]) => `  ${name.padEnd(24)}${arity === 'binary' ? 'attribute and value' : 'attribute'}`,
);

/** `help scoping` */
export const scopingTopic = `In scope is who is active in the source, passes a scoping filter, and is assigned to the application with a role
that entitles, or the scope is Sync all.

Scoping filters are ORed; the clauses of a filter are ANDed. Source values are compared, before any mapping.
Operators, spelt exactly:

${names.join('\n')}

A clause on an attribute without value is false, negative operators included; only IS NULL is true.
Comparison is case-sensitive. Regular expressions are those of .NET and match anywhere in the value.
Assignment counts directly, and through a security group of which the user is an immediate member; never nested.
`;
