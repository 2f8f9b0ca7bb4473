import type { Hono } from 'hono';

const METHODS = ['GET', 'POST'] as const;

/** The methods that an address takes, for the header `Allow`; none where there is no such address. */
export function allowedMethods(app: Hono, path: string): string[] {
  const known = METHODS.filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}
