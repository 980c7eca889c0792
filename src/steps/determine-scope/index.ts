export { determineScope, type ScopeOptions, type ScopeVerdict } from './determine-scope.js';
export { evaluateFilters } from './evaluate-filters.js';
export { operators } from './operators.js';
export { excludes, isOpposite, sameValues } from './exclusive-clauses.js';
