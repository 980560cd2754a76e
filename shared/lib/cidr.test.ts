import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Cidr,
  carveCidr,
  cidrContains,
  cidrEnd,
  cidrSize,
  cidrsOverlap,
  formatCidr,
  parseCidr,
  splitCidr,
} from './cidr.ts';

const cidr = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(`${text} is no range`);
  return parsed;
};
const texts = (blocks: readonly Cidr[] | undefined) => blocks?.map(formatCidr);

test('reads and writes the usual notation', () => {
  expect(parseCidr('10.0.0.0/16')).toEqual({ start: 167_772_160, prefix: 16 });
  expect(cidrSize(cidr('10.0.0.0/16'))).toBe(65_536);
  expect(formatCidr(cidr('255.255.255.240/28'))).toBe('255.255.255.240/28');
  expect(formatCidr(cidr('0.0.0.0/0'))).toBe('0.0.0.0/0');
});

test.each([
  '10.0.0.0',
  '10.0.0/16',
  '10.0.0.256/28',
  '10.0.0.0/33',
  '10.0.0.1/16',
  ' 10.0.0.0/16',
  'fd00::/8',
  '',
])('takes no %j', (text) => expect(parseCidr(text)).toBeUndefined());

test('ranges overlap when one holds an address of the other', () => {
  expect(cidrsOverlap(cidr('10.0.0.0/16'), cidr('10.0.255.0/24'))).toBe(true);
  expect(cidrsOverlap(cidr('10.0.0.0/16'), cidr('10.1.0.0/16'))).toBe(false);
  expect(cidrContains(cidr('10.0.0.0/16'), cidr('10.0.255.0/24'))).toBe(true);
  expect(cidrContains(cidr('10.0.255.0/24'), cidr('10.0.0.0/16'))).toBe(false);
});

test('splits a range over zones', () => {
  expect(texts(splitCidr(cidr('10.0.4.0/22'), 2))).toEqual(['10.0.4.0/23', '10.0.6.0/23']);
  expect(texts(splitCidr(cidr('10.0.4.0/22'), 3))).toEqual([
    '10.0.4.0/24',
    '10.0.5.0/24',
    '10.0.6.0/24',
  ]);
  expect(texts(splitCidr(cidr('10.0.4.0/24'), 1))).toEqual(['10.0.4.0/24']);
  expect(splitCidr(cidr('10.0.4.0/28'), 2)).toBeUndefined();
});

test('carves blocks around those that are taken', () => {
  expect(texts(carveCidr(cidr('10.0.0.0/16'), 24, 3, [cidr('10.0.1.0/24')]))).toEqual([
    '10.0.0.0/24',
    '10.0.2.0/24',
    '10.0.3.0/24',
  ]);
  expect(texts(carveCidr(cidr('10.0.0.0/16'), 24, 1, [cidr('10.0.0.0/18')]))).toEqual([
    '10.0.64.0/24',
  ]);
  expect(texts(carveCidr(cidr('10.0.0.0/16'), 24, 1, [cidr('10.0.0.16/28')]))).toEqual([
    '10.0.1.0/24',
  ]);
  expect(carveCidr(cidr('10.0.0.0/24'), 25, 3)).toBeUndefined();
});

const anyCidr = fc
  .tuple(fc.integer({ min: 16, max: 28 }), fc.integer({ min: 0, max: 2 ** 16 - 1 }))
  .map(([prefix, block]): Cidr => ({ start: (block * 2 ** (32 - prefix)) % 2 ** 32, prefix }));

test('any range is read back as it was written', () => {
  fc.assert(
    fc.property(anyCidr, (range) => {
      expect(parseCidr(formatCidr(range))).toEqual(range);
    }),
  );
});

test('carved blocks lie inside, and apart from each other and from what is taken', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(anyCidr, { maxLength: 4 }),
      (prefix, count, others) => {
        const vpc = cidr('10.0.0.0/16');
        const taken = others.map((other) => ({
          ...other,
          start: vpc.start + (other.start % cidrSize(vpc)),
        }));
        const blocks = carveCidr(vpc, prefix, count, taken);
        if (blocks === undefined) return;
        expect(blocks).toHaveLength(count);
        for (const [index, block] of blocks.entries()) {
          expect(cidrContains(vpc, block)).toBe(true);
          expect(block.start % cidrSize(block)).toBe(0);
          for (const other of [...blocks.slice(index + 1), ...taken])
            expect(cidrsOverlap(block, other)).toBe(false);
          expect(cidrEnd(block) - block.start + 1).toBe(cidrSize(block));
        }
      },
    ),
  );
});
