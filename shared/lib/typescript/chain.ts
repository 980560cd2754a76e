/** Call chains, `a.b().c().d()`: on one line, or a line for each call. */
import {
  best,
  breakParent,
  chainOf,
  concat,
  type Doc,
  group,
  hardline,
  indent,
  willBreak,
} from './doc.ts';
import { type Call, isSimple, type Place } from './rules.ts';
import { checkedName, isNegative } from './strings.ts';
import type { Code } from './syntax.ts';

type Member =
  | { readonly kind: 'node'; readonly code: Code; readonly place: Place }
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Code }
  | { readonly kind: 'nonNull' }
  /** `starts`: the chain starts with it, so that its callee belongs to it. `outerArgs`: of the call it is the callee of. */
  | {
      readonly kind: 'call';
      readonly code: Call;
      readonly starts: boolean;
      readonly outerArgs: number;
    };

interface Chain {
  readonly head: readonly Member[];
  readonly tail: readonly (readonly Member[])[];
}

/** What the chain needs of the rest of the layout. */
export interface ChainParts {
  expression(code: Code, place: Place, first: boolean): Doc;
  call(code: Call, place: Place, first: boolean, outerArgs: number): Doc;
  args(args: readonly Code[], curried: boolean): Doc;
  lookup(index: Code): Doc;
}

/** `f(a, b)` of `f(a, b)(c)`: it keeps its own breaks out of the group around it. */
export const isCurried = (args: readonly Code[], outerArgs: number): boolean =>
  outerArgs > 0 && args.length > outerArgs;

/** The links of a chain, from its start. */
const flatten = (code: Code, place: Place, outerArgs: number): Member[] => {
  switch (code.kind) {
    case 'call': {
      const { callee, args } = code;
      const continues =
        callee.kind === 'member' || callee.kind === 'index' || callee.kind === 'call';
      const before = continues
        ? flatten(callee, 'callee', callee.kind === 'call' ? args.length : 0)
        : [];
      return [...before, { kind: 'call', code, starts: !continues, outerArgs }];
    }
    case 'member':
      return [
        ...flatten(code.object, 'object', 0),
        { kind: 'member', name: checkedName(code.name) },
      ];
    case 'index':
      return [...flatten(code.object, 'object', 0), { kind: 'index', index: code.index }];
    case 'nonNull':
      return [...flatten(code.value, 'nonNull', 0), { kind: 'nonNull' }];
    default:
      return [{ kind: 'node', code, place }];
  }
};

const isAccess = (member: Member | undefined): boolean =>
  member?.kind === 'member' || member?.kind === 'index';

/** `[0]` stays with what it is asked of. */
const isNumberIndex = (member: Member): boolean =>
  member.kind === 'index' && member.index.kind === 'number' && !isNegative(member.index);

const headLength = (members: readonly Member[]): number => {
  let length = 1;
  const follows = (member: Member): boolean =>
    member.kind === 'call' || member.kind === 'nonNull' || isNumberIndex(member);
  while (length < members.length && follows(members[length] as Member)) length += 1;
  if (members[0]?.kind === 'call') return length;
  while (isAccess(members[length]) && isAccess(members[length + 1])) length += 1;
  return length;
};

const tailGroups = (members: readonly Member[]): Member[][] => {
  const groups: Member[][] = [];
  let current: Member[] = [];
  let called = false;
  for (const member of members) {
    if (called && isAccess(member) && !isNumberIndex(member)) {
      groups.push(current);
      current = [];
      called = false;
    }
    current.push(member);
    if (member.kind === 'call') called = true;
  }
  if (current.length > 0) groups.push(current);
  return groups;
};

/** A class, or something like `$`: the call after it makes a thing of it, so it is not broken off. */
const isFactory = (name: string): boolean => /^(?:[_$]+$|\p{Uppercase})/u.test(name);

const joinsHead = (
  head: readonly Member[],
  first: readonly Member[],
  inStatement: boolean,
): boolean => {
  const indexed = first[0]?.kind === 'index';
  const [only] = head;
  if (head.length === 1 && only !== undefined) {
    if (only.kind !== 'node') return false;
    if (only.code.kind === 'undefined') return indexed;
    if (only.code.kind !== 'identifier' || only.code.name === 'super') return false;
    const { name } = only.code;
    return name === 'this' || indexed || isFactory(name) || (inStatement && name.length <= 2);
  }
  const last = head.at(-1);
  return last?.kind === 'member' && (indexed || isFactory(last.name));
};

const chainOfCall = (root: Call, inStatement: boolean, outerArgs: number): Chain => {
  const members = flatten(root, 'plain', outerArgs);
  const length = headLength(members);
  const head = members.slice(0, length);
  const [first, ...others] = tailGroups(members.slice(length));
  if (first === undefined) return { head, tail: [] };
  return joinsHead(head, first, inStatement)
    ? { head: [...head, ...first], tail: others }
    : { head, tail: [first, ...others] };
};

/** Whether the calls of this chain can have a line each. */
export const breaksAsChain = (call: Call, inStatement: boolean): boolean =>
  chainOfCall(call, inStatement, 0).tail.length > 1;

const callsOf = (chain: Chain): Call[] =>
  [...chain.head, ...chain.tail.flat()].flatMap((member) =>
    member.kind === 'call' ? [member.code] : [],
  );

export const chainDoc = (
  root: Call,
  place: Place,
  first: boolean,
  outerArgs: number,
  parts: ChainParts,
): Doc => {
  const chain = chainOfCall(root, place === 'statement', outerArgs);
  const memberDoc = (member: Member): Doc => {
    switch (member.kind) {
      case 'node':
        return parts.expression(member.code, member.place, first);
      case 'member':
        return `.${member.name}`;
      case 'index':
        return parts.lookup(member.index);
      case 'nonNull':
        return '!';
      case 'call':
        return member.starts
          ? parts.call(member.code, 'object', first, member.outerArgs)
          : parts.args(member.code.args, isCurried(member.code.args, member.outerArgs));
    }
  };
  const head = concat(...chain.head.map(memberDoc));
  const tail = chain.tail.map((members) => concat(...members.map(memberDoc)));
  const oneLine = concat(head, ...tail);
  if (tail.length <= 1) return isCurried(root.args, outerArgs) ? oneLine : group(oneLine);

  const expanded = concat(head, indent(group(concat(...tail.flatMap((doc) => [hardline, doc])))));
  const calls = callsOf(chain);
  const last = tail.at(-1) ?? head;
  const lastBreaks = chain.tail.at(-1)?.at(-1)?.kind === 'call' && willBreak(last);
  const mustBreak =
    (calls.length > 2 && calls.some((call) => !call.args.every((arg) => isSimple(arg)))) ||
    (lastBreaks &&
      calls.slice(0, -1).some((call) => call.args.some((arg) => arg.kind === 'arrow'))) ||
    willBreak(head) ||
    tail.slice(0, -1).some(willBreak);
  if (mustBreak) return chainOf(group(expanded));
  return chainOf(
    willBreak(last) ? concat(breakParent, best(oneLine, expanded)) : best(oneLine, expanded),
  );
};
