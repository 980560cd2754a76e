/** Ends a switch over a closed union: a new member stops compiling here instead of slipping through. */
export const assertNever = (value: never, what: string): never => {
  throw new Error(`Unknown ${what}: ${JSON.stringify(value)}`);
};
