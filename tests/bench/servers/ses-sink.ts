import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/**
 * A process that answers as SES does to SendRawEmail, after so many milliseconds (its first argument), and keeps
 * nothing. It is a process of its own, so that what it costs is not counted as the sender's.
 */

const answerAfterMs = Number(process.argv[2]);
const ANSWER =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>' +
  '<MessageId>0100018f-sink-000000</MessageId></SendRawEmailResult><ResponseMetadata>' +
  '<RequestId>sink</RequestId></ResponseMetadata></SendRawEmailResponse>';

const server = createServer((request, response) => {
  request.resume();
  request.on('end', async () => {
    if (answerAfterMs > 0) await setTimeout(answerAfterMs);
    response.writeHead(200, { 'content-type': 'text/xml', 'content-length': ANSWER.length });
    response.end(ANSWER);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
