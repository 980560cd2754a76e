import { propertyOf } from '../catalog/catalog.ts';
import type { ConnectionDefinition } from '../catalog/connection.ts';
import type { Json } from '../lib/json.ts';
import type { Node } from '../model/design.ts';
import { type Edit, sequence, setProperty } from '../model/edits/index.ts';
import { quoted } from './words.ts';

/*
 * What has to be switched on at the ends for a connection to carry anything. Whoever draws the line wants it on.
 */

interface Switch {
  readonly end: 'source' | 'target';
  readonly property: string;
  readonly value: Json;
  /** For people; gets the name of the node. */
  readonly told: (name: string) => string;
}

const versioned = (end: Switch['end']): Switch => ({
  end,
  property: 'versioning',
  value: true,
  told: (name) => `${name} now keeps versions of its objects.`,
});

const changes: Switch = {
  end: 'source',
  property: 'streamViewType',
  value: 'NEW_AND_OLD_IMAGES',
  told: (name) => `${name} now has a stream of its changes.`,
};

const recovery: Switch = {
  end: 'source',
  property: 'pointInTimeRecovery',
  value: true,
  told: (name) => `${name} now has point-in-time recovery.`,
};

const alias: Switch = {
  end: 'target',
  property: 'autoPublishAlias',
  value: 'live',
  told: (name) => `${name} now has the alias live, which others call.`,
};

const publicAddress: Switch = {
  end: 'target',
  property: 'associatePublicIp',
  value: true,
  told: (name) => `${name} now has a public address, for which it must be in a public subnet.`,
};

const facesInternet: Switch = {
  end: 'target',
  property: 'scheme',
  value: 'internet-facing',
  told: (name) => `${name} now faces the internet.`,
};

const switches: Readonly<Record<string, readonly Switch[]>> = {
  's3-bucket--event-bus--service-events': [
    {
      end: 'source',
      property: 'eventBridgeEnabled',
      value: true,
      told: (name) => `${name} now sends its events to EventBridge.`,
    },
  ],
  's3-bucket--s3-bucket--replication': [versioned('source'), versioned('target')],
  'dynamodb-table--lambda': [changes],
  'dynamodb-table--pipe': [changes],
  'dynamodb-table--fargate-service': [changes],
  'dynamodb-table--ec2-instance': [changes],
  'dynamodb-table--s3-bucket': [recovery],
  'dynamodb-table--redshift': [recovery],
  'dynamodb-table--opensearch': [changes, recovery],
  'client--ec2-instance--direct': [publicAddress],
  'cloudfront--ec2-instance--public': [publicAddress],
  'http-api--ec2-instance--public': [publicAddress],
  'rest-api--ec2-instance--public': [publicAddress],
  'app-auto-scaling--dynamodb-table': [
    {
      end: 'target',
      property: 'billingMode',
      value: 'PROVISIONED',
      told: (name) => `${name} now has provisioned capacity, which is what can be scaled.`,
    },
  ],
  'cloudwatch-alarm--lambda--deployment': [alias],
  'app-auto-scaling--lambda': [alias],
  'ecr-repository--lambda': [
    {
      end: 'target',
      property: 'packageType',
      value: 'Image',
      told: (name) => `${name} is now made of an image.`,
    },
  ],
  // Only Express workflows answer whoever starts them.
  'pipe--state-machine--enrichment': [
    {
      end: 'target',
      property: 'stateMachineType',
      value: 'EXPRESS',
      told: (name) => `${name} is now an Express workflow, which answers the pipe.`,
    },
  ],
  'client--nlb': [facesInternet],
  'rest-api--nlb--public': [facesInternet],
  'http-api--nlb--public': [facesInternet],
  'cloudfront--nlb--public': [facesInternet],
  'websocket-api--vpc-link': [
    {
      end: 'target',
      property: 'version',
      value: 'v1',
      told: (name) => `${name} is now a link of v1, which is what WebSocket APIs take.`,
    },
  ],
  'certificate--nlb': [
    {
      end: 'target',
      property: 'listenerProtocol',
      value: 'TLS',
      told: (name) => `${name} now listens for TLS.`,
    },
    {
      end: 'target',
      property: 'listenerPort',
      value: 443,
      told: (name) => `${name} now listens on port 443.`,
    },
  ],
  'waf-web-acl--cloudfront': [
    {
      end: 'source',
      property: 'scope',
      value: 'CLOUDFRONT',
      told: (name) => `${name} now has the scope of CloudFront.`,
    },
  ],
};

/** What is switched on, and what people are told of it; undefined when nothing needs to be. */
export const switchFor = (
  { id }: ConnectionDefinition,
  source: Node,
  target: Node,
): { readonly edit: Edit; readonly told: string } | undefined => {
  const needed = (Object.hasOwn(switches, id) ? switches[id] : undefined) ?? [];
  const edits: Edit[] = [];
  const told: string[] = [];
  for (const { end, property, value, told: tell } of needed) {
    const node = end === 'source' ? source : target;
    const off = propertyOf(node.kind, property)?.default;
    const now = Object.hasOwn(node.properties, property) ? node.properties[property] : off;
    // Anything but the default was chosen by somebody.
    if (now !== off) continue;
    edits.push(setProperty(node.id, property, value));
    told.push(tell(quoted(node.name)));
  }
  return edits.length === 0 ? undefined : { edit: sequence(...edits), told: told.join(' ') };
};

/** The edit, and then what the connection needs of its ends. */
export const withSwitch = (edit: Edit, on: { readonly edit: Edit } | undefined): Edit =>
  on ? sequence(edit, on.edit) : edit;
