import { type Code, create, member, name, text } from '../lib/typescript/syntax.ts';
import { type Runtime, runtimeOf, runtimes } from './runtimes.ts';
import type { NodeScope } from './service.ts';

/**
 * The runtime that the generated code is for. An older one of a language gets the code of the newest; one that is
 * only known at deployment gets Node.js.
 */
export const runtimeFor = (scope: NodeScope): Runtime => {
  const set = scope.read('runtime');
  const runtime =
    runtimeOf(set) ??
    runtimes.find(({ language }) => String(set).startsWith(language)) ??
    runtimes[0];
  if (runtime === undefined) throw new Error('The catalog has no runtimes');
  return runtime;
};

/** `lambda.Runtime.NODEJS_24_X`, or a runtime that Isobar does not offer under its own name. */
export const runtimeCode = (scope: NodeScope): Code => {
  const set = scope.read('runtime');
  return typeof set === 'string' && runtimeOf(set) === undefined
    ? create('lambda.Runtime', text(set))
    : member(name('lambda.Runtime'), runtimeFor(scope).cdk);
};
