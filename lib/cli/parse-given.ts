import { InvalidArgumentError } from 'commander';
import { pageAddress } from '#lib/article/web-address.ts';

/** Parses `--publisher`: the name of an outlet. @throws InvalidArgumentError where it is empty */
export function parsePublisher(text: string): string {
  const name = text.trim();
  if (!name) throw new InvalidArgumentError('Expected the name of an outlet.');
  return name;
}

/** Parses `--url`, without its tracking parameters. @throws InvalidArgumentError where it is none of the web's */
export function parseAddress(text: string): string {
  const address = pageAddress(text);
  if (address === null) throw new InvalidArgumentError('Expected an http or https address.');
  return address;
}
