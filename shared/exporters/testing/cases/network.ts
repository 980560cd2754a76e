import { connection, design, inside, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** VPCs with what is in them: subnets, gateways, endpoints, databases and the functions that use them. */
export const network: readonly ExportCase[] = [
  {
    title: 'a VPC with all types of subnets, and a function in private ones',
    design: design(
      inside(
        node('vpc', 'net', { flowLogs: true }),
        node('subnet', 'web', { subnetType: 'public' }, 'web'),
        inside(node('subnet', 'app'), node('lambda', 'worker', { timeout: 30 })),
        node('subnet', 'data', { subnetType: 'isolated' }),
      ),
    ),
  },
  {
    title: 'subnets with addresses and zones of their own, and drawn NAT gateways',
    design: design(
      inside(
        node('vpc', 'net', { maxAzs: 3, cidrBlock: '10.20.0.0/20', enableDnsHostnames: false }),
        inside(
          node('subnet', 'public-a', {
            subnetType: 'public',
            replicatePerAz: false,
            mapPublicIpOnLaunch: true,
          }),
          node('nat-gateway', 'nat-a', { maxDrainDurationSeconds: 60 }),
        ),
        inside(
          node('subnet', 'public-b', { subnetType: 'public', replicatePerAz: false }),
          node('nat-gateway', 'nat-b'),
        ),
        inside(node('subnet', 'app', { cidrBlock: '10.20.8.0/22' }), node('lambda', 'worker')),
        node('subnet', 'named', {
          replicatePerAz: false,
          availabilityZone: 'eu-west-1b',
          subnetType: 'isolated',
        }),
      ),
      connection('subnet--nat-gateway', 'app', 'nat-b'),
    ),
  },
];
