import { expect, test } from 'vitest';
import { kindFacts } from '../catalog/catalog.ts';
import type { Json } from '../lib/json.ts';
import { createGraph } from './incremental-graph.ts';
import {
  availabilityZoneCount,
  endpointFor,
  hasEgress,
  hasImpliedSecurityGroup,
  hasUnknownEndpoint,
  isLinked,
} from './network.ts';
import { connection, designOf, node } from './testing/small-designs.ts';

type Settings = Readonly<Record<string, Json>>;
const inVpc = (vpc: Settings, subnet: Settings, ...more: ReturnType<typeof node>[]) => {
  const graph = createGraph(
    kindFacts,
    designOf(
      [
        node('net', 'vpc', vpc),
        node('sub', 'subnet', subnet, 'net'),
        node('fn', 'lambda', {}, 'sub'),
        ...more,
      ],
      [],
    ),
  );
  return { graph, fn: graph.node('fn')!, net: graph.node('net')! };
};

test('egress needs private subnets and a NAT gateway', () => {
  const egress = (vpc: Settings, subnet: Settings, ...more: ReturnType<typeof node>[]) => {
    const { graph, fn } = inVpc(vpc, subnet, ...more);
    return hasEgress(graph, fn);
  };
  expect(egress({}, {})).toBe(true);
  expect(egress({ natGateways: 0 }, {})).toBe(false);
  expect(egress({ natGateways: 0 }, {}, node('nat', 'nat-gateway', {}, 'net'))).toBe(true);
  expect(egress({ natGateways: { Ref: 'Count' } }, {})).toBeUndefined();
  expect(egress({}, { subnetType: 'isolated' })).toBe(false);
  expect(egress({}, { subnetType: 'public' })).toBe(false);
  expect(egress({}, { subnetType: { Ref: 'Type' } })).toBeUndefined();
});

test('egress of a node right in the VPC, and of one in none', () => {
  const { graph } = inVpc({}, {}, node('direct', 'lambda', {}, 'net'), node('free', 'lambda'));
  expect(hasEgress(graph, graph.node('direct')!)).toBe(true);
  expect(hasEgress(graph, graph.node('free')!)).toBe(false);
});

test('placement by connection counts as placement by nesting', () => {
  const graph = createGraph(
    kindFacts,
    designOf(
      [node('net', 'vpc'), node('sub', 'subnet', {}, 'net'), node('fn', 'lambda')],
      [connection('c', 'lambda--subnet', 'fn', 'sub')],
    ),
  );
  expect(hasEgress(graph, graph.node('fn')!)).toBe(true);
  expect(availabilityZoneCount(graph, graph.node('fn')!)).toBe(2);
  expect(hasImpliedSecurityGroup(graph, graph.node('fn')!)).toBe(true);
});

test('endpoints are those of the VPC', () => {
  const { graph, net } = inVpc(
    {},
    {},
    node('e1', 'vpc-endpoint', { service: 's3' }, 'net'),
    node('e2', 'vpc-endpoint', { service: 'sqs' }),
    node('e3', 'vpc-endpoint', { service: { Ref: 'Service' } }, 'sub'),
  );
  expect(endpointFor(graph, net, 's3')?.id).toBe('e1');
  expect(endpointFor(graph, net, 'sqs')).toBeUndefined();
  expect(hasUnknownEndpoint(graph, net)).toBe(true);
  expect(isLinked(graph, net)).toBe(false);
});

test('zones: a drawn subnet stands for all zones of the VPC unless it says otherwise', () => {
  const zones = (vpc: Settings, subnet: Settings) => {
    const { graph, fn } = inVpc(vpc, subnet);
    return availabilityZoneCount(graph, fn);
  };
  expect(zones({}, {})).toBe(2);
  expect(zones({ maxAzs: 3 }, {})).toBe(3);
  expect(zones({ maxAzs: 3 }, { replicatePerAz: false })).toBe(1);
  expect(zones({ maxAzs: { Ref: 'Zones' } }, {})).toBeUndefined();
  const graph = createGraph(
    kindFacts,
    designOf(
      [
        node('net', 'vpc'),
        node('a', 'subnet', { replicatePerAz: false, availabilityZone: 'eu-west-1a' }, 'net'),
        node('b', 'subnet', { replicatePerAz: false, availabilityZone: 'eu-west-1b' }, 'net'),
        node('c', 'subnet', { replicatePerAz: false, availabilityZone: 'eu-west-1b' }, 'net'),
        node('fn', 'lambda'),
      ],
      ['a', 'b', 'c'].map((subnet) => connection(`to-${subnet}`, 'lambda--subnet', 'fn', subnet)),
    ),
  );
  expect(availabilityZoneCount(graph, graph.node('fn')!)).toBe(2);
  expect(availabilityZoneCount(graph, graph.node('net')!)).toBe(0);
});
