import { FIRST_STATE } from '#lib/delivery/pace-state.ts';
import type { PaceStore } from '#lib/delivery/pace.ts';

/** What the one process that sends knows of its pace; forgotten with it. */
export function paceInProcess(): PaceStore {
  let state = FIRST_STATE;
  return {
    async change(step) {
      const { state: next, answer } = step(state);
      state = next;
      return answer;
    },
  };
}
