import { sequence, setProperty } from '../../model/edits/index.ts';
import type { Fix, Graph, Node } from '../rule.ts';
import { named } from '../text.ts';

/** Queues and topics say in these properties whether they are FIFO, and what they are called. */
const propertiesOf = ({ kind }: Node) =>
  kind === 'sns-topic'
    ? { fifo: 'fifoTopic', name: 'topicName', what: 'topic' }
    : { fifo: 'fifoQueue', name: 'queueName', what: 'queue' };

/** Whether a queue or topic is FIFO; undefined when nobody knows. */
export const isFifo = (graph: Graph, node: Node): boolean | undefined =>
  graph.boolean(node, propertiesOf(node).fifo);

const suffix = '.fifo';
/** Of queues; topics take more. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html */
const longestName = 80;

/** The name with the ending of FIFO queues and topics, or without it. */
export const fifoName = (name: string, fifo: boolean): string => {
  const plain = name.replace(/(?:\.fifo)+$/, '');
  return fifo ? `${plain.slice(0, longestName - suffix.length)}${suffix}` : plain;
};

/** Makes a queue or topic FIFO or standard, and its name with it. */
export const makeFifo = (graph: Graph, node: Node, fifo: boolean): Fix => {
  const properties = propertiesOf(node);
  const name = graph.text(node, properties.name);
  return {
    title: `Make ${named(node)} a ${fifo ? 'FIFO' : 'standard'} ${properties.what}`,
    edit: sequence(
      setProperty(node.id, properties.fifo, fifo),
      ...(name === undefined ? [] : [setProperty(node.id, properties.name, fifoName(name, fifo))]),
    ),
  };
};
