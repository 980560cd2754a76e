import { describe, expect, test } from 'vitest';
import { planDesign } from '../../exporters/plan/plan.ts';
import type { Tree } from '../../exporters/sam/render.ts';
import { samTemplates } from '../../exporters/sam/template.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import { connection, design, type ExampleItem, inside, node } from '../../rules/examples.ts';
import { kindFacts } from '../catalog.ts';
import { networkPlan } from './network-plan.ts';

const planOf = (...items: readonly ExampleItem[]) => {
  const drawn = design(...items);
  const plan = planDesign(drawn, createGraph(kindFacts, drawn));
  const vpc = plan.graph.nodes('vpc')[0];
  if (!vpc) throw new Error('No VPC');
  const [template] = samTemplates(plan);
  const resources = (template?.tree.Resources ?? {}) as Record<
    string,
    { Type: string; Properties: Record<string, Tree> }
  >;
  return {
    ...networkPlan(plan.scopeOf(vpc)),
    resources,
    exportProblems: plan.stacks.flatMap(({ problems }) => problems.map(({ message }) => message)),
  };
};

const addresses = ({ groups }: ReturnType<typeof planOf>) =>
  Object.fromEntries(groups.map(({ name, subnets }) => [name, subnets.map(({ cidr }) => cidr)]));
const zones = ({ groups }: ReturnType<typeof planOf>) =>
  Object.fromEntries(
    groups.map(({ name, subnets }) => [name, subnets.map(({ zone }) => zone.key)]),
  );

describe('subnets', () => {
  test('a drawn one stands for one in each zone, with the next free addresses', () => {
    const plan = planOf(
      inside(
        node('vpc', 'net', { maxAzs: 3, natGateways: 0 }),
        node('subnet', 'app'),
        node('subnet', 'data', { subnetType: 'isolated' }),
      ),
    );
    expect(addresses(plan)).toEqual({
      App: ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24'],
      Data: ['10.0.3.0/24', '10.0.4.0/24', '10.0.5.0/24'],
    });
    expect(plan.isRegular).toBe(true);
    expect(plan.zones).toBe(3);
  });

  test('a small VPC is cut into smaller ones', () => {
    const plan = planOf(
      inside(
        node('vpc', 'net', { cidrBlock: '10.9.0.0/26', natGateways: 0 }),
        node('subnet', 'app'),
        node('subnet', 'data'),
      ),
    );
    expect(addresses(plan)).toEqual({
      App: ['10.9.0.0/28', '10.9.0.16/28'],
      Data: ['10.9.0.32/28', '10.9.0.48/28'],
    });
  });

  test('ranges that are set are split over the zones, and the others go around them', () => {
    const plan = planOf(
      inside(
        node('vpc', 'net', { natGateways: 0 }),
        node('subnet', 'app', { cidrBlock: '10.0.0.0/23' }),
        node('subnet', 'data'),
      ),
    );
    expect(addresses(plan)).toEqual({
      App: ['10.0.0.0/24', '10.0.1.0/24'],
      Data: ['10.0.2.0/24', '10.0.3.0/24'],
    });
    expect(plan.isRegular).toBe(false);
  });

  test.each([
    ['no range', { cidrBlock: 'all of it' }, {}, 'all of it cannot be the range of a VPC'],
    ['host bits', { cidrBlock: '10.0.0.1/16' }, {}, '10.0.0.1/16 cannot be the range of a VPC'],
    ['too small', { cidrBlock: '10.0.0.0/28' }, {}, 'has no room for 2 more subnets'],
    ['too large', { cidrBlock: '10.0.0.0/8' }, {}, '10.0.0.0/8 cannot be the range of a VPC'],
    ['outside', {}, { cidrBlock: '10.1.0.0/24' }, 'is not in it'],
    ['not to split', {}, { cidrBlock: '10.0.0.0/28' }, 'cannot be the range of 2 subnets'],
    ['unknown', {}, { cidrBlock: { Ref: 'Range' } }, 'it is split over them'],
    ['how many', { maxAzs: { Ref: 'Zones' } }, {}, 'the number of Availability Zones'],
    ['what type', {}, { subnetType: { Ref: 'Type' } }, 'the type must be known'],
  ])('says what is wrong: %s', (_title, vpc, subnet, message) => {
    const { exportProblems } = planOf(
      inside(node('vpc', 'net', { natGateways: 0, ...vpc }), node('subnet', 'app', subnet)),
    );
    expect(exportProblems.join(' ')).toContain(message);
  });
});

describe('zones', () => {
  const single = (name: string, properties = {}) =>
    node('subnet', name, { replicatePerAz: false, ...properties });

  test('subnets of one type are in different ones', () => {
    const plan = planOf(
      inside(
        node('vpc', 'net'),
        single('a', { subnetType: 'public' }),
        single('b', { subnetType: 'public' }),
        single('c'),
        single('d'),
      ),
    );
    expect(zones(plan)).toEqual({ A: ['zone 0'], B: ['zone 1'], C: ['zone 0'], D: ['zone 1'] });
  });

  test('and so are those that hold the same node', () => {
    const plan = planOf(
      inside(node('vpc', 'net'), single('a'), single('b', { subnetType: 'isolated' })),
      node('rds-instance', 'db'),
      connection('rds-instance--subnet', 'db', 'a'),
      connection('rds-instance--subnet', 'db', 'b'),
    );
    expect(zones(plan)).toMatchObject({ A: ['zone 0'], B: ['zone 1'] });
  });

  test('a named one is taken as it is', () => {
    const plan = planOf(
      inside(node('vpc', 'net'), single('a', { availabilityZone: 'eu-west-1c' }), single('b')),
    );
    expect(plan.resources.NetASubnet1Subnet?.Properties.AvailabilityZone).toBe('eu-west-1c');
    expect(plan.resources.NetBSubnet1Subnet?.Properties.AvailabilityZone).toEqual({
      'Fn::Select': [0, { 'Fn::GetAZs': '' }],
    });
  });
});

describe('ways out', () => {
  const gatewayOf = (plan: ReturnType<typeof planOf>, subnet: string) =>
    plan.resources[`Net${subnet}DefaultRoute`]?.Properties.NatGatewayId;

  test('private subnets use the NAT gateway of their zone, else the first', () => {
    const plan = planOf(
      inside(node('vpc', 'net', { maxAzs: 3, natGateways: 2 }), node('subnet', 'app')),
    );
    expect(gatewayOf(plan, 'AppSubnet1')).toEqual({ Ref: 'NetPublicSubnet1NATGateway' });
    expect(gatewayOf(plan, 'AppSubnet2')).toEqual({ Ref: 'NetPublicSubnet2NATGateway' });
    expect(gatewayOf(plan, 'AppSubnet3')).toEqual({ Ref: 'NetPublicSubnet1NATGateway' });
  });

  test('drawn gateways replace the number, and arrows choose among them', () => {
    const plan = planOf(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'web', { subnetType: 'public' }),
          node('nat-gateway', 'first'),
          node('nat-gateway', 'second'),
        ),
        node('subnet', 'app'),
        node('subnet', 'data', { subnetType: 'isolated' }),
        node('subnet', 'batch', { subnetType: 'isolated' }),
      ),
      connection('subnet--nat-gateway', 'batch', 'second'),
    );
    expect(plan.natCount).toBe(0);
    expect(gatewayOf(plan, 'AppSubnet1')).toEqual({ Ref: 'First' });
    expect(gatewayOf(plan, 'BatchSubnet1')).toEqual({ Ref: 'Second' });
    expect(gatewayOf(plan, 'DataSubnet1')).toBeUndefined();
  });

  test('isolated subnets need no gateway of any sort', () => {
    const plan = planOf(
      inside(node('vpc', 'net'), node('subnet', 'data', { subnetType: 'isolated' })),
    );
    expect(plan.groups).toHaveLength(1);
    expect(Object.values(plan.resources).map(({ Type }) => Type)).not.toContain(
      'AWS::EC2::InternetGateway',
    );
  });

  test('a node right in the VPC gets private subnets, and they a way out', () => {
    const plan = planOf(inside(node('vpc', 'net'), node('rds-instance', 'db')));
    expect(plan.groups.map(({ name, type }) => [name, type])).toEqual([
      ['Public', 'public'],
      ['Private', 'private-with-egress'],
    ]);
  });
});

test('two lines between two VPCs are one peering', () => {
  const { resources, exportProblems } = planOf(
    node('vpc', 'near', { cidrBlock: '10.1.0.0/16' }),
    node('vpc', 'far', { cidrBlock: '10.2.0.0/16' }),
    connection('vpc--vpc', 'near', 'far', {}, 'b'),
    connection('vpc--vpc', 'near', 'far', {}, 'c'),
    connection('vpc--vpc', 'far', 'near', {}, 'a'),
  );
  expect(exportProblems).toEqual([]);
  expect(
    Object.keys(resources).filter((id) => resources[id]?.Type === 'AWS::EC2::VPCPeeringConnection'),
  ).toEqual(['FarNearPeering']);
});
