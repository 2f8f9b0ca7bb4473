import type { Command } from 'commander';
import type { Runner } from '../session.ts';

export function addCompose(program: Command, _runner: Runner): void {
  program.command('compose');
}
