/** No text that a function makes may be longer; nested replacements could fill the memory otherwise (decided). */
export const longestResult = 2 ** 20;
