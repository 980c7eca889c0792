import type { JsonKind } from '../diagnostics/families/schema.js';
import { type CutPlace, type Findings, ignoreFindings } from './findings.js';
import { findField, isObject, type Place, stepThrough } from './place.js';

/**
 * Reads the properties of one object of a schema, each as the type that the model wants. Missing and null are the same and
 * give the fallback; whatever cannot be understood goes to the findings and gives the fallback too.
 */
export class ObjectReader {
  readonly pointer: string;

  constructor(
    readonly place: Place,
    private readonly findings: Findings,
  ) {
    this.pointer = place.pointer;
  }

  /** A text; a whole number is taken for its digits, since ConvertTo-Json and people by hand leave out quotes. */
  readText(name: string): string | undefined {
    const field = findField(this.place, name);
    return field === undefined ? undefined : this.asText(field, name);
  }

  /** A text that the model cannot do without: its absence is a finding. Blank counts as absent. */
  requireText(name: string): string | undefined {
    const field = findField(this.place, name);
    if (field !== undefined && !isBlank(field.value)) return this.asText(field, name);
    this.addMissing(name, field);
    return undefined;
  }

  /** A whole number, as a number or as text. */
  readWhole(name: string, fallback: number): number {
    const field = findField(this.place, name);
    if (field === undefined) return fallback;
    const { value } = field;
    const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
    this.addWrongType(field, name, 'whole number');
    return fallback;
  }

  /** A boolean, as such or as the text True or False. */
  readFlag(name: string, fallback: boolean): boolean {
    const field = findField(this.place, name);
    if (field === undefined) return fallback;
    if (typeof field.value === 'boolean') return field.value;
    const word = typeof field.value === 'string' ? field.value.trim().toLowerCase() : '';
    if (word === 'true' || word === 'false') return word === 'true';
    this.addWrongType(field, name, 'boolean');
    return fallback;
  }

  /**
   * A word out of a list, ignoring case and blanks.
   * @param severity a warning where the fallback is the documented default and seldom matters
   */
  readWord<W extends string>(name: string, words: readonly W[], fallback: W, severity?: 'warning'): W {
    const field = findField(this.place, name);
    if (field === undefined) return fallback;
    if (typeof field.value === 'string') {
      const wanted = normaliseWord(field.value);
      const word = words.find((candidate) => candidate.toLowerCase() === wanted);
      if (word !== undefined) return word;
    }
    this.addUnknownWord(field, name, words, severity === undefined ? undefined : fallback);
    return fallback;
  }

  /** A nested object. */
  readObject(name: string): ObjectReader | undefined {
    const field = findField(this.place, name);
    return field === undefined ? undefined : this.asObject(field, name);
  }

  /** The objects of a list. */
  readObjects(name: string): readonly ObjectReader[] {
    return this.readList(name)
      .map((place, index) => this.asObject(place, `${name}[${index}]`))
      .filter((reader) => reader !== undefined);
  }

  /** The texts of a list. */
  readTexts(name: string): readonly string[] {
    return this.readList(name)
      .map((place, index) => this.asText(place, `${name}[${index}]`))
      .filter((text) => text !== undefined);
  }

  /** @param taken the fallback, where it makes the finding a warning */
  addUnknownWord(field: Place, name: string, words: readonly string[], taken?: string): void {
    if (isCut(field)) {
      this.findings.addCut(name, field);
      return;
    }
    const args = {
      property: name,
      word: showValue(field.value),
      words,
      ...(taken === undefined ? {} : { taken }),
    };
    this.findings.add('schema/unknown-word', args, field, taken === undefined ? undefined : 'warning');
  }

  /** Where one property is read by more than one rule: its place, if it is there. */
  find(name: string): Place | undefined {
    return findField(this.place, name);
  }

  /** The same object for a part whose content is also written elsewhere, so that its faults do not matter. */
  ignoreFaults(): ObjectReader {
    return new ObjectReader(this.place, ignoreFindings);
  }

  /** For a property that only its reader knows to be needed. */
  addMissing(property: string, place = this.place): void {
    this.findings.add('schema/missing-property', { property }, place);
  }

  private readList(name: string): readonly Place[] {
    const field = findField(this.place, name);
    if (field === undefined) return [];
    if (Array.isArray(field.value)) return stepThrough(field, field.value);
    const counted = findCountedList(field);
    if (counted !== undefined) return counted;
    // A list of one that a pipeline of PowerShell unrolled (assumed).
    if (isObject(field.value)) return [field];
    // An empty list at the depth limit of ConvertTo-Json is an empty text (assumed).
    if (field.value === '') return [];
    this.addWrongType(field, name, 'list');
    return [];
  }

  private asObject(place: Place, name: string): ObjectReader | undefined {
    if (isObject(place.value)) return new ObjectReader(place, this.findings);
    this.addWrongType(place, name, 'object');
    return undefined;
  }

  private asText(place: Place, name: string): string | undefined {
    if (typeof place.value === 'string') return place.value;
    if (Number.isSafeInteger(place.value)) return String(place.value);
    this.addWrongType(place, name, 'text');
    return undefined;
  }

  private addWrongType(place: Place, property: string, wanted: JsonKind): void {
    if (isCut(place)) {
      this.findings.addCut(property, place);
      return;
    }
    const found = kindOf(place.value);
    this.findings.add('schema/wrong-type', { property, wanted, found, value: showValue(place.value) }, place);
  }
}

/** `{ "value": [...], "Count": 2 }` is how Windows PowerShell 5.1 writes a list that carries type data (assumed). */
function findCountedList(field: Place): readonly Place[] | undefined {
  const list = findField(field, 'value');
  if (list === undefined || !Array.isArray(list.value)) return undefined;
  return typeof findField(field, 'count')?.value === 'number' ? stepThrough(list, list.value) : undefined;
}

/** What PowerShell writes for an object below its depth limit: the name of its type, or a hash table literal. */
export function isCut(place: Place): place is CutPlace {
  return typeof place.value === 'string' && /^(?:System\.|Microsoft\.|@\{)/.test(place.value);
}

/** A word as enumerations are compared: without blanks, in lower case. */
export function normaliseWord(text: string): string {
  return text.replace(/\s/g, '').toLowerCase();
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}

/** A scalar as JSON, cut to a length that fits a message; empty for lists and objects. */
function showValue(value: unknown): string {
  if (typeof value === 'object') return '';
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
