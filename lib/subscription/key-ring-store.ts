import type { StoredKeyRing } from './key-ring.ts';

/** A key ring as it stands, and which version of it that is. */
export interface StandingKeyRing {
  stored: StoredKeyRing;
  version: string;
}

/** Where the keys that sign links are kept: a file, or a secret on AWS. */
export interface KeyRingStore {
  /** @throws DependencyError where it cannot be read, or holds no keys; it never repeats one */
  read(): Promise<StandingKeyRing>;
  /**
   * Puts a ring in the place of this version, in one step: of two who change the same version one
   * does, and a kill leaves the one or the other whole.
   * @returns false where another version stands by now
   */
  replace(next: StoredKeyRing, version: string): Promise<boolean>;
}
