import dynalite from 'dynalite';

/** A process with DynamoDB's API in memory: a process of its own, so that what it costs is not counted as the caller's. */
const server = dynalite({ createTableMs: 0 });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
