import type {
  DetermineScopeDetails,
  ImportUserDetails,
  MatchUserDetails,
  PerformActionDetails,
  TestConnectionDetails,
} from '../report/report.js';

/** The details of steps that did not run: nothing is ever null where an array belongs. */
export const emptyDetails = {
  testConnection: { method: null, url: null, status: null, verdict: null } satisfies TestConnectionDetails,
  importUser: { attributes: {}, converted: [], missing: [] } satisfies ImportUserDetails,
  determineScope: {
    inScope: 'undecided',
    conditions: [],
    filters: [],
    smallestChange: [],
  } satisfies DetermineScopeDetails,
  matchUser: { attempts: [], users: [], differences: [] } satisfies MatchUserDetails,
  performAction: { because: '', attributes: [], dialects: [] } as PerformActionDetails,
};
