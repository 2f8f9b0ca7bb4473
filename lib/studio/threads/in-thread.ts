import { parentPort, Worker } from 'node:worker_threads';
import { reasonOf } from '#lib/dependency-error.ts';

/** Work done in a thread of its own, so that pages are answered meanwhile. */
export interface Threaded<Question, Answer> {
  /** @throws Error with the thread's reason where it cannot answer, or has ended */
  ask(question: Question): Promise<Answer>;
  /** Ends the thread; what it still owes is never answered. */
  close(): void;
}

interface Asked<Question> {
  id: number;
  question: Question;
}

type Answered<Answer> = { id: number } & (
  { ok: true; answer: Answer } | { ok: false; reason: string; code: unknown }
);

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/**
 * A thread that runs a program with `answerQuestions` in it, given `data`. It starts with the first question, starts
 * anew after it broke, and keeps the process alive only while it owes an answer.
 */
export function inThread<Question, Answer>(
  program: string,
  data?: string,
): Threaded<Question, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | null = null;
  let asked = 0;

  function start(): Worker {
    const started = new Worker(program, { workerData: data });
    started.on('message', settle);
    started.on('error', (error) => broken(started, error));
    started.on('exit', () => broken(started, new Error(`${program} ended`)));
    return started;
  }
  function settle(answered: Answered<Answer>): void {
    const one = waiting.get(answered.id);
    waiting.delete(answered.id);
    if (waiting.size === 0) worker?.unref();
    if (answered.ok) one?.resolve(answered.answer);
    else one?.reject(Object.assign(new Error(answered.reason), { code: answered.code }));
  }
  function broken(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const id = asked++;
        waiting.set(id, { resolve, reject });
        worker ??= start();
        worker.ref();
        worker.postMessage({ id, question } satisfies Asked<Question>);
      }),
    close() {
      waiting.clear();
      void worker?.terminate();
    },
  };
}

/** The thread's side: answers one question after the other. */
export function answerQuestions<Question, Answer>(
  work: (question: Question) => Promise<Answer>,
): void {
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', ({ id, question }: Asked<Question>) => {
    last = last.then(async () => {
      parentPort?.postMessage(await answerTo(id, () => work(question)));
    });
  });
}

async function answerTo<Answer>(
  id: number,
  work: () => Promise<Answer>,
): Promise<Answered<Answer>> {
  try {
    return { id, ok: true, answer: await work() };
  } catch (error) {
    // Of an error only its words cross over; the code tells a file that is missing.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return { id, ok: false, reason: reasonOf(error), code };
  }
}
