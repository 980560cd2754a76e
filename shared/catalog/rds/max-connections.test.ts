import { expect, test } from 'vitest';
import { maxConnections, memoryOfClass } from './max-connections.ts';

test.each([
  ['db.t4g.micro', 1],
  ['db.t3.medium', 4],
  ['db.t4g.2xlarge', 32],
  ['db.m7g.large', 8],
  ['db.m6i.xlarge', 16],
  ['db.r6g.large', 16],
  ['db.r7g.16xlarge', 512],
  ['db.z9.large', undefined],
  ['db.m7g.huge', undefined],
  ['large', undefined],
])('%s has %s GiB', (instanceClass, gib) => {
  expect(memoryOfClass(instanceClass)).toBe(gib);
});

test.each([
  ['postgres', 'db.t4g.micro', 112],
  ['mysql', 'db.t4g.micro', 85],
  ['postgres', 'db.r7g.16xlarge', 5000],
  ['oracle-se2', 'db.t3.small', undefined],
  ['postgres', 'db.z9.large', undefined],
])('%s on %s takes about %s connections', (engine, instanceClass, count) => {
  expect(maxConnections(engine, instanceClass)).toBe(count);
});
