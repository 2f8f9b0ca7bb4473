import type { Edition } from '#lib/edition/edition.ts';
import { sampleEdition } from '../contract/sample-data.ts';

/** The edition of a scenario: the same in each of its processes. */
export const benchEdition = (topicId: string): Edition => sampleEdition('2026-11-16', { topicId });
