import { orderKeys } from '../../report/order-keys.js';
import type { Report } from '../../report/report.js';

/** The report as one JSON document, indented by 2, its keys in the order of report.ts. Nothing is left out. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(orderKeys(report), null, 2)}\n`;
}
