/** Told of each step that a run comes to: "before-claim", "after-claim". */
export type Pass = (step: string) => void;

/** The same object; `pass` is told before and after each call of the methods named here, by the step that each is. */
export function watch<T extends object>(
  target: T,
  steps: Partial<Record<keyof T, string>>,
  pass: Pass,
): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object);
      if (typeof value !== 'function') return value;
      const step = steps[name as keyof T];
      if (step === undefined) return value.bind(object);
      return async (...args: unknown[]) => {
        pass(`before-${step}`);
        const result: unknown = await value.apply(object, args);
        pass(`after-${step}`);
        return result;
      };
    },
  });
}
