import { workerData } from 'node:worker_threads';
import { templateCompiler } from '../compile-templates.ts';
import { answerQuestions } from './in-thread.ts';

/** MJML takes a second to load, in which no page could be answered. Its folder is given at the start. */
answerQuestions(templateCompiler(String(workerData)));
