import { expect, test } from 'vitest';
import { type Place, sayMove } from './place-words.ts';

const canvas: Place = { container: undefined, region: 'eu-west-1', vpc: undefined, subnets: [] };

test('says what a new place changes, and nothing else', () => {
  expect(
    sayMove('"Query"', canvas, { ...canvas, container: 'Frankfurt', region: 'eu-central-1' }),
  ).toBe('"Query" is now in "Frankfurt": deployed to eu-central-1.');
  const inSubnet = { ...canvas, container: 'App', vpc: 'Network', subnets: ['App'] };
  expect(sayMove('"Query"', canvas, inSubnet)).toBe(
    '"Query" is now in "App": inside VPC "Network", in subnet "App".',
  );
  expect(sayMove('2 nodes', inSubnet, canvas)).toBe(
    '2 nodes are now out of "App": outside VPC "Network".',
  );
  expect(sayMove('"Query"', canvas, { ...canvas, container: 'Orders' })).toBe(
    '"Query" is now in "Orders". Region and network stay the same.',
  );
});
