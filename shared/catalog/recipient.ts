import { type Expression, isToken } from './expression.ts';
import type { NodeScope } from './service.ts';

const addresses = {
  email: {
    word: 'Email',
    description: (name: string) => `Address that e-mails to ${name} go to.`,
    pattern: '[^@\\s]+@[^@\\s]+',
    example: 'somebody@example.com',
  },
  phoneNumber: {
    word: 'PhoneNumber',
    description: (name: string) =>
      `Phone number that text messages to ${name} go to, with the country: +41791234567.`,
    pattern: '\\+[1-9]\\d{1,14}',
    example: '+41791234567',
  },
} as const;

/** Where messages to a person go: a parameter, so that each deployment can have a person of its own. */
export const recipient = (
  person: NodeScope,
  field: 'email' | 'phoneNumber',
  sender: NodeScope,
): Expression => {
  const known = person.value(field);
  if (isToken(known)) return known;
  const { word, description, pattern, example } = addresses[field];
  return sender.out.parameter(`${person.id}${word}`, {
    description: description(person.node.name),
    pattern,
    example,
    ...(typeof known === 'string' && known !== '' ? { default: known } : {}),
  });
};
