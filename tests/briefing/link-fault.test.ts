import { expect, test } from 'vitest';
import { linkFault } from '#lib/briefing/link-fault.ts';

test.each(['https://news.example/a', 'http://news.example/?u=parley', 'https://parley.example/'])(
  '%s may stand in a mail',
  (url) => expect(linkFault(url)).toBeNull(),
);

test.each([
  ['javascript:alert(1)', 'neither http nor https'],
  ['http://', 'cannot be read'],
  ['https://reader:secret@news.example/a', 'a user name or password'],
  ['https://news.example@evil.example/', 'a user name or password'],
  ['https://evil.example/?u=https://parley.invalid.invalid/unsubscribe-url', 'names the host'],
  ['https://evil.example/?u=PARLEY.INVALID', 'names the host'],
  ['https://evil.example/?u=parley%2Einvalid', 'names the host'],
  ['https://evil.example/?u=%2570arley%252Einvalid', 'names the host'],
  ['https://par\u00adley%2Einvalid/unsubscribe-url', 'names the host'],
  ['https://par\tley.invalid/view-url', 'names the host'],
  ['https://ｐarley.invalid/view-url', 'names the host'],
])('%s may not', (url, reason) => expect(linkFault(url)).toContain(reason));
