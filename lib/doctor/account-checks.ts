import { fault, judged, ok, warning, type Check, type Reading } from './check.ts';
import type { Account, ConfigurationSet } from './stack-facts.ts';

/** Above this share of the day's quota a further edition may have to wait. */
const USED_SHARE = 0.8;

/** Whether the account may send, and how much. */
export function accountChecks(read: Reading<Account>): Check[] {
  return [
    judged('sandbox', read, sandboxCheck),
    judged('sending', read, sendingCheck),
    judged('quota', read, quotaCheck),
  ];
}

function sandboxCheck({ isProduction }: Account): Check {
  if (isProduction) return ok('sandbox', 'the account is out of it');
  return fault('sandbox', 'the account is in the sandbox of SES', {
    lost: 'only addresses that you verified get mail, 200 a day, one a second',
    next: 'SES console, "Request production access"',
  });
}

function sendingCheck({ isSending, enforcement }: Account): Check {
  const next = 'answer the case that AWS opened in the Support Center';
  if (!isSending || enforcement === 'SHUTDOWN')
    return fault('sending', `SES has paused the account (${enforcement})`, {
      lost: 'nobody gets any mail',
      next,
    });
  if (enforcement !== 'HEALTHY')
    return warning('sending', `SES is reviewing the account (${enforcement})`, {
      lost: 'it may be paused, because of bounces or complaints',
      next,
    });
  return ok('sending', 'the account may send');
}

function quotaCheck({ limits: { maxPerDay, maxPerSecond, sentLast24h } }: Account): Check {
  const rate = maxPerSecond === null ? 'no limit of the rate' : `${maxPerSecond} a second`;
  if (maxPerDay === null) return ok('quota', `no limit of a day, ${rate}`);
  const found = `${sentLast24h} of ${maxPerDay} in the last 24 hours, ${rate}`;
  const next = 'ask for a higher quota in the Service Quotas console';
  if (sentLast24h >= maxPerDay)
    return fault('quota', found, { lost: 'mails wait until the day has moved on', next });
  if (sentLast24h < maxPerDay * USED_SHARE) return ok('quota', found);
  return warning('quota', found, { lost: 'the next edition may have to wait', next });
}

const REASONS = ['BOUNCE', 'COMPLAINT'];

/** Whether SES keeps addresses that bounced or complained from being mailed again. */
export function suppressionCheck(
  account: Reading<Account>,
  set: Reading<ConfigurationSet | null>,
): Check {
  return judged('suppression', set, (found) =>
    found !== null && found.suppressed !== null
      ? reasonsCheck(found.suppressed)
      : judged('suppression', account, ({ suppressed }) => reasonsCheck(suppressed)),
  );
}

function reasonsCheck(suppressed: string[]): Check {
  const missing = REASONS.filter((reason) => !suppressed.includes(reason));
  if (missing.length === 0) return ok('suppression', 'of bounces and complaints');
  return warning('suppression', `not of ${missing.join(' and ').toLowerCase()}s`, {
    lost: 'SES mails such addresses again if another list has them, and the reputation suffers',
    next: 'SES console, "Suppression list", "Account-level settings"',
  });
}

/** Without these nothing settles doubts, or ends a subscription that bounces. */
const NEEDED_EVENTS = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'];

/** Whether SES tells what becomes of the mails. */
export function configurationSetCheck(name: string, read: Reading<ConfigurationSet | null>): Check {
  const next = 'npx cdk deploy makes it as it should be';
  return judged('events', read, (set) => {
    if (set === null)
      return fault('events', `SES knows no configuration set ${name}`, {
        lost: 'SES takes no mail: nobody gets an edition',
        next,
      });
    if (!set.isSending)
      return fault('events', `sending by the configuration set ${name} is paused`, {
        lost: 'nobody gets an edition',
        next: 'find out who paused it, then SES console, "Configuration sets"',
      });
    const told = new Set(
      set.destinations
        .filter((each) => each.isEnabled && each.isTopic)
        .flatMap((each) => each.events),
    );
    const missing = NEEDED_EVENTS.filter((event) => !told.has(event));
    if (missing.length === 0) return ok('events', 'SES tells what becomes of the mails');
    return fault('events', `SES does not tell ${missing.join(', ').toLowerCase()}`, {
      lost: 'doubtful deliveries are not settled, and who bounces or complains is mailed again',
      next,
    });
  });
}
