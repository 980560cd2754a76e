/** Names of variables that hold secrets. */
const secretName = /passw(or)?d|secret|token|api_?key|private_?key/i;
/** Endings of names that only say where a secret is, or something about it. */
const harmlessEnding =
  /(_|^)(arn|name|id|table|url|uri|path|header|ttl|region|endpoint|seconds)$|(Arn|Name|Id|Url|Path|Header)$/i;
const shortest = 8;

const accessKey = /^(AKIA|ASIA)[A-Z0-9]{16}$/;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const withPassword = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/:@]+@/i;

/** Values that are no secrets themselves: references, paths, addresses, numbers. */
const harmlessValue = /^(arn:|\{\{resolve:|https?:\/\/|\/|\d+$)|^\$\{.*\}$/;

/** True when the setting looks like a secret that is written out. */
export const isPlainSecret = (name: string, value: string): boolean => {
  if (accessKey.test(value) || privateKey.test(value) || withPassword.test(value)) return true;
  return (
    value.length >= shortest &&
    secretName.test(name) &&
    !harmlessEnding.test(name) &&
    !harmlessValue.test(value)
  );
};
