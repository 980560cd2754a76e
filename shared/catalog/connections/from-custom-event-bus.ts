import { connectionsFrom } from '../connection.ts';
import { eventRouting } from '../mechanisms/event-routing.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromCustomEventBus = connectionsFrom<Kind>('custom-event-bus', {
  'event-subscriber': eventRouting({
    preview: true,
    label: 'is subscribed by',
    delivery: 'async',
    explain:
      'A subscriber belongs to one bus. EventBridge compares every event on the bus with the filters of each subscriber, and keeps the event for those that begin later.',
    docs: 'Subscribing to events on a Custom Event Bus',
    options: { names: 'EventBusArn' },
  }),
});
