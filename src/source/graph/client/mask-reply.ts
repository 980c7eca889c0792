import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Mask } from '../../../exchanges/mask.js';
import type { GraphReply } from '../graph-client.js';

/** A reply without secrets in what is shown of it. Its body is data, and left as it came. */
export function maskReply(reply: GraphReply, mask: Mask): GraphReply {
  return {
    ...reply,
    diagnostics: reply.diagnostics.map((diagnostic) => maskDiagnostic(diagnostic, mask)),
    exchanges: reply.exchanges.map((exchange) => mask.maskExchange(exchange)),
  };
}

/** What a service or program says may hold anything. */
function maskDiagnostic(diagnostic: Diagnostic, mask: Mask): Diagnostic {
  const args = Object.fromEntries(
    Object.entries(diagnostic.args).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? mask.maskText(value) : value,
    ]),
  );
  return { ...diagnostic, args } as Diagnostic;
}
