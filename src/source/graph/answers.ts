import type { Exchange } from '../../exchanges/exchange.js';
import type { GraphReply } from './graph-client.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isFine = ({ status }: GraphReply): boolean =>
  status !== undefined && status >= 200 && status < 300;

/** JSON of an answer with a 2xx status; undefined for every other reply. */
export const bodyOf = (reply: GraphReply | undefined): unknown =>
  reply?.status !== undefined && isFine(reply) ? reply.body : undefined;

/** The object that a reply holds; undefined where it was refused, or is no object. */
export function objectOf(reply: GraphReply | undefined): JsonObject | undefined {
  const body = bodyOf(reply);
  return isObject(body) ? body : undefined;
}

/** The objects of a list; empty where it was refused, or is no list. */
export function listOf(reply: GraphReply | undefined): readonly JsonObject[] {
  const value = objectOf(reply)?.value;
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether it is a list, be it an empty one. */
export const isList = (reply: GraphReply): boolean => Array.isArray(objectOf(reply)?.value);

/** Where the next page of a list is; undefined after the last one. */
export function nextLinkOf(reply: GraphReply | undefined): string | undefined {
  const next = objectOf(reply)?.['@odata.nextLink'];
  return typeof next === 'string' ? next : undefined;
}

export const exchangesOf = (replies: readonly GraphReply[]): readonly Exchange[] =>
  replies.flatMap((reply) => reply.exchanges);

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
