import * as z from 'zod/mini';
import { Fault } from '#lib/fault.ts';
import { Consultation } from './consultation.ts';
import { Corrections } from './notes/corrections.ts';

/** (topic, scheduled local date): one slot, one edition, whoever triggers it and however often. */
export interface Slot {
  topicId: string;
  /** ISO date in the topic's time zone. */
  date: string;
}

/** Id of a slot's edition, used in keys, file names and message tags: "us-north-korea.2026-11-16". */
export function editionId({ topicId, date }: Slot): string {
  return `${topicId}.${date}`;
}

/** The slot that an edition's id names; null for anything else, so that no other text reaches a store. */
export function slotOf(id: string): Slot | null {
  const { topicId, date } =
    /^(?<topicId>[a-z0-9][a-z0-9-]{0,59})\.(?<date>\d{4}-\d{2}-\d{2})$/.exec(id)?.groups ?? {};
  return topicId !== undefined && date !== undefined ? { topicId, date } : null;
}

/** Whether both parts of a slot have their form: it may come from outside, and names files and keys. */
export function isSlot(slot: Slot): boolean {
  return slotOf(editionId(slot)) !== null;
}

/** One briefing rendered and frozen. What is previewed, tested, archived and sent is this, byte for byte. */
export const Edition = z.object({
  schemaVersion: z.literal(1),
  id: z.string(),
  topicId: z.string(),
  topicTitle: z.string(),
  /** The scheduled local date, ISO. */
  slot: z.string(),
  /** ISO instant. */
  composedAt: z.string(),
  language: z.string(),
  subject: z.string(),
  preheader: z.string(),
  /** HTML and text carry the placeholders of `lib/briefing/placeholders.ts` where a delivery's own links go. */
  html: z.string(),
  text: z.string(),
  /** SHA-256 over subject, HTML and text, hex. */
  contentHash: z.string(),
  /** Absent in the first edition of the slot; else its number (2, 3, …) and the hash of the content it replaced. */
  revision: z.optional(z.object({ number: z.number(), replaces: z.string() })),
  /** What it was made of, for the reader of the ledger. */
  record: z.object({
    /** The articles read, with the hash of the version used. */
    articles: z.array(z.object({ id: z.string(), hash: z.string(), era: z.enum(['then', 'now']) })),
    /** Articles left out and why. */
    quarantined: z.array(Fault),
    /** Articles of the topic that lie in no era. */
    outsideEras: z.array(z.string()),
    /** Lines that the evidence gate dropped, each with its reason. */
    dropped: z.array(z.object({ line: z.string(), reason: z.string() })),
    evidence: z.object({ then: z.number(), now: z.number() }),
    /** What the edition says first, for who approves it; absent from editions of before. */
    bottomLine: z.optional(z.array(z.string())),
    /** Nothing new since the last edition. */
    noChange: z.boolean(),
    /** What an editor changed of the findings; absent where nobody did. */
    corrections: z.optional(Corrections),
    /** What a model was asked; absent where the embedded engine did everything. */
    consultation: z.optional(Consultation),
  }),
});

export type Edition = z.infer<typeof Edition>;

/** An edition that takes the place of an earlier one of its slot. */
export type Revision = Edition & { revision: NonNullable<Edition['revision']> };

/** The number of an edition in its slot: 1 where it never replaced another. */
export function revisionNumber({ revision }: Edition): number {
  return revision?.number ?? 1;
}

/** Whether an edition is the one that a revision was made to replace. */
export function isReplacedBy(standing: Edition, { revision }: Revision): boolean {
  return (
    standing.contentHash === revision.replaces && revisionNumber(standing) === revision.number - 1
  );
}

export interface EditionList {
  /** Newest slot first. */
  editions: Edition[];
  faults: Fault[];
}

/** Where editions live: a folder on one machine, a bucket on AWS. */
export interface EditionStore {
  /**
   * Writes the edition unless the slot has one already, and returns the one that stands.
   * Two callers at once get the same edition.
   */
  freeze(edition: Edition): Promise<{ frozen: boolean; edition: Edition }>;
  /**
   * Puts a revision in the place of the edition that it replaces, unless another stands there by now,
   * and returns the one that stands. Of two callers at once one replaces.
   * @throws DependencyError where the slot has no edition
   */
  replace(revision: Revision): Promise<{ replaced: boolean; edition: Edition }>;
  get(slot: Slot): Promise<Edition | null>;
  /** The latest edition of the topic before this slot, or null. */
  before(slot: Slot): Promise<Edition | null>;
  /** Slots that have an edition, of one topic or of all, in any order, without reading the editions. */
  slots(topicId?: string): AsyncIterable<Slot>;
  /** Of one topic or of all. One that cannot be read is a fault; the others are listed. */
  list(topicId?: string): Promise<EditionList>;
}
