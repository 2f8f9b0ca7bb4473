/** The processes of a scenario, as the functions on AWS. */
export const ROLES = ['plan', 'deliver', 'feedback', 'reconcile'] as const;
export type Role = (typeof ROLES)[number];

/** Where a process of a role is killed, in the order in which it comes to them: before and after each of these. */
export const STEPS: Readonly<Record<Role, readonly string[]>> = {
  plan: ['begin', 'open-round', 'plan', 'close-round', 'queue'],
  deliver: ['claim', 'read', 'send', 'settle'],
  feedback: ['event', 'read', 'state'],
  reconcile: ['take-over', 'settle', 'record', 'reopen', 'queue', 'file', 'tell', 'note', 'close'],
};

/** A process ends itself with SIGKILL when it comes to a step for the nth time. */
export interface Kill {
  role: Role;
  step: string;
  nth: number;
}

/** A kill before and after each step of a role, a process each. */
export function killsAtEachStep(role: Role, nth: number): Kill[] {
  return STEPS[role].flatMap((step) =>
    ['before', 'after'].map((side) => ({ role, step: `${side}-${step}`, nth })),
  );
}

/** What a process of a role is told at its start. */
export interface RoleSetting {
  role: Role;
  /** The edition's topic; its slot is that of `benchEdition`. */
  topicId: string;
  /** Addresses of the queues. */
  queueUrl: string;
  eventsUrl: string;
  kill: Kill | null;
  withClaims: boolean;
  /** By how much the clock is ahead of real time. */
  aheadMs: number;
  /** By how much this process's own clock is wrong. */
  skewMs: number;
}

/** Work for a process; it answers with `Answer`. */
export type Work = { records: { messageId: string; body: string }[] } | null;

/** What a process says to the supervisor. */
export type FromRole =
  | { kind: 'told'; doubtful: number; resent: number }
  | { kind: 'answer'; answer: unknown }
  | { kind: 'failed'; reason: string };
