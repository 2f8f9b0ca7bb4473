import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What stands in the place of packages in every function's bundle, by the beginning of the import. */
export const REPLACED_PACKAGES: Record<string, string> = {
  '@aws-sdk/credential-provider-node': `${ROOT}lambdas/function-credentials.ts`,
  // The same code without its table of file types: see bin/build.ts.
  'nodemailer/lib': `${ROOT}dist/nodemailer`,
};
