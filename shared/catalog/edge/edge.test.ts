import { describe, expect, test } from 'vitest';
import { planDesign } from '../../exporters/plan/plan.ts';
import { createGraph } from '../../graph/incremental-graph.ts';
import { connection, design, node } from '../../rules/examples.ts';
import { kindFacts } from '../catalog.ts';
import { behaviorsOf, patternOf } from './behaviors.ts';
import { hostOfUrl } from './url.ts';
import { isWithin } from './zone.ts';

const scopeOf = (sample: ReturnType<typeof design>, id: string) => {
  const graph = createGraph(kindFacts, sample);
  const found = graph.node(id);
  if (!found) throw new Error(`No node ${id}`);
  return planDesign(sample, graph).scopeOf(found);
};

describe('path patterns', () => {
  test.each(['default (*)', '*', '/*', '', undefined])('%s is the default behaviour', (text) => {
    expect(patternOf(text)).toBeUndefined();
  });

  test('narrow ones are tried first', () => {
    const patterns = ['*.jpg', '/api/*', '/api/v2/*', '/images/*.jpg', '/images/*'];
    const sample = design(
      node('cloudfront', 'cdn'),
      node('s3-bucket', 'files'),
      connection('cloudfront--s3-bucket', 'cdn', 'files'),
      ...patterns.map((pathPattern) =>
        connection('cloudfront--s3-bucket', 'cdn', 'files', { pathPattern }),
      ),
    );
    expect(behaviorsOf(scopeOf(sample, 'cdn')).map(({ pattern }) => pattern)).toEqual([
      undefined,
      '/images/*.jpg',
      '/api/v2/*',
      '/images/*',
      '/api/*',
      '*.jpg',
    ]);
  });
});

describe('addresses', () => {
  const parts = (url: string) =>
    hostOfUrl(scopeOf(design(node('external-endpoint', 'server', { url })), 'server'), 'url');

  test('are taken apart', () => {
    expect(parts('https://API.example.com:8443/v1/?a=b#c')).toEqual({
      host: 'api.example.com',
      isHttps: true,
      port: 8443,
      path: '/v1',
    });
  });

  test('are only those of http', () => {
    expect(parts('ftp://example.com')).toBeUndefined();
  });
});

test('a name lies within a domain by whole labels', () => {
  expect(isWithin('www.example.com', 'example.com.')).toBe(true);
  expect(isWithin('EXAMPLE.com', 'example.com')).toBe(true);
  expect(isWithin('notexample.com', 'example.com')).toBe(false);
});
