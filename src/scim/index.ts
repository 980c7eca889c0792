export {
  type AnswerProblem,
  type ListReading,
  readBody,
  readList,
  readResource,
  type ResourceReading,
  type ScimResource,
} from './answers.js';
export { buildCreate, type CreateOmission, filterMember, omissionOnCreate } from './create.js';
export { diagnoseAnswer } from './diagnose-answer.js';
export { noticeAnswer } from './notice-answer.js';
export { elementsOf, findName, isObject, type JsonObject, kindOf, memberOf, setMember } from './json.js';
export { buildPatch, type Dialect, type PatchChange } from './patch.js';
export { type AttributePath, type FilterTerm, isMembers, parseAttributePath, samePath } from './path.js';
export { attributeValue, countElements, readAttribute, satisfies } from './read-attribute.js';
export {
  assignedId,
  buildCreateRequest,
  buildDelete,
  buildLookup,
  buildMembersRead,
  buildPatchRequest,
  buildProbe,
  buildQuery,
  buildRead,
  type Collection,
} from './requests.js';
export { excerpt, isScimError, readScimError, type ScimError } from './scim-error.js';
export type { ValueForm, WireAttribute, WireValue } from './wire.js';
export {
  complexLists,
  coreGroup,
  coreUser,
  enterpriseUser,
  isCore,
  listResponse,
  scimError,
} from './urns.js';
export { mentions, namesAttribute } from './names-attribute.js';
