import { checkMail } from '../checks/check-mail.ts';
import { answerQuestions } from './in-thread.ts';

/** Checks take some hundred milliseconds, in which no saved change could be shown. */
answerQuestions(checkMail);
