import { type Entries, run, say } from '../entry.js';

/** What keeps a command from writing its files into a folder. */
export interface FilesDiagnostics {
  'files/exist': { folder: string; files: readonly string[]; command: 'init' | 'pull' };
  'files/other-configuration': { folder: string; files: readonly string[] };
  'files/outside': { what: string; path: string; folder: string };
  'files/unwritable': { folder: string; reason: string };
}

export const filesEntries: Entries<FilesDiagnostics> = {
  'files/exist': {
    title: 'Files exist already',
    severity: 'error',
    blame: 'configuration',
    message: ({ folder, files }) =>
      `${files.join(', ')} ${files.length === 1 ? 'exists' : 'exist'} in ${folder} already. Nothing was written.`,
    why: 'A configuration or a fixture that somebody has worked on is not to be had again.',
    advice: ({ command }) => [
      say('Write into another folder with --out <folder>, or over these files with --force.'),
      run(`provision-user ${command} --out provisioning ...`),
    ],
    basis: 'documented',
  },
  'files/other-configuration': {
    title: 'Another configuration stands there',
    severity: 'error',
    blame: 'configuration',
    message: ({ folder, files }) =>
      `${folder} has a configuration of another name, ${files.join(', ')}, which would be found in the place of .provisionrc.yaml, or beside it. Nothing was written.`,
    why: 'A folder has one configuration; which of two is meant nobody could tell from a command.',
    advice: () => [say('Move it away, or write into another folder with --out <folder>.')],
    basis: 'documented',
  },
  'files/outside': {
    title: 'File outside of the folder',
    severity: 'error',
    blame: 'configuration',
    message: ({ what, path, folder }) =>
      `${what} ${path} stands outside of ${folder}, where the configuration goes.`,
    why: 'A configuration that is merely found names files of its own folder alone: what it names may be sent to the server that it names.',
    advice: ({ path, folder }) => [
      say('Copy the file into the folder, or write the configuration where the file is with --out <folder>.'),
      run(`cp ${path} ${folder === 'this folder' ? '.' : `${folder}/`}`),
    ],
    basis: 'documented',
  },
  'files/unwritable': {
    title: 'Folder cannot be written',
    severity: 'error',
    blame: 'configuration',
    message: ({ folder, reason }) => `Nothing was written into ${folder}: ${reason}.`,
    why: 'The files belong together, so they are written all or none.',
    advice: () => [say('Check that you may write there, or take another folder with --out <folder>.')],
    basis: 'documented',
  },
};
