/** dynalite comes without types: what Parley uses of it. */
declare module 'dynalite' {
  import type { Server } from 'node:http';
  /** A server of DynamoDB's protocol over the LevelDB at `path`, or in memory; closing it closes the database. */
  export default function dynalite(options: { path?: string; createTableMs: number }): Server;
}
