import { parseAttributePath } from './path.js';

/**
 * Whether the words of a refusal name the attribute of a path: by its name, or by its sub-attribute where that says something.
 * Source: assumed; RFC 7644 section 3.12 leaves the words of an error to the server.
 * @param words in small letters
 */
export const namesAttribute = (words: string, path: string): boolean =>
  namesOf(path).some((name) => mentions(words, name));

function namesOf(text: string): readonly string[] {
  const path = parseAttributePath(text);
  if (path === undefined) return [];
  const sub = path.sub === null || /^(?:value|type|primary|display)$/i.test(path.sub) ? [] : [path.sub];
  return sub.length > 0 ? sub : [path.attribute, path.attribute.replace(/s$/, '')];
}

/** Whether a name stands in a sentence as a word of its own, and not within a URN. */
export function mentions(words: string, name: string): boolean {
  if (name.length < 3) return false;
  return words.split(name.toLowerCase()).some((before, index, all) => {
    const after = all[index + 1];
    return after !== undefined && !/[\p{L}\p{N}:]$/u.test(before) && !/^(?:[\p{L}\p{N}]|:\S)/u.test(after);
  });
}
