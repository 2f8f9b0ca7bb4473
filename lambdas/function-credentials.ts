/** As the SDK calls it, so that `sesOutcome` knows that nothing was sent. */
class CredentialsProviderError extends Error {
  override readonly name = 'CredentialsProviderError';
}

/**
 * Stands in the place of `@aws-sdk/credential-provider-node` in every function's bundle. Lambda puts the credentials of
 * the function's role into the environment (Lambda developer guide, "Defined runtime environment variables"); providers
 * of files, single sign-on and metadata services are 100 kB that each cold start would load and none use.
 */
export const defaultProvider = () => async () => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new CredentialsProviderError('the environment holds no credentials');
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
};
