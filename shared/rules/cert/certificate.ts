import { bareDomain } from '../../catalog/edge/zone.ts';
import type { Graph, Node } from '../../graph/graph.ts';

/** The names that a new certificate is asked for; undefined when one of them, or the certificate itself, is not known here. */
export const certificateNames = (
  graph: Graph,
  certificate: Node,
): readonly string[] | undefined => {
  if (graph.boolean(certificate, 'importExisting') !== false) return undefined;
  const first = graph.text(certificate, 'domainName');
  const more = graph.list(certificate, 'subjectAlternativeNames');
  if (first === undefined || more === undefined) return undefined;
  const names: string[] = [first];
  for (const name of more) {
    if (typeof name !== 'string') return undefined;
    names.push(name);
  }
  return names;
};

/** True when the certificate's name stands for the host: `*.` stands for exactly one label. */
export const covers = (name: string, host: string): boolean => {
  const [pattern, wanted] = [bareDomain(name), bareDomain(host)];
  if (pattern === wanted) return true;
  if (!pattern.startsWith('*.')) return false;
  const dot = wanted.indexOf('.');
  return dot > 0 && wanted.slice(dot + 1) === pattern.slice(2);
};

/** The region a certificate is in: that of its ARN when it is there already, else where it is drawn. */
export const certificateRegion = (graph: Graph, certificate: Node): string | undefined => {
  const existing = graph.boolean(certificate, 'importExisting');
  if (existing === false) return graph.region(certificate);
  const region = graph.text(certificate, 'certificateArn')?.split(':')[3];
  if (region !== undefined) return region === '' ? undefined : region;
  return existing === undefined || graph.isSet(certificate, 'certificateArn')
    ? undefined
    : graph.region(certificate);
};

/** True when the certificate's region follows from where it is drawn, so that moving it helps. */
export const isPlacedByDrawing = (graph: Graph, certificate: Node): boolean =>
  graph.boolean(certificate, 'importExisting') === false ||
  !graph.isSet(certificate, 'certificateArn');
