import { emitUserPoolTrigger } from '../cognito/trigger.ts';
import { defineMechanism } from '../connection.ts';
import { emitRotation } from './trigger/rotation.ts';

export interface Trigger {
  /** Which hook of the source calls the function. */
  readonly hook: 'user-pool' | 'rotation' | 'mail';
}

/** A service calls a function at a certain moment of its own work. */
export const trigger = defineMechanism<Trigger>({
  id: 'trigger',
  family: 'trigger',
  title: 'Hook of a service',
  explain:
    'The service calls the function at a certain moment of its own work, such as before a sign-up or when a password is due for a change, and waits for it. What the function answers decides how it goes on, so a slow or failing function holds the service up.',
  emit(scope) {
    if (scope.options.hook === 'rotation') emitRotation(scope);
    // The identity writes the rules for its mail all at once, since they have an order.
    else if (scope.options.hook === 'user-pool') emitUserPoolTrigger(scope);
  },
});
