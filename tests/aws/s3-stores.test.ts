import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it, vi } from 'vitest';
import { S3AnalysisStore } from '#lib/aws/s3-analysis-store.ts';
import { refusedKey, S3ArticleStore } from '#lib/aws/s3-article-store.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { S3EditorNotesStore } from '#lib/aws/s3-editor-notes-store.ts';
import { formatFault } from '#lib/fault.ts';
import { analysisStoreContract } from '../contract/analysis-store-contract.ts';
import { articleStoreContract } from '../contract/article-store-contract.ts';
import { editionStoreContract } from '../contract/edition-store-contract.ts';
import { editorNotesStoreContract } from '../contract/editor-notes-store-contract.ts';
import { collect, sampleArticle, sampleEdition } from '../contract/sample-data.ts';
import { fakeS3, s3Error } from './fake-s3.ts';

describe('S3', () => {
  articleStoreContract(async () => new S3ArticleStore(fakeS3(), 'articles-bucket'));
  editionStoreContract(async () => new S3EditionStore(fakeS3(), 'editions-bucket'));
  editorNotesStoreContract(async () => {
    const objects = new Map<string, string>();
    const put = async (slot: string, text: string) => void objects.set(`notes/${slot}.json`, text);
    return { store: new S3EditorNotesStore(fakeS3(objects), 'editions-bucket'), put };
  });
  analysisStoreContract(async () => new S3AnalysisStore(fakeS3(), 'articles-bucket'));
});

describe('S3EditionStore', () => {
  it('asks S3 to refuse a second edition of a slot', async () => {
    const client = new S3Client({ region: 'us-east-1' });
    const mock = mockClient(client);
    await new S3EditionStore(client, 'editions-bucket').freeze(sampleEdition());
    expect(mock.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'editions-bucket',
      Key: 'editions/harbour-talks/2026-01-05.json',
      IfNoneMatch: '*',
    });
  });

  it('asks S3 to refuse a revision of anything but the version that was read', async () => {
    const client = fakeS3();
    const store = new S3EditionStore(client, 'editions-bucket');
    await store.freeze(sampleEdition());
    const send = vi.spyOn(client, 'send');
    const revision = { number: 2, replaces: sampleEdition().contentHash };
    await store.replace({ ...sampleEdition(), revision });
    const puts = send.mock.calls.map(([command]) => command.input);
    expect(puts.at(-1)).toMatchObject({ IfMatch: expect.stringMatching(/^"[0-9a-f]{32}"$/) });
  });

  it('tries again where somebody else is writing at this moment', async () => {
    const client = new S3Client({ region: 'us-east-1' });
    mockClient(client)
      .on(PutObjectCommand)
      .rejectsOnce(s3Error('ConditionalRequestConflict'))
      .resolves({});
    const frozen = await new S3EditionStore(client, 'b').freeze(sampleEdition());
    expect(frozen).toEqual({ frozen: true, edition: sampleEdition() });
  });

  it('throws what it cannot mend', async () => {
    const client = new S3Client({ region: 'us-east-1' });
    mockClient(client).on(PutObjectCommand).rejects(s3Error('AccessDenied'));
    const freezing = new S3EditionStore(client, 'b').freeze(sampleEdition());
    await expect(freezing).rejects.toThrow('AccessDenied');
  });
});

describe('S3ArticleStore', () => {
  it('names each object that is no article, and lists the others', async () => {
    const objects = new Map([
      ['articles/broken.json', '{'],
      [`articles/${sampleArticle().id}.json`, JSON.stringify(sampleArticle())],
    ]);
    const listed = await collect(new S3ArticleStore(fakeS3(objects), 'news').list());
    const faults = listed.flatMap(({ parsed }) => (parsed.ok ? [] : parsed.faults));
    expect(faults.map(formatFault)[0]).toContain(
      's3://news/articles/broken.json: expected an article',
    );
    expect(listed).toHaveLength(2);
  });

  it('keeps why a file was refused where a person finds it, and removes the file with it', async () => {
    const objects = new Map<string, string>();
    const store = new S3ArticleStore(fakeS3(objects), 'news');
    const source = 'incoming/river/page one.html';
    const fault = { source, field: 'headline', expected: 'a headline above the text' };
    await store.quarantine({ source, faults: [fault], at: '2026-01-01T00:00:00.000Z' });
    objects.set(refusedKey(source), '<p>Refused</p>');
    expect([...objects.keys()]).toEqual([
      expect.stringMatching(/^quarantine\/page-one\.html-[0-9a-f]{12}\.json$/),
      expect.stringMatching(/^quarantine\/page-one\.html-[0-9a-f]{12}\/page-one\.html$/),
    ]);
    expect(await store.listQuarantined()).toMatchObject([{ source }]);
    await store.release(source);
    expect([...objects.keys()]).toEqual([]);
  });

  it('lists a damaged entry of the quarantine as a fault', async () => {
    const objects = new Map([['quarantine/a.json', '{']]);
    const [entry] = await new S3ArticleStore(fakeS3(objects), 'news').listQuarantined();
    expect(entry?.faults.map(formatFault)).toEqual([
      's3://news/quarantine/a.json: expected a quarantine entry as JSON',
    ]);
  });
});
