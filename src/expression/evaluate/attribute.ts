import { attributeValue } from '../conversion.js';
import type { Run } from './outcome.js';

/** A list without values is the same as null. Names that every JavaScript object inherits are no attributes. */
export function buildAttribute(name: string): Run {
  if (isInherited(name))
    return ({ attributes }) => (Object.hasOwn(attributes, name) ? attributeValue(attributes[name]) : null);
  return ({ attributes }) => {
    const value = attributes[name];
    return typeof value === 'string' || typeof value === 'boolean' ? value : attributeValue(value);
  };
}

/** Whether every JavaScript object has a property of this name. */
export const isInherited = (name: string): boolean => name in Object.prototype;
