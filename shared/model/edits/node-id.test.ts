import { describe, expect, test } from 'vitest';
import { connection, design, inside, node, settings, suppress } from '../../rules/examples.ts';
import type { NodeId } from '../ids.ts';
import { changeNodeId } from './node-id.ts';

const id = (text: string) => text as NodeId;
const isReference = (_owner: object, property: string): boolean => property === 'authorizer';

const whole = design(
  inside(node('vpc', 'net'), node('lambda', 'worker', { authorizer: 'net', text: 'net' })),
  node('sqs-queue', 'jobs'),
  connection('x', 'jobs', 'net'),
  connection('y', 'net', 'net', { authorizer: ['net', 'jobs'] }),
  settings({ suppressions: [suppress('a/b', 'why', 'net'), suppress('a/b', 'why')] }),
);

describe('changeNodeId', () => {
  test('changes the id wherever the design has it', () => {
    const changed = changeNodeId(id('net'), id('home'), isReference)(whole);
    expect(changed.nodes.map((item) => [item.id, item.parent])).toEqual([
      ['home', undefined],
      ['worker', 'home'],
      ['jobs', undefined],
    ]);
    expect(changed.nodes[1]?.properties).toEqual({ authorizer: 'home', text: 'net' });
    expect(changed.connections.map(({ from, to }) => [from, to])).toEqual([
      ['jobs', 'home'],
      ['home', 'home'],
    ]);
    expect(changed.connections[1]?.properties).toEqual({ authorizer: ['home', 'jobs'] });
    expect(changed.suppressions?.map(({ at }) => at)).toEqual(['home', undefined]);
  });

  test('keeps what it does not touch, and can be taken back', () => {
    const changed = changeNodeId(id('net'), id('home'), isReference)(whole);
    expect(changed.nodes[2]).toBe(whole.nodes[2]);
    expect(changeNodeId(id('home'), id('net'), isReference)(changed)).toEqual(whole);
  });

  test('does nothing for a missing node or a taken id', () => {
    for (const [from, to] of [
      ['nobody', 'home'],
      ['net', 'jobs'],
      ['net', 'c1'],
      ['net', 'net'],
    ] as const)
      expect(changeNodeId(id(from), id(to), isReference)(whole)).toBe(whole);
  });
});
