import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Workshop } from './workshop.ts';

/** Proxies and browsers drop a stream that is silent. */
const HEARTBEAT_MS = 25_000;

/** Server-sent events: the revision at once, and after each change. */
export function liveEvents(context: Context, workshop: Workshop): Response {
  return streamSSE(context, async (stream) => {
    const tell = () => void stream.writeSSE({ event: 'revision', data: workshop.revision() });
    const stop = workshop.onChange(tell);
    stream.onAbort(stop);
    tell();
    // The first page is there, and what is saved next is to be shown at once.
    void workshop.warm();
    while (!stream.aborted) await stream.sleep(HEARTBEAT_MS).then(() => stream.write(':\n\n'));
    stop();
  });
}
