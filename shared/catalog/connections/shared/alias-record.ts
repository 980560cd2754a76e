import {
  choice,
  integer,
  list,
  type PropertyReader,
  type PropertyTable,
  text,
  yesNo,
} from '../../property.ts';

const routedBy =
  (policy: string) =>
  (read: PropertyReader): boolean =>
    read('routingPolicy') === policy;

/** Properties of an alias record. */
export const aliasRecord = (
  options: {
    /** Route 53 cannot ask the health of a distribution. */
    readonly isDistribution?: boolean;
  } = {},
): PropertyTable => ({
  recordName: text({
    required: true,
    maxLength: 255,
    help: 'The whole name, such as www.example.com; the name of the zone itself for the bare domain.',
  }),
  recordTypes: list({
    default: ['A', 'AAAA'],
    items: choice(options.isDistribution ? ['A', 'AAAA', 'HTTPS'] : ['A', 'AAAA']),
    advanced: true,
    help: options.isDistribution
      ? 'A for IPv4, AAAA for IPv6, HTTPS to announce HTTP/3.'
      : 'A for IPv4, AAAA for IPv6.',
  }),
  routingPolicy: choice(
    options.isDistribution
      ? ['simple', 'weighted', 'latency', 'geolocation']
      : ['simple', 'weighted', 'latency', 'failover', 'geolocation'],
    {
      default: 'simple',
      advanced: true,
      help: 'How Route 53 chooses between several records of this name.',
    },
  ),
  weight: integer({
    default: 100,
    min: 0,
    max: 255,
    when: routedBy('weighted'),
    advanced: true,
    help: 'The share of the queries, compared with the other records of this name; 0 sends none.',
  }),
  ...(options.isDistribution
    ? {}
    : {
        failover: choice(['PRIMARY', 'SECONDARY'], {
          default: 'PRIMARY',
          when: routedBy('failover'),
          advanced: true,
          help: 'The secondary is given while the primary is not healthy.',
        }),
      }),
  continent: choice(['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'], {
    when: routedBy('geolocation'),
    advanced: true,
    help: 'Answers people on this continent. Without continent and country: everybody else.',
  }),
  country: text({
    when: routedBy('geolocation'),
    pattern: '^[A-Z]{2}$',
    advanced: true,
    help: 'Answers people in this country, such as DE.',
  }),
  setIdentifier: text({
    maxLength: 128,
    when: (read) => read('routingPolicy') !== 'simple',
    advanced: true,
    help: 'Tells the records of one name apart; empty takes the name of the target.',
  }),
  ...(options.isDistribution
    ? {}
    : {
        evaluateTargetHealth: yesNo({
          default: false,
          advanced: true,
          help: 'The record is left out of answers while its target is not healthy.',
        }),
      }),
});
