import type { ArticleStore, ArticleVersions } from './article/article-store.ts';
import type { Ledger } from './delivery/ledger.ts';
import type { PaceStore } from './delivery/pace.ts';
import type { DeliveryQueue } from './delivery/queue.ts';
import type { AnalysisStore } from './edition/analysis-store.ts';
import type { EditionStore } from './edition/edition.ts';
import type { EditorNotesStore } from './edition/notes/editor-notes-store.ts';
import type { KeyRing } from './subscription/key-ring.ts';
import type { KeyRingStore } from './subscription/key-ring-store.ts';
import type { SubscriberStore } from './subscription/subscriber.ts';

/** Everything that Parley keeps: in a state folder (`openLocal`), or in a stack on AWS (`openRemote`). */
export interface Stores {
  /** Where that is, for people: "state in FOLDER", "stack NAME in REGION". */
  place: string;
  /** Address of the public pages; null where only the command line knows it. */
  siteAddress: string | null;
  articles: ArticleStore & ArticleVersions;
  analyses: AnalysisStore;
  editions: EditionStore;
  notes: EditorNotesStore;
  subscribers: SubscriberStore;
  ledger: Ledger;
  /** Where planned groups wait for a worker; null: who delivers goes through the ledger. */
  queue: DeliveryQueue | null;
  /** What all workers know of the pace; absent where it is the sending process's own. */
  pace?: PaceStore;
  /** The keys that sign links. @throws DependencyError where they cannot be read */
  readKeys(): Promise<KeyRing>;
  /** Where those keys are kept, to change them. */
  keyRing: KeyRingStore;
  /** Gives free what was opened. */
  close(): Promise<void>;
}
