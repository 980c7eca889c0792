export { importUser, type ImportedUser } from './import-user.js';
