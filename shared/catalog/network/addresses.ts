import {
  bitsFor,
  type Cidr,
  carveCidr,
  cidrContains,
  formatCidr,
  parseCidr,
  smallestSubnet,
  splitCidr,
} from '../../lib/cidr.ts';
import { type Code, call, member, number, text } from '../../lib/typescript/syntax.ts';
import { hasIntrinsic } from '../../model/value.ts';
import { codeOf } from '../code.ts';
import { type Expression, expressionOf, intrinsic } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import type { Zone } from './zones.ts';

/** The range of one subnet in both exports. */
export interface Block {
  readonly expression: Expression;
  readonly code: Code;
}

export interface Addresses {
  /** For each group, the block of each of its subnets. */
  readonly blocks: readonly (readonly Block[])[];
  /** The prefix of the blocks that are handed out one after the other. */
  readonly prefix: number;
  /** True when all blocks are handed out one after the other, from the start of a known range on. */
  readonly isSequential: boolean;
  readonly problems: readonly string[];
}

interface Group {
  readonly drawn?: NodeScope;
}

/** A subnet of this size is large enough for most, and 256 of them fill the usual VPC. */
const usualPrefix = 24;
/** How many bits of an address tell the hosts of a subnet of the usual size apart. */
const usualHostBits = 32 - usualPrefix;

/**
 * Hands out addresses: to a group with a block of its own from that, split over its zones, and to the others the
 * next free blocks of the VPC in the order of the groups.
 */
export const assignAddresses = (
  vpc: NodeScope,
  groups: readonly Group[],
  zones: readonly (readonly Zone[])[],
): Addresses => {
  const problems: string[] = [];
  const own = groups.map((group, index) => ownBlocks(group, zones[index]?.length ?? 1, problems));
  const open = own.reduce(
    (sum, blocks, index) => sum + (blocks ? 0 : (zones[index]?.length ?? 0)),
    0,
  );
  const free = freeBlocks(vpc, open, own.flat(), problems);
  let next = 0;
  return {
    blocks: own.map(
      (blocks, index) =>
        blocks ??
        (zones[index] ?? []).map(() => free.blocks[next++] ?? { expression: '', code: text('') }),
    ),
    prefix: free.prefix,
    isSequential: free.isKnown && own.every((blocks) => blocks === undefined),
    problems,
  };
};

interface OwnBlock extends Block {
  readonly cidr?: Cidr;
}

/** The blocks of a group that names its range; undefined when it names none. */
const ownBlocks = (
  { drawn }: Group,
  count: number,
  problems: string[],
): readonly OwnBlock[] | undefined => {
  const value = drawn?.graph.value(drawn.node, 'cidrBlock');
  if (!drawn || value === undefined || value === null || value === '') return undefined;
  if (hasIntrinsic(value)) {
    if (count > 1)
      problems.push(
        `"${drawn.node.name}" stands for ${count} subnets, so its cidrBlock must be known when the export is made: it is split over them.`,
      );
    const expression = expressionOf(value);
    return Array.from({ length: count }, () => ({ expression, code: codeOf(expression) }));
  }
  const whole = parseCidr(String(value));
  const parts = whole && splitCidr(whole, count);
  if (!parts)
    problems.push(
      `"${drawn.node.name}": ${String(value)} cannot be the range of ${count === 1 ? 'a subnet' : `${count} subnets`}; AWS takes IPv4 ranges from /16 to /${smallestSubnet} such as 10.0.1.0/24.`,
    );
  return (parts ?? []).map((cidr) => ({ ...literal(cidr), cidr }));
};

const literal = (cidr: Cidr): Block => ({
  expression: formatCidr(cidr),
  code: text(formatCidr(cidr)),
});

/** The next free blocks of the VPC. */
const freeBlocks = (
  vpc: NodeScope,
  count: number,
  own: readonly (OwnBlock | undefined)[],
  problems: string[],
): { readonly blocks: readonly Block[]; readonly prefix: number; readonly isKnown: boolean } => {
  const value = vpc.graph.value(vpc.node, 'cidrBlock') ?? '';
  if (hasIntrinsic(value))
    return {
      blocks: Array.from({ length: count }, (_, index) => cutOut(vpc, index, count)),
      prefix: usualPrefix,
      isKnown: false,
    };
  const range = parseCidr(String(value));
  if (!range || range.prefix < 16 || range.prefix > smallestSubnet) {
    problems.push(
      `"${vpc.node.name}": ${String(value)} cannot be the range of a VPC; AWS takes IPv4 ranges from /16 to /28 such as 10.0.0.0/16.`,
    );
    return { blocks: [], prefix: usualPrefix, isKnown: true };
  }
  const taken = own.flatMap((block) => (block?.cidr ? [block.cidr] : []));
  for (const cidr of taken)
    if (!cidrContains(range, cidr))
      problems.push(
        `"${vpc.node.name}" has the range ${formatCidr(range)}, and the subnet range ${formatCidr(cidr)} is not in it.`,
      );
  const largest = Math.max(usualPrefix, range.prefix + bitsFor(count));
  for (let prefix = largest; prefix <= smallestSubnet; prefix += 1) {
    const blocks = carveCidr(range, prefix, count, taken);
    if (blocks) return { blocks: blocks.map(literal), prefix, isKnown: true };
  }
  problems.push(
    `"${vpc.node.name}": ${formatCidr(range)} has no room for ${count} more subnets. Give the VPC a larger range.`,
  );
  return { blocks: [], prefix: usualPrefix, isKnown: true };
};

/** A block of a range that is known at deployment only. */
const cutOut = (vpc: NodeScope, index: number, count: number): Block => ({
  expression: intrinsic({
    'Fn::Select': [
      index,
      { 'Fn::Cidr': [{ 'Fn::GetAtt': [vpc.id, 'CidrBlock'] }, count, usualHostBits] },
    ],
  }),
  code: call(
    'cdk.Fn.select',
    number(index),
    call(
      'cdk.Fn.cidr',
      member(vpc.construct, 'vpcCidrBlock'),
      number(count),
      text(String(usualHostBits)),
    ),
  ),
});
