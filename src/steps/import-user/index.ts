export { importUser, type ImportedUser } from './import-user.js';
export { convertGuestName } from './guest-name.js';
export { defaultAccess, findRole } from './role-values.js';
