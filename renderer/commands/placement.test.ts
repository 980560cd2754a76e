import { describe, expect, test } from 'vitest';
import { exampleDesign, exampleNode, nodeId } from '../../shared/model/testing/example-design.ts';
import { containerAt, holderFor, mayHold, roomFor } from './placement.ts';

const vpc = nodeId('vpc');
const design = exampleDesign([
  exampleNode('vpc', {
    kind: 'vpc',
    name: 'Main VPC',
    position: { x: 0, y: 0 },
    size: { width: 800, height: 600 },
  }),
  exampleNode('subnet', {
    kind: 'subnet',
    name: 'Private',
    parent: vpc,
    position: { x: 40, y: 60 },
    size: { width: 400, height: 300 },
  }),
  exampleNode('notes', {
    kind: 'group',
    name: 'Notes',
    position: { x: 2000, y: 0 },
    size: { width: 300, height: 200 },
  }),
  exampleNode('fn', { kind: 'lambda', parent: nodeId('subnet'), position: { x: 24, y: 44 } }),
]);
const origin = { x: 0, y: 0 };

test('the innermost container at a point', () => {
  expect(containerAt(design, { x: 100, y: 100 })).toBe('subnet');
  expect(containerAt(design, { x: 100, y: 100 }, new Set(['subnet']))).toBe('vpc');
  expect(containerAt(design, { x: 1500, y: 100 })).toBeUndefined();
});

describe('holderFor', () => {
  test('is the wished container when that may hold the kind', () => {
    expect(holderFor(design, 'lambda', nodeId('subnet'), origin)).toEqual({ parent: 'subnet' });
    expect(holderFor(design, 'lambda', undefined, origin)).toEqual({ parent: undefined });
    expect(holderFor(design, 'sqs-queue', nodeId('notes'), origin)).toEqual({ parent: 'notes' });
  });
  test('is the next one around it otherwise, and says why', () => {
    expect(holderFor(design, 'security-group', nodeId('subnet'), origin)).toEqual({
      parent: 'vpc',
      why: 'A security group cannot stand in "Private", so it was put into "Main VPC".',
    });
    expect(holderFor(design, 'sqs-queue', nodeId('subnet'), origin)).toEqual({
      parent: undefined,
      why: 'An SQS queue cannot stand in "Private", so it was put beside it.',
    });
  });
  test('is one elsewhere when nothing around may hold it', () => {
    expect(holderFor(design, 'subnet', nodeId('notes'), origin)).toMatchObject({ parent: 'vpc' });
    expect(holderFor(design, 'rds-instance', undefined, { x: 900, y: 0 })).toMatchObject({
      parent: 'vpc',
    });
  });
  test('stays when there is none, and says what is needed', () => {
    expect(holderFor(exampleDesign([]), 'subnet', undefined, origin)).toEqual({
      parent: undefined,
      why: 'A subnet stands in a VPC. Add one and drag it in.',
    });
  });
});

test('a container of a kind that nobody knows is no home', () => {
  expect(mayHold(design, 'vpc', 'subnet')).toBe(true);
  expect(mayHold(design, 'subnet', 'subnet')).toBe(false);
  expect(mayHold(design, undefined, 'not-known')).toBe(true);
});

test('room in a container is inside it and clear of what it holds', () => {
  const size = { width: 208, height: 72 };
  const place = roomFor(design, 'subnet', size, { x: 64, y: 104 });
  expect(place.x).toBeGreaterThanOrEqual(64);
  expect(place.y).toBeGreaterThanOrEqual(104 + 72 + 16);
  expect(place.y + 72).toBeLessThanOrEqual(360);
  expect(place.x % 8 === 0 && place.y % 8 === 0).toBe(true);
});
