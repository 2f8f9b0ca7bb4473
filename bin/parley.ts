#!/usr/bin/env node
import { runCli } from '#lib/cli/run-cli.ts';
import { processTerminal } from '#lib/cli/terminal.ts';

process.exitCode = await runCli(process.argv.slice(2), processTerminal());
