import type { Graph, Node } from '../../graph/graph.ts';
import { setProperty } from '../../model/edits/index.ts';
import type { Fix } from '../rule.ts';

/** The most that Lambda@Edge takes at an event. */
export interface EdgeLimits {
  /** MB */
  readonly memorySize: number;
  /** Seconds */
  readonly timeout: number;
  /** MB of zipped code */
  readonly codeSizeMb: number;
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-lambda-at-edge */
export const viewerLimits: EdgeLimits = { memorySize: 128, timeout: 5, codeSizeMb: 50 };
export const originLimits: EdgeLimits = { memorySize: 10_240, timeout: 30, codeSizeMb: 50 };

/** A property over its limit, in the words of a message. */
export interface OverLimit {
  readonly property: keyof EdgeLimits;
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly fixes: readonly Fix[];
}

const words = {
  memorySize: { what: 'memory', unit: 'MB' },
  timeout: { what: 'the timeout', unit: 's' },
  codeSizeMb: { what: 'the zipped code', unit: 'MB' },
} as const;

/** What of a function is over the limits; the size of the code has no fix, it only describes the code. */
export const overLimits = (graph: Graph, fn: Node, limits: EdgeLimits): readonly OverLimit[] =>
  (['memorySize', 'timeout', 'codeSizeMb'] as const).flatMap((property) => {
    const value = graph.number(fn, property);
    const limit = limits[property];
    const { what, unit } = words[property];
    if (value === undefined || value <= limit) return [];
    const fixes =
      property === 'codeSizeMb'
        ? []
        : [{ title: `Set ${what} to ${limit} ${unit}`, edit: setProperty(fn.id, property, limit) }];
    return [{ property, what, value, limit, unit, fixes }];
  });

/** The event that a function of CloudFront is for. */
export const isViewerEvent = (event: string | undefined): boolean =>
  event?.startsWith('viewer-') ?? false;
export const isOriginEvent = (event: string | undefined): boolean =>
  event?.startsWith('origin-') ?? false;
