import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { MissingValue } from '../../diagnostics/families/refusal.js';
import type { AttributeChange } from '../../report/report.js';
import { namesAttribute } from '../../scim/index.js';

const tellsOfNothing =
  /required|missing|mandatory|empty|blank|\bnull\b|not (?:provided|specified|present|set)/i;

/** What is no name of an attribute at the beginning of "... is required". */
const pronouns =
  /^(?:a|an|the|it|this|that|one|some|value|values|attribute|field|fields|parameter|request|body)$/i;

/**
 * A create that was refused over an attribute without value: one that the words name and that was not sent; one that they name
 * and that no mapping has; or, where they say only that something is missing, all that were not sent.
 */
export function explainByNull(diagnostic: Diagnostic, rows: readonly AttributeChange[]): Diagnostic {
  if (diagnostic.code !== 'action/rejected' && diagnostic.code !== 'action/unprocessable') return diagnostic;
  const { args } = diagnostic;
  if (args.method !== 'POST' || args.detail === null || args.suspects.length > 0) return diagnostic;
  const words = args.detail.toLowerCase();
  const unsent = rows.filter(({ mapped, sent, operation }) => {
    return mapped === null && sent === null && operation === 'notSent';
  });
  const named = unsent.filter(({ target }) => namesAttribute(words, target));
  if (named.length > 0) return explain(diagnostic, named.map(toMissing), true, named);
  if (!tellsOfNothing.test(words)) return diagnostic;
  const unmapped = nameBeforeVerb(args.detail);
  if (unmapped !== undefined)
    return explain(diagnostic, [{ target: unmapped, sources: [], mapped: false }], true, []);
  const empty = unsent.filter(({ source }) => Object.keys(source).length > 0);
  return empty.length === 0 ? diagnostic : explain(diagnostic, empty.map(toMissing), false, empty);
}

function explain(
  diagnostic: Extract<Diagnostic, { code: 'action/rejected' | 'action/unprocessable' }>,
  missing: readonly MissingValue[],
  named: boolean,
  rows: readonly AttributeChange[],
): Diagnostic {
  const at = rows.length === 0 ? diagnostic.at : rows.map((row) => row.at);
  return diagnose('action/value-missing', { ...diagnostic.args, missing, named }, at);
}

const toMissing = ({ target, source }: AttributeChange): MissingValue => ({
  target,
  sources: Object.keys(source).filter((name) => source[name] === null),
  mapped: true,
});

/** The attribute of "costCenter is required"; undefined where the sentence begins otherwise. */
function nameBeforeVerb(detail: string): string | undefined {
  const name = /^\W*([A-Za-z][\w.$:-]*)\W+(?:attribute |field )?(?:is|was|must|can|may|should)\b/.exec(
    detail,
  )?.[1];
  return name === undefined || pronouns.test(name) ? undefined : name;
}
