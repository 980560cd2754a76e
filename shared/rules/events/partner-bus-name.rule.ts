import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html */
const partnerSource = /^aws\.partner(\/[.\-_A-Za-z0-9]+){2,}$/;

const withBus = (properties: Parameters<typeof node>[2]) =>
  design(
    node('event-bus', 'shop', { busType: 'partner', ...properties }),
    node('event-rule', 'placed', { eventPattern: { source: ['aws.partner/shop.example/orders'] } }),
    connection('event-bus--event-rule', 'shop', 'placed'),
  );

export const eventsPartnerBusName = defineRule({
  meta: {
    id: 'events/partner-bus-name',
    severity: 'error',
    messages: {
      missing:
        '{bus} is a partner bus and needs the name of its partner event source, such as aws.partner/shop.example/orders.',
      wrong:
        '{bus}: "{name}" is no partner event source; a partner bus has the name of its source, such as aws.partner/shop.example/orders.',
    },
    explain:
      'A partner bus receives the events of a SaaS vendor. The vendor makes an event source in your account, whose name begins with aws.partner/, and the bus must have exactly this name.',
    docs: {
      title: 'Receiving events from a SaaS partner with Amazon EventBridge',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html',
    },
  },
  on: nodes('event-bus'),
  check(bus, graph, report) {
    if (graph.text(bus, 'busType') !== 'partner') return;
    if (!graph.isSet(bus, 'name')) {
      report({ message: 'missing', property: 'name', data: { bus: named(bus) } });
      return;
    }
    const name = graph.text(bus, 'name');
    if (name !== undefined && !partnerSource.test(name))
      report({ message: 'wrong', property: 'name', data: { bus: named(bus), name } });
  },
  examples: {
    good: [
      {
        title: 'the name of a partner event source',
        design: withBus({ name: 'aws.partner/shop.example/orders' }),
      },
      { title: 'a name set by a parameter', design: withBus({ name: { Ref: 'Source' } }) },
      { title: "a bus of one's own", design: withBus({ busType: 'custom', name: 'shop' }) },
    ],
    bad: [
      { title: 'no name', design: withBus({}), expect: ['missing'] },
      { title: "a name of one's own", design: withBus({ name: 'shop' }), expect: ['wrong'] },
    ],
  },
});
