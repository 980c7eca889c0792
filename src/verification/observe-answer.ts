import type { Exchange } from '../exchanges/exchange.js';
import { type AnswerProblem, diagnoseAnswer, noticeAnswer, readList, readResource } from '../scim/index.js';
import { describeExchangeShortly } from './describe-shortly.js';
import type { Observation } from './observation.js';
import type { RequirementId } from './requirements.js';

/** Which requirement a problem of an answer speaks against; null where the operation itself is at fault. */
const requirementOf: Readonly<Record<AnswerProblem['kind'], RequirementId | null>> = {
  wrongStatus: null,
  empty: 'listResponse',
  html: 'json',
  notJson: 'json',
  notListResponse: 'listResponse',
  missingResources: 'resourcesPresent',
  notResource: 'read',
  severalResources: 'read',
  missingId: 'resourceId',
  wrongShape: 'attributeTypes',
};

/**
 * What the form of any answer of `/Users` and `/Groups` says about the requirements, whatever was asked. Nothing where the
 * request was refused or not answered: that is for who asked to judge.
 */
export function observeAnswer(exchange: Exchange): readonly Observation[] {
  const { request, answer } = exchange;
  const isOfAccounts = /^\/(Users|Groups)\b/.test(request.path);
  if (answer === undefined || !isOfAccounts || answer.status < 200 || answer.status > 299) return [];
  const isQuery = request.method === 'GET' && /^\/(Users|Groups)(\?|$)/.test(request.path);
  const reading = isQuery ? readList(answer) : readResource(answer);
  const shortly = describeExchangeShortly(exchange);
  const see = (requirement: RequirementId, evidence = shortly): Observation => ({
    requirement,
    verdict: 'pass',
    evidence,
    exchanges: [exchange],
    diagnostics: [],
  });
  if (reading.kind === 'none') return [];
  if (reading.kind === 'unfit') {
    const requirement = requirementOf[reading.problem.kind];
    if (requirement === null) return [];
    const diagnostics = [diagnoseAnswer(reading.problem, request)];
    return [
      { ...see(requirement, `${shortly}: ${wordsFor(reading.problem)}`), verdict: 'fail', diagnostics },
      ...(requirement === 'json' ? [] : [see('json')]),
    ];
  }
  const holdsResource = reading.kind === 'resource' || reading.resources.length > 0;
  return [
    see('json'),
    observeMediaType(exchange, shortly),
    ...(reading.kind === 'list' ? [see('listResponse')] : []),
    ...(reading.kind === 'list' && holdsResource ? [see('resourcesPresent')] : []),
    ...(holdsResource ? [see('resourceId'), see('attributeTypes')] : []),
  ];
}

/** application/json is passed over, as in a run; it stands in the evidence. */
function observeMediaType(exchange: Exchange, shortly: string): Observation {
  const type = exchange.answer?.headers['content-type'] ?? 'no content-type';
  const diagnostics = noticeAnswer(exchange);
  return {
    requirement: 'mediaType',
    verdict: diagnostics.length === 0 ? 'pass' : 'warning',
    evidence: `${shortly}: ${type}`,
    exchanges: [exchange],
    diagnostics,
  };
}

function wordsFor(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'wrongStatus':
    case 'empty':
      return `status ${String(problem.status)}, no body`;
    case 'html':
      return 'an HTML page';
    case 'notJson':
      return 'no JSON';
    case 'notListResponse':
      return `${problem.found} instead of a ListResponse`;
    case 'missingResources':
      return 'Resources is missing';
    case 'notResource':
      return `${problem.found} instead of a resource`;
    case 'severalResources':
      return `a list of ${String(problem.count)} instead of one resource`;
    case 'missingId':
      return 'id is missing';
    case 'wrongShape':
      return `${problem.attribute} is ${problem.found}, not ${problem.expected}`;
  }
}
