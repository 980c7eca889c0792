/** The version in package.json; a test keeps the two equal, so that nothing has to be read at start-up. */
export const version = '0.1.0';
