import * as z from 'zod/mini';
import { parseWith, type Parsed } from '#lib/fault.ts';

/** What EventBridge tells of an object that was put ("Amazon S3 User Guide: EventBridge event message structure"). */
const ObjectCreated = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    bucket: z.object({ name: z.string('the name of a bucket') }),
    object: z.object({ key: z.string('the key of an object') }),
  }),
});

export interface CreatedObject {
  bucket: string;
  key: string;
}

/** Reads a message of the queue of incoming objects. */
export function parseObjectCreated(body: string, source: string): Parsed<CreatedObject> {
  const json = parseJson(body);
  const parsed = parseWith(ObjectCreated, json, source);
  if (!parsed.ok) return parsed;
  const { bucket, object } = parsed.value.detail;
  return { ok: true, value: { bucket: bucket.name, key: object.key } };
}

/**
 * A key as S3's own notifications encode it, decoded. The guide does not say whether EventBridge's are encoded too, and
 * emulators do encode them, so a reader looks under the key as it stands first.
 */
export function decodedKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}

/** What is no JSON is no object either. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
