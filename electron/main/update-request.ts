import { session } from 'electron';

/** Longer than any answer of the feed. */
const largest = 1024 * 1024;

/**
 * The one request that leaves this program (`electron/host/update-check.ts` decides whether it does). It has a session
 * of its own, in memory, that lets nothing through but this one address: no cookie, no cache, no redirect, no name of
 * the system. Pages have another session, which lets nothing through at all.
 */
export const requestText = async (address: string): Promise<string> => {
  const own = session.fromPartition('updates', { cache: false });
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url !== address }));
  own.setUserAgent('Isobar');
  const answer = await own.fetch(address, {
    redirect: 'error',
    credentials: 'omit',
    headers: { accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`The feed answered ${answer.status}`);
  const text = await answer.text();
  if (text.length > largest) throw new Error('The answer is too large');
  return text;
};
