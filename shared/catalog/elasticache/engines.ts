import type { Json } from '../../lib/json.ts';
import { type Traffic, tcp } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';

/** What ElastiCache takes of each engine; checked in November 2026. */
export interface CacheEngine {
  readonly id: 'valkey' | 'redis' | 'memcached';
  readonly title: string;
  readonly port: number;
  /** What a serverless cache is asked for unless something else is set. */
  readonly major: string;
  /** And nodes. */
  readonly version: string;
  /** The parameter group of AWS for data that is spread over several shards. */
  readonly clusterParameters?: string;
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/supported-engine-versions.html */
export const cacheEngines: readonly CacheEngine[] = [
  {
    id: 'valkey',
    title: 'Valkey',
    port: 6379,
    major: '8',
    version: '8.0',
    clusterParameters: 'default.valkey8.cluster.on',
  },
  {
    id: 'redis',
    title: 'Redis OSS',
    port: 6379,
    major: '7',
    version: '7.1',
    clusterParameters: 'default.redis7.cluster.on',
  },
  { id: 'memcached', title: 'Memcached', port: 11_211, major: '1.6', version: '1.6.22' },
];

export const cacheEngineNamed = (id: Json | undefined): CacheEngine | undefined =>
  cacheEngines.find((engine) => engine.id === id);

/** The engine of a cache; the first one when nobody knows. */
export const cacheEngineOf = (cache: NodeScope): CacheEngine =>
  cacheEngineNamed(cache.read('engine')) ?? (cacheEngines[0] as CacheEngine);

export const isServerlessCache = (cache: NodeScope): boolean =>
  cache.read('deployment') !== 'node-based';

/** A serverless cache answers reads at the next port as well. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.corecomponents.html */
export const cacheTraffic = (cache: NodeScope): Traffic => {
  const { port } = cacheEngineOf(cache);
  return isServerlessCache(cache) ? { protocol: 'tcp', from: port, to: port + 1 } : tcp(port);
};
