import type { StreamDelivery } from '../mechanisms/stream-delivery.mechanism.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { httpDestination } from './http-destination.ts';
import type { FirehoseDestination, FirehoseParts } from './parts.ts';
import { s3Destination } from './s3-destination.ts';
import { searchDestination } from './search-destination.ts';
import { warehouseDestination } from './warehouse-destination.ts';

/** How one kind of destination is written. */
export interface DestinationWriter {
  /** The log stream for its errors. */
  readonly log: string;
  /** Where its settings are; below it are `BufferingHints`. */
  readonly path: string;
  /** What cannot be delivered, or has to be staged, needs a bucket of its own. */
  readonly needsBucket: boolean;
  /** The CDK has a class for it. */
  readonly isL2: boolean;
  write(parts: FirehoseParts): FirehoseDestination | undefined;
}

const writers: Readonly<Record<StreamDelivery['to'], DestinationWriter>> = {
  bucket: {
    log: 'S3Destination',
    path: 'ExtendedS3DestinationConfiguration',
    needsBucket: false,
    isL2: true,
    write: s3Destination,
  },
  endpoint: {
    log: 'HttpDestination',
    path: 'HttpEndpointDestinationConfiguration',
    needsBucket: true,
    isL2: true,
    write: httpDestination,
  },
  search: {
    log: 'SearchDestination',
    path: 'AmazonopensearchserviceDestinationConfiguration',
    needsBucket: true,
    isL2: false,
    write: searchDestination,
  },
  warehouse: {
    log: 'RedshiftDestination',
    path: 'RedshiftDestinationConfiguration',
    needsBucket: true,
    isL2: false,
    write: warehouseDestination,
  },
};

/** How the destination of this connection is written. */
export const writerOf = ({ options }: LinkScope): DestinationWriter =>
  writers[(options as StreamDelivery).to];

/** True when the CDK has a class for the destination of a stream, so that the stream is an L2 construct. */
export const isL2Stream = (scope: NodeScope): boolean =>
  scope
    .links('out', { mechanism: 'stream-delivery' })
    .slice(0, 1)
    .every((link) => writerOf(link).isL2);
