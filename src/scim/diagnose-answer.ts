import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { TargetRequest } from '../exchanges/exchange.js';
import type { AnswerProblem } from './answers.js';

/** Puts the problem of an answer into a diagnostic, with the request that it answers. */
export function diagnoseAnswer(problem: AnswerProblem, { method, path }: TargetRequest): Diagnostic {
  const request = `${method} ${path}`;
  switch (problem.kind) {
    case 'wrongStatus': {
      const { status, error } = problem;
      const scimType = error?.scimType ?? null;
      return diagnose('answer/wrong-status', { request, status, scimType, detail: error?.detail ?? null });
    }
    case 'empty':
      return diagnose('answer/empty', { request, status: problem.status });
    case 'html':
      return diagnose('answer/html', { request, status: problem.status, excerpt: problem.excerpt });
    case 'notJson':
      return diagnose('answer/not-json', { request, status: problem.status, excerpt: problem.excerpt });
    case 'notListResponse':
      return diagnose('answer/not-list-response', {
        request,
        found: problem.found,
        members: problem.members,
      });
    case 'missingResources':
      return diagnose('answer/missing-resources', { request, totalResults: problem.totalResults });
    case 'notResource':
      return diagnose('answer/not-resource', { request, found: problem.found });
    case 'severalResources':
      return diagnose('answer/several-resources', { request, count: problem.count });
    case 'missingId':
      return diagnose('answer/missing-id', { request });
    case 'wrongShape': {
      const { attribute, expected, found, resourceId } = problem;
      return diagnose('answer/wrong-shape', { request, attribute, expected, found, resourceId });
    }
  }
}
