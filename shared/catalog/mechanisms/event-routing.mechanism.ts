import { defineMechanism } from '../connection.ts';

export interface EventRouting {
  /** The property of the target's resource that names its bus: by its name, or by its ARN. */
  readonly names: 'EventBusName' | 'EventBusArn';
}

/** A rule or a subscriber watches a bus. Without an arrow a rule is on the default bus. */
export const eventRouting = defineMechanism<EventRouting>({
  id: 'event-routing',
  family: 'event',
  title: 'Rule or subscriber on an event bus',
  explain:
    'A rule belongs to one bus. EventBridge compares every event on the bus with the pattern of each rule and hands the event to the targets of all rules that it fits. The bus itself delivers nothing. The newer Custom Event Bus has subscribers in the place of rules, each with one target.',
  emit({ source, target, graph, connection, options }) {
    const [first] = graph.incoming(target.node, { mechanism: 'event-routing' });
    if (options.names === 'EventBusArn') {
      // A subscriber that is none has been refused by its own file.
      if (target.out.has(target.id))
        target.out.set(target.id, options.names, source.attribute('arn'));
      return;
    }
    if (first !== undefined && first.id !== connection.id) {
      target.out.problem(
        `The rule "${target.node.name}" watches several buses, but AWS allows one: make a rule for each.`,
      );
      return;
    }
    // A rule is on the default bus when nothing is said, and must not name a bus when it runs by the clock.
    if (source.read('busType') === 'default') return;
    target.out.set(target.id, options.names, source.attribute('name'));
    target.out.props(target.id, { eventBus: source.construct });
  },
});
