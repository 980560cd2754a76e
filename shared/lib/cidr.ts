/*
 * IPv4 ranges as VPCs and subnets have them: `10.0.1.0/24` is 256 addresses from 10.0.1.0 on.
 */

/** A range of IPv4 addresses. */
export interface Cidr {
  /** The first address as a number. */
  readonly start: number;
  /** How many leading bits all addresses share: 0 to 32. */
  readonly prefix: number;
}

const notation = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** How many addresses a range has. */
export const cidrSize = ({ prefix }: Pick<Cidr, 'prefix'>): number => 2 ** (32 - prefix);

/** The last address as a number. */
export const cidrEnd = (cidr: Cidr): number => cidr.start + cidrSize(cidr) - 1;

/** The range that a text names; undefined when it names none, or when bits behind the prefix are set. */
export const parseCidr = (text: string): Cidr | undefined => {
  const match = notation.exec(text);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || prefix > 32) return undefined;
  const start = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  return start % cidrSize({ prefix }) === 0 ? { start, prefix } : undefined;
};

/** `10.0.1.0/24` */
export const formatCidr = ({ start, prefix }: Cidr): string =>
  `${[24, 16, 8, 0].map((bits) => Math.floor(start / 2 ** bits) % 256).join('.')}/${prefix}`;

/** True when some address is in both ranges. */
export const cidrsOverlap = (a: Cidr, b: Cidr): boolean =>
  a.start <= cidrEnd(b) && b.start <= cidrEnd(a);

/** True when all addresses of `inner` are in `outer`. */
export const cidrContains = (outer: Cidr, inner: Cidr): boolean =>
  outer.start <= inner.start && cidrEnd(inner) <= cidrEnd(outer);

/** How many bits tell so many blocks apart. */
export const bitsFor = (count: number): number => Math.ceil(Math.log2(Math.max(1, count)));

/**
 * The first equal blocks of a range, of which it has at least so many; undefined when a block would be
 * smaller than a subnet may be. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const splitCidr = (cidr: Cidr, count: number): readonly Cidr[] | undefined => {
  const prefix = cidr.prefix + bitsFor(count);
  if (prefix > smallestSubnet) return undefined;
  return Array.from({ length: count }, (_, index) => ({
    start: cidr.start + index * cidrSize({ prefix }),
    prefix,
  }));
};

/** The longest prefix, and so the fewest addresses, that AWS takes for a subnet. */
export const smallestSubnet = 28;

/** The first free blocks of a range, in order; undefined when there are not that many. */
export const carveCidr = (
  cidr: Cidr,
  prefix: number,
  count: number,
  taken: readonly Cidr[] = [],
): readonly Cidr[] | undefined => {
  const size = cidrSize({ prefix });
  const found: Cidr[] = [];
  let start = cidr.start;
  while (found.length < count) {
    const block: Cidr = { start, prefix };
    if (!cidrContains(cidr, block)) return undefined;
    const obstacle = taken.find((other) => cidrsOverlap(block, other));
    if (obstacle === undefined) found.push(block);
    // Behind the obstacle, at the next address where a block of this size may start.
    start =
      obstacle === undefined ? start + size : Math.ceil((cidrEnd(obstacle) + 1) / size) * size;
  }
  return found;
};
