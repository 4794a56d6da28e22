import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { programMissing, runInShell } from './emulators/clients';
import { checkA11y } from './fixtures/accessibility';
import { takePictures } from './fixtures/pictures';
import { test } from './fixtures/test';

type Item = Record<string, unknown> & { resourceId: string; resourceType: string };

const { configurationItems: items }: { configurationItems: Item[] } = JSON.parse(
  readFileSync('samples/modern-account.json', 'utf8'),
);
const three = items.slice(0, 3);
const envelope = { fileVersion: '1.0', configSnapshotId: '00000000-0000-4000-8000-000000000000' };

/** Gzip of many members, as logs have it that were appended to. */
const members = (text: string) => Buffer.concat((text.match(/.{1,700}/gs) ?? []).map((part) => gzipSync(part)));
const notification = {
  configurationItem: three[0],
  configurationItemDiff: { changedProperties: {}, changeType: 'CREATE' },
  messageType: 'ConfigurationItemChangeNotification',
  recordVersion: '1.3',
};
const tenMegabytes = { ...three[1], configuration: { policy: 'é"\\'.repeat(2_600_000) } };

const documentOf = (item: Item) => JSON.stringify({ ...envelope, configurationItems: [item] });

/** Everything that people keep configuration items in; each with the items that it should open with. */
const forms: [name: string, file: string, content: string | Buffer, expected: Item[]][] = [
  ['one configuration item', 'item.json', JSON.stringify(three[0]), three.slice(0, 1)],
  ['a list of items', 'list.json', JSON.stringify(three), three],
  ['NDJSON', 'lines.ndjson', `${three.map((item) => JSON.stringify(item)).join('\n')}\n`, three],
  ['gzipped NDJSON', 'lines.ndjson.gz', gzipSync(three.map((item) => JSON.stringify(item)).join('\r\n')), three],
  ['a change notification', 'change.json', JSON.stringify(notification), three.slice(0, 1)],
  [
    'a notification as SNS delivers it',
    'sns.json',
    JSON.stringify({ Type: 'Notification', Subject: 'x', Message: JSON.stringify(notification) }),
    three.slice(0, 1),
  ],
  ['UTF-16', 'utf16.json', Buffer.from(`\ufeff${JSON.stringify(three)}`, 'utf16le'), three],
  ['gzip within gzip', 'twice.json.gz', gzipSync(gzipSync(JSON.stringify(three))), three],
  ['documents line by line', 'documents.json', three.map((item) => documentOf(item)).join('\n'), three],
  ['what SELECT answers', 'select.json', JSON.stringify({ Results: three.map((item) => JSON.stringify(item)) }), three],
  ['a byte order mark', 'bom.json', `\ufeff${JSON.stringify({ configurationItems: three })}`, three],
  ['pretty-printed JSON', 'pretty.json', JSON.stringify({ ...envelope, configurationItems: three }, null, '\t'), three],
  ['gzip of many members', 'members.json.gz', members(JSON.stringify({ configurationItems: three })), three],
  ['plain JSON that is called .gz', 'plain.json.gz', JSON.stringify({ ...envelope, configurationItems: three }), three],
  [
    'items before the other members',
    'before.json',
    JSON.stringify({ unknown: [1, { configurationItems: 'no' }], configurationItems: three, ...envelope }),
    three,
  ],
  [
    'an item of 10 MB',
    'large-item.json.gz',
    gzipSync(JSON.stringify({ configurationItems: [three[0], tenMegabytes, three[2]] })),
    three,
  ],
];

const noCli = programMissing('aws', '--version');

test('every form of configuration items opens from its page, is read to the letter and asked in SQL', async ({
  page,
  server,
  expectedErrors,
}) => {
  const { buckets } = (await (await fetch(`${server.url}/api/buckets`)).json()) as { buckets: { name: string }[] };
  const bucket = buckets[0]?.name ?? '';
  const first = items[0];
  // As the AWS CLI prints what our own server answers.
  const cli = (command: string) =>
    runInShell(
      `export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-west-2
      aws configservice ${command} --endpoint-url ${server.url}`,
      server.dataDir,
    );
  const history = `get-resource-config-history --resource-type ${first?.resourceType} --resource-id ${first?.resourceId}`;
  const batch = `batch-get-resource-config --resource-keys resourceType=${first?.resourceType},resourceId=${first?.resourceId}`;
  const printed: typeof forms = noCli
    ? []
    : [
        ['what the CLI prints of a history', 'history-cli.json', await cli(history), items.slice(0, 1)],
        ['what the CLI prints of a batch', 'batch-cli.json', await cli(batch), items.slice(0, 1)],
      ];
  for (const [name, file, content, expected] of [...forms, ...printed]) {
    await test.step(name, async () => {
      await writeFile(join(server.dataDir, 'objects', bucket, file), content);
      await page.goto(`/snapshots/view?bucket=${bucket}&key=${file}`);
      const table = page.getByRole('table', { name: 'Configuration items' });
      await expect(table.getByRole('row')).toHaveCount(expected.length + 1);
      for (const { resourceId } of expected) await expect(table.getByRole('link', { name: resourceId })).toBeVisible();
      const last = expected.length - 1;
      const text = await page.request.get(`/api/snapshots/json?bucket=${bucket}&key=${file}&index=${last}`);
      expect((await text.text()).includes(expected[last]?.resourceId ?? '')).toBe(true);
      const asked = await page.request.post('/api/snapshots/query', {
        headers: { origin: server.url },
        data: { documents: [{ bucket, key: file }], sql: 'SELECT resourceId FROM items ORDER BY itemIndex' },
      });
      expect((await asked.json()).rows).toEqual(expected.map(({ resourceId }) => [resourceId]));
    });
  }
  await test.step('an item of 10 MB is offered to be downloaded in place of being shown', async () => {
    await page.goto(`/snapshots/view?bucket=${bucket}&key=large-item.json.gz&item=1&part=json`);
    await expect(page.getByText(/too much to show here/)).toBeVisible();
    await checkA11y(page);
    const text = await page.request.get(`/api/snapshots/json?bucket=${bucket}&key=large-item.json.gz&index=1`);
    expect(await text.text()).toBe(JSON.stringify(tenMegabytes));
  });

  await test.step('what is odd in a file is noted, and hides nothing', async () => {
    const { resourceType, resourceId } = items[1] ?? {};
    const bare = { resourceType, resourceId };
    const compliance = {
      resourceId: 'vol-9',
      resourceType: 'AWS::EC2::Volume',
      messageType: 'ComplianceChangeNotification',
    };
    const odd = [{ ...items[0], resourceCreationTime: 'yesterday' }, 7, bare, compliance];
    await writeFile(join(server.dataDir, 'objects', bucket, 'odd.json'), JSON.stringify(odd));
    await page.goto(`/snapshots/view?bucket=${bucket}&key=odd.json`);
    await expect(page.getByText('1 item has fields that are odd; 1 value is no configuration item')).toBeVisible();
    const row = page
      .getByRole('table', { name: 'Configuration items' })
      .getByRole('row', { name: String(bare.resourceId) });
    await expect(row.getByRole('cell', { name: '–' }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Show the notes' }).click();
    const notes = page.getByRole('table', { name: 'Notes' });
    await expect(notes.getByRole('row')).toHaveCount(4);
    await expect(notes.getByRole('row', { name: 'ComplianceChangeNotification' })).toContainText('vol-9');
    await checkA11y(page);
    await takePictures(page, 'snapshot-notes', [1440, 390]);
    await notes.getByRole('link', { name: 'Item 0' }).click();
    const details = page.getByRole('tabpanel', { name: 'Details' });
    await expect(details.getByText('resourceCreationTime must be a time')).toBeVisible();
  });

  await test.step('a file of something else is told by its name, and can be downloaded', async () => {
    expectedErrors.push(/status of 422 .*key=trail\.json/);
    const log = { Records: [{ eventVersion: '1.08', eventName: 'PutObject' }] };
    await writeFile(join(server.dataDir, 'objects', bucket, 'trail.json'), JSON.stringify(log));
    await page.goto(`/snapshots/view?bucket=${bucket}&key=trail.json`);
    await expect(page.getByText('This is a CloudTrail log, not an AWS Config document').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Download' }).first()).toBeVisible();
  });

  await test.step('a broken file that was opened as far as it goes is compared with a warning', async () => {
    const whole = JSON.stringify({ ...envelope, configurationItems: items });
    await writeFile(join(server.dataDir, 'objects', bucket, 'broken.json'), whole.slice(0, whole.length / 2));
    await page.goto(`/snapshots/view?bucket=${bucket}&key=broken.json&partial=1`);
    await expect(page.getByText('This document was not read to its end')).toBeVisible();
    await page.goto(`/snapshots/compare?bucket=${bucket}&key=list.json&otherKey=broken.json`);
    await expect(page.getByText('broken.json was not read to its end')).toBeVisible();
    await checkA11y(page);
  });
});
