import { families, type FunctionFamily } from '../../expression/index.js';
import { hang } from '../../render/text/wrap.js';

const grammar = `A mapping expression is one function call, an attribute, or a constant:

  Join(" ", [givenName], [surname])    function names as listed; arguments may be any expression
  [department]                         an attribute; its name is case-sensitive
  "a \\"quoted\\" text \\\\"               double quotes only; \\" and \\\\ are escapes, so patterns double their backslashes
  8, -1, &H1F                          whole numbers
  Replace([a], "x", , , "y", , )       an empty place is an argument that is not provided; "" is a value
  IIF([country] = "AT", "EU", "-")     = <> > >= < <= where a condition is expected, one in each; no AND, OR, NOT

An attribute without value is null. A null argument makes most results null, and null is never sent. Regular expressions and
dates are those of .NET. At most 10,000 characters.
`;

/** `help expressions` */
export function describeExpressions(): string {
  return `${grammar}
${families.map(listFamily).join('\n')}
Each has its own help: provision-user help Join. To see what one does: provision-user eval '<expression>' --set name=value.
`;
}

const widest = Math.max(...families.flatMap(({ functions }) => functions.map(({ name }) => name.length)));

function listFamily({ title, functions }: FunctionFamily): string {
  const rows = functions.flatMap(({ name, summary }) => hang(`  ${name.padEnd(widest)}  `, summary, 118));
  return `${title}\n${rows.join('\n')}\n`;
}
