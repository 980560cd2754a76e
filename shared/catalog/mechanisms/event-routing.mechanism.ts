import { defineMechanism } from '../connection.ts';

/** A rule watches a bus. Without an arrow the rule is on the default bus. */
export const eventRouting = defineMechanism({
  id: 'event-routing',
  family: 'event',
  title: 'Rule on an event bus',
  explain:
    'A rule belongs to one bus. EventBridge compares every event on the bus with the pattern of each rule and hands the event to the targets of all rules that it fits. The bus itself delivers nothing.',
  emit({ source, target, graph, connection }) {
    const [first] = graph.incoming(target.node, { mechanism: 'event-routing' });
    if (first !== undefined && first.id !== connection.id) {
      target.out.problem(
        `The rule "${target.node.name}" watches several buses, but AWS allows one: make a rule for each.`,
      );
      return;
    }
    // A rule is on the default bus when nothing is said, and must not name a bus when it runs by the clock.
    if (source.read('busType') === 'default') return;
    target.out.set(target.id, 'EventBusName', source.attribute('name'));
    target.out.props(target.id, { eventBus: source.construct });
  },
});
