/**
 * A small TypeScript syntax tree: enough to write a CDK app, and no way to write anything by accident.
 * Text from outside only ever enters as `string`, `template`, `comment` or an object key, and the printer quotes those.
 */
export type Code =
  | { readonly kind: 'identifier'; readonly name: string }
  /** Stands for something declared elsewhere; replaced (see `resolveReferences`) before printing. */
  | { readonly kind: 'reference'; readonly key: string }
  | { readonly kind: 'member'; readonly object: Code; readonly name: string }
  | { readonly kind: 'index'; readonly object: Code; readonly index: Code }
  | { readonly kind: 'call'; readonly callee: Code; readonly args: readonly Code[] }
  | { readonly kind: 'new'; readonly callee: Code; readonly args: readonly Code[] }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  /** A template literal: strings are text, the rest is `${...}`. */
  | { readonly kind: 'template'; readonly parts: readonly (string | Code)[] }
  | { readonly kind: 'array'; readonly items: readonly Code[] }
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
  /** `value as Type`; `type` is a type name such as `s3.CfnBucket`. */
  | { readonly kind: 'as'; readonly value: Code; readonly type: string }
  /** `value!` */
  | { readonly kind: 'nonNull'; readonly value: Code }
  /** `(a, b) => body` */
  | { readonly kind: 'arrow'; readonly parameters: readonly string[]; readonly body: Code };

export type ObjectEntry =
  | { readonly key: string; readonly value: Code; readonly comment?: string }
  | { readonly spread: Code };

/** A statement inside a constructor, a function or a file. */
export type Statement =
  | {
      readonly kind: 'const';
      readonly name: string;
      readonly value: Code;
      readonly exported?: boolean;
    }
  | { readonly kind: 'assign'; readonly target: Code; readonly value: Code }
  | { readonly kind: 'expression'; readonly value: Code }
  /** One `//` line for each line of the text. */
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'import';
      readonly from: string;
      /** `import * as name` */
      readonly namespace?: string;
      /** `import { a, type B }` */
      readonly names?: readonly string[];
      readonly typeOnly?: boolean;
    }
  | {
      readonly kind: 'interface';
      readonly name: string;
      readonly extends?: string;
      readonly members: readonly {
        readonly name: string;
        readonly type: string;
        readonly doc?: string;
      }[];
    }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly extends: string;
      readonly doc?: string;
      /** `readonly name: Type;` members before the constructor. */
      readonly fields: readonly { readonly name: string; readonly type: string }[];
      readonly parameters: readonly {
        readonly name: string;
        readonly type: string;
        readonly default?: Code;
      }[];
      readonly body: readonly Statement[];
      /** `get name(): Type { return value; }` members behind the constructor. */
      readonly getters?: readonly {
        readonly name: string;
        readonly type: string;
        readonly doc?: string;
        readonly value: Code;
      }[];
    };

/** `a.b.c` */
export const name = (dotted: string): Code => {
  const [first = '', ...rest] = dotted.split('.');
  return rest.reduce<Code>((object, part) => ({ kind: 'member', object, name: part }), {
    kind: 'identifier',
    name: first,
  });
};
export const reference = (key: string): Code => ({ kind: 'reference', key });
/** `object.a.b` */
export const member = (object: Code, dotted: string): Code =>
  dotted
    .split('.')
    .reduce<Code>((inner, part) => ({ kind: 'member', object: inner, name: part }), object);
/** `callee(args)`; a text callee is a dotted name. Trailing `undefined`s are dropped. */
export const call = (callee: Code | string, ...args: readonly (Code | undefined)[]): Code => ({
  kind: 'call',
  callee: typeof callee === 'string' ? name(callee) : callee,
  args: args.filter((arg): arg is Code => arg !== undefined),
});
/** `object.method(args)` */
export const invoke = (
  object: Code,
  method: string,
  ...args: readonly (Code | undefined)[]
): Code => call(member(object, method), ...args);
/** `new Callee(args)` */
export const create = (callee: string, ...args: readonly (Code | undefined)[]): Code => ({
  kind: 'new',
  callee: name(callee),
  args: args.filter((arg): arg is Code => arg !== undefined),
});
export const text = (value: string): Code => ({ kind: 'string', value });
export const number = (value: number): Code => ({ kind: 'number', value });
export const flag = (value: boolean): Code => ({ kind: 'boolean', value });
export const array = (items: readonly Code[]): Code => ({ kind: 'array', items });
/** An object literal; entries whose value is undefined are left out. */
export const object = (entries: Readonly<Record<string, Code | undefined>>): Code => ({
  kind: 'object',
  entries: Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value }],
  ),
});
/** An object literal, or undefined when nothing is in it: for an options argument that may be left out. */
export const options = (entries: Readonly<Record<string, Code | undefined>>): Code | undefined =>
  Object.values(entries).some((value) => value !== undefined) ? object(entries) : undefined;
export const template = (...parts: readonly (string | Code)[]): Code => ({
  kind: 'template',
  parts,
});
export const thisExpression: Code = { kind: 'identifier', name: 'this' };
