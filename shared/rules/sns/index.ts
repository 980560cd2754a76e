import type { Rule } from '../rule.ts';
import { snsDeliveryNoDlq } from './delivery-no-dlq.rule.ts';
import { snsFifoSubscriber } from './fifo-subscriber.rule.ts';
import { snsFilterPolicy } from './filter-policy.rule.ts';
import { snsLargeMessageTopic } from './large-message-topic.rule.ts';
import { snsStandardTopicToFifoQueue } from './standard-topic-to-fifo-queue.rule.ts';

export const snsRules: readonly Rule[] = [
  snsFifoSubscriber,
  snsStandardTopicToFifoQueue,
  snsLargeMessageTopic,
  snsDeliveryNoDlq,
  snsFilterPolicy,
];
