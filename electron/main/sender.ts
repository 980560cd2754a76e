/** The part of Electron's event that says who calls. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** `scheme://host` of an address; an address that is none has none. */
export const originOf = (url: string): string => {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return '';
  }
};

/** Why a call is not answered; undefined when it is: only the top frame of a page of our own may call. */
export const senderProblem = (
  { senderFrame }: Sender,
  origins: readonly string[],
): string | undefined => {
  if (senderFrame === null) return 'the page that called is gone';
  if (senderFrame.parent !== null) return 'a frame within the page called';
  if (!origins.includes(originOf(senderFrame.url))) return 'a page that is not ours called';
  return undefined;
};
