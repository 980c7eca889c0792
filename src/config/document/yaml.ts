import { type Checked, type Diagnostic, diagnose } from '../../diagnostics/diagnostic.js';
import { lineAndColumn } from '../../document/index.js';
import { excerptOf } from './excerpt.js';
import { type ConfigNode, showKeyName, showPointer } from './node.js';
import { offsetOf, YamlConversion } from './yaml-tree.js';

/**
 * Reads a configuration written as YAML 1.2. Aliases are followed; tags, several documents, keys that are no plain
 * text and keys that are there twice are errors.
 */
export async function readYamlConfiguration(
  text: string,
  file: string,
  what: string,
): Promise<Checked<ConfigNode>> {
  // CommonJS by import() has only `default` once it is bundled.
  const { default: yaml } = await import('yaml');
  const document = yaml.parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const complain = (problem: string, offset: number): Diagnostic => {
    const place = lineAndColumn(text, offset);
    const where = `${problem} at line ${String(place.line)}, column ${String(place.column)}`;
    return diagnose('document/syntax', { what, file, problem: where, excerpt: excerptOf(text, offset) }, [
      { file, ...place },
    ]);
  };
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    return { value: undefined, diagnostics: [complain(inWords(fault.message), fault.pos[0])] };
  }
  if (document.contents === null) {
    return { value: undefined, diagnostics: [diagnose('document/empty', { what, file }, [{ file }])] };
  }
  const diagnostics: Diagnostic[] = [];
  const conversion = new YamlConversion(yaml, document, {
    duplicate: (key, place) => {
      const at = [{ file, pointer: showPointer(place.pointer), ...lineAndColumn(text, place.keyOffset) }];
      const excerpt = excerptOf(text, place.keyOffset, [showKeyName(key)]);
      diagnostics.push(diagnose('config/duplicate-key', { key: showKeyName(key), excerpt }, at));
    },
    fault: (problem, offset) => {
      diagnostics.push(complain(problem, offset));
    },
  });
  const start = offsetOf(document.contents, 0);
  const value = conversion.convert(document.contents, { pointer: '', offset: start, keyOffset: start });
  const broken = diagnostics.filter(({ code }) => code === 'document/syntax').slice(0, 1);
  return broken.length > 0 ? { value: undefined, diagnostics: broken } : { value, diagnostics };
}

/** The library's sentence without the piece of the document that it quotes: that may be a secret. */
function inWords(message: string): string {
  const [sentence = message] = message.split(/[:;] /, 1);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
