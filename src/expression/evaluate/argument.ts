import type { ArgumentSite, Parameter, Site } from '../functions/declaration.js';
import { attributeValue, textOf } from '../conversion.js';
import type { Node } from '../syntax/tree.js';
import { isInherited } from './attribute.js';
import { constantly, isStop, type Result, type Run } from './outcome.js';
import type { Script } from './script.js';

/** A converted argument: what its parameter gives, null, undefined when not provided, or a stop. */
export type RunArgument = Run<unknown>;

export type Build = (node: Node, script: Script) => Run;

/** Compiles the argument at one place of a call, with its conversion to what the parameter takes. */
export function buildArgument(
  node: Node | undefined,
  parameter: Parameter,
  callSite: Site,
  script: Script,
  build: Build,
): RunArgument {
  const absent = parameter.presence === 'optional' ? undefined : null;
  if (node === undefined) return constantly(absent);

  const nothing = parameter.takesNull ? null : absent;
  const run = build(node, script);
  if (nothing === null && (parameter.type === 'value' || parameter.type === 'branch')) return run;

  const isConstant = node.kind === 'text' || node.kind === 'number' || node.kind === 'word';
  const site: ArgumentSite = { ...callSite, parameter: parameter.name, constant: isConstant };
  const convert = (result: Result): unknown =>
    result === null ? nothing : isStop(result) ? result : parameter.convert(result, site);
  if (node.kind === 'text' || node.kind === 'number') {
    // A constant is converted once, also where the closure around it only notes its value.
    const converted = convert(node.value);
    return script.recording ? (frame) => (run(frame), converted) : constantly(converted);
  }
  if (parameter.type === 'text') return buildText(node, run, convert, script);
  if (parameter.type !== 'condition') return (frame) => convert(run(frame));
  return (frame) => {
    const result = run(frame);
    return typeof result === 'boolean' ? result : convert(result);
  };
}

/** The most frequent argument by far: text that is an attribute, and needs no conversion. */
function buildText(
  node: Node,
  run: Run,
  convert: (result: Result) => unknown,
  { recording }: Script,
): RunArgument {
  if (node.kind === 'attribute' && !recording && !isInherited(node.name)) {
    const { name } = node;
    return ({ attributes }) => {
      const given = attributes[name];
      if (typeof given === 'string') return given;
      return typeof given === 'boolean' ? textOf(given) : convert(attributeValue(given));
    };
  }
  return (frame) => {
    const result = run(frame);
    return typeof result === 'string' ? result : convert(result);
  };
}
