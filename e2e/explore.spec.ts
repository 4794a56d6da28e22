import { expect, type Page } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { closeList } from './fixtures/canvas';
import { deliverSnapshot, filterItems } from './fixtures/dashboard';
import { putHistory } from './fixtures/history';
import { takePictures } from './fixtures/pictures';
import { accounts, putSeveralAccounts } from './fixtures/several-accounts';
import { readingTest as test } from './fixtures/test';

/** Opens a snapshot of all that is recorded, and gives its items, read from the file itself. */
async function openSnapshot(page: Page) {
  const id = await deliverSnapshot(page);
  await page.getByRole('link', { name: `Open snapshot ${id}` }).click();
  await expect(page.getByRole('table', { name: 'Configuration items' }).getByRole('row')).toHaveCount(51);
  const place = new URL(page.url()).searchParams;
  const query = new URLSearchParams({ bucket: place.get('bucket') ?? '', key: place.get('key') ?? '' });
  const { configurationItems } = await (await page.request.get(`/api/snapshots/json?${query}`)).json();
  return configurationItems as {
    resourceType: string;
    resourceId: string;
    awsRegion: string;
    tags: Record<string, string>;
  }[];
}

const countOf = (page: Page, count: number, all: number) =>
  expect(page.getByRole('heading', { name: `Configuration items (${count} of ${all})` })).toBeVisible();

test('items are chosen by their properties, and the URL brings the choice back', async ({ page }) => {
  const items = await openSnapshot(page);
  const count = (choose: (item: (typeof items)[number]) => boolean) => items.filter(choose).length;
  const everything = page.getByRole('heading', { name: `Configuration items (${items.length})` });
  const team = count(({ tags }) => 'Team' in tags);
  const storefront = count(({ tags }) => tags.Team === 'storefront');

  await test.step('a tag is proposed by its key, then its values', async () => {
    const find = page.getByRole('combobox', { name: 'Find items' });
    await find.fill('Tag = ');
    await page.getByRole('option', { name: /^Tag = Team\b/ }).click();
    await countOf(page, team, items.length);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await find.fill('Tag = Team=');
    await page.getByRole('option', { name: /^Tag = Team=storefront/ }).click();
    await countOf(page, storefront, items.length);
    await checkA11y(page);
    await takePictures(page, 'snapshot-filtered');
  });

  await test.step('types and regions narrow it further', async () => {
    await filterItems(page, 'Type = AWS::EC2::Instance');
    const instances = count(
      ({ tags, resourceType }) => tags.Team === 'storefront' && resourceType === 'AWS::EC2::Instance',
    );
    await countOf(page, instances, items.length);
    await page.reload();
    await countOf(page, instances, items.length);
    // The page is there before the server has said anything of it, and so is its title.
    let goOn = () => {};
    const asked = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route(/_rsc=/, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goBack();
    await countOf(page, storefront, items.length);
    await expect(page).toHaveTitle(/ – Snapscope$/);
    goOn();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(everything).toBeVisible();
    await filterItems(page, 'Region = global');
    await countOf(
      page,
      count(({ awsRegion }) => awsRegion === 'global'),
      items.length,
    );
  });

  await test.step('a time to come leaves nothing, and says so', async () => {
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await expect(everything).toBeVisible();
    await page.getByRole('combobox', { name: 'Find items' }).fill('Captured >= ');
    await page.getByRole('textbox', { name: /Day \(UTC\)/ }).fill('2099/01/01');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText('No item matches')).toBeVisible();
    await expect(page.getByText('2099-01-01 00:00:00 UTC')).toBeVisible();
    // Cleared a moment before.
    await expect(page.getByRole('button', { name: /Remove filter, Region/ })).toHaveCount(0);
    await checkA11y(page);
    await takePictures(page, 'snapshot-none-match');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(everything).toBeVisible();
  });
});

test('items are counted by a property, and a count leads to its items', async ({ page }) => {
  const items = await openSnapshot(page);
  const of = (type: string) => items.filter(({ resourceType }) => resourceType === type).length;
  await page.getByRole('tab', { name: 'Counts' }).click();
  const byType = page.getByRole('table', { name: 'Items by type' });
  const row = byType
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'AWS::EC2::Volume', exact: true }) });
  await expect(row).toContainText(String(of('AWS::EC2::Volume')));
  await checkA11y(page);
  await takePictures(page, 'snapshot-counts');

  await test.step('tags are counted by key, and one of them by its values', async () => {
    await page.getByRole('button', { name: 'Count by' }).click();
    await page.getByRole('option', { name: 'Tag', exact: true }).click();
    const byTag = page.getByRole('table', { name: 'Items by tag' });
    await byTag.getByRole('link', { name: 'Values of the tag Team' }).click();
    const byTeam = page.getByRole('table', { name: 'Items by the tag Team' });
    await expect(byTeam.getByRole('link', { name: 'storefront' })).toBeVisible();
    await expect(byTeam).toContainText('(none)');
    await page.reload();
    await byTeam.getByRole('link', { name: 'storefront' }).click();
    const storefront = items.filter(({ tags }) => tags.Team === 'storefront').length;
    await countOf(page, storefront, items.length);
    await page.getByRole('tab', { name: 'Counts' }).click();
    await expect(byTeam.getByRole('row')).toHaveCount(2);
  });
});

test('what is most connected and what is missing lead to items and to the graph', async ({ page }) => {
  await openSnapshot(page);
  await page.getByRole('tab', { name: 'References' }).click();
  const hubs = page.getByRole('table', { name: 'Most connected items' });
  const missing = page.getByRole('table', { name: 'Not in this snapshot' });
  await expect(missing.getByRole('row').nth(1)).toBeVisible();
  await checkA11y(page);
  await takePictures(page, 'snapshot-references');
  const first = hubs.getByRole('row').nth(1);
  const id = (await first.getByRole('link').first().textContent()) ?? '';
  await first.getByRole('link').first().click();
  await expect(page.getByRole('table', { name: 'Related items' })).toBeVisible();
  await expect(page.getByRole('heading', { name: id })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await first.getByRole('link', { name: `Draw ${id}` }).click();
  await expect(page).toHaveURL(/view=neighborhood/);
  await expect(page.getByRole('application')).toHaveAccessibleName(/^Neighborhood: [\d,]+ of [\d,]+ resources/);
});

test('resources of one id in two accounts and Regions are told apart in the table, the item, the graph and a comparison', async ({
  page,
  sharedServer: server,
}) => {
  const { bucket, key, otherKey } = await putSeveralAccounts(server);
  const [ours, theirs] = accounts;
  await page.goto(`/snapshots/view?bucket=${bucket}&key=${key}`);
  const table = page.getByRole('table', { name: 'Configuration items' });
  for (const name of ['Account', 'Region']) await expect(table.getByRole('columnheader', { name })).toBeVisible();
  const rowOf = (type: string, account: string, region: string) =>
    table.getByRole('row').filter({ hasText: type }).filter({ hasText: account }).filter({ hasText: region });
  await expect(rowOf('AWS::IAM::Role', theirs, 'global')).toHaveCount(1);
  await checkA11y(page);

  await rowOf('Lambda::Function', theirs, 'eu-west-1')
    .getByRole('radio', { name: `Open checkout (${theirs} · eu-west-1)` })
    .check();
  const related = page.getByRole('table', { name: 'Related items' });
  await expect(related.getByRole('row', { name: '/aws/lambda/checkout' })).toContainText(`${theirs} · eu-west-1`);
  await expect(related.getByRole('row', { name: 'AWS::IAM::Role' })).toContainText(`${theirs} · global`);
  await related.getByRole('link', { name: '/aws/lambda/checkout' }).click();
  await expect(related.getByRole('row')).toHaveCount(2);
  await expect(related.getByRole('row', { name: 'checkout' })).toContainText(`${theirs} · eu-west-1`);

  await page.goto(`/snapshots/view?bucket=${bucket}&key=${key}&tab=graph`);
  await expect(page).toHaveURL(/\/snapshots\/graph\?/);
  await page.getByRole('button', { name: 'List in words' }).click();
  const boxes = page.getByRole('list', { name: 'Boxes in the graph' });
  for (const [account, region] of [
    [ours, 'us-east-1'],
    [theirs, 'eu-west-1'],
  ]) {
    await expect(boxes.getByRole('button', { name: `Region ${region}: ` }).filter({ hasText: account })).toHaveCount(1);
  }
  await page.getByRole('button', { name: 'Everything', exact: true }).click();
  const drawn = page.getByRole('list', { name: 'Resources in the graph' });
  for (const scope of [`${ours} · us-east-1`, `${theirs} · eu-west-1`]) {
    await expect(drawn.getByRole('button', { name: `checkout AWS::Lambda::Function · ${scope}` })).toHaveCount(1);
  }
  await expect(page.getByRole('list', { name: 'Relationships in the graph' })).toContainText(
    `checkout (${ours} · eu-west-1) Is associated with /aws/lambda/checkout (${ours} · eu-west-1)`,
  );
  await checkA11y(page);
  await takePictures(page, 'graph-accounts');

  await page.goto(`/snapshots/compare?bucket=${bucket}&key=${key}&otherKey=${otherKey}`);
  const differences = page.getByRole('table', { name: 'Differences' });
  await differences.getByRole('radio', { name: 'Show what changed of checkout' }).check();
  await expect(
    page.getByRole('table', { name: 'What changed of checkout' }).getByRole('rowheader', { name: 'version' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Unchanged (9)' }).click();
  await expect(differences.getByRole('row', { name: 'AWS::IAM::Role' }).filter({ hasText: ours })).toContainText(
    'global',
  );
});

test('a history is seen as it is now, and as of a moment', async ({ page, sharedServer: server }) => {
  const place = await putHistory(server);
  await page.goto(`/snapshots/graph?${new URLSearchParams(place)}`);
  const canvas = page.getByRole('application');
  await expect(canvas).toHaveAccessibleName(/^Map: 1 of 1 resource,/);
  const moment = page.getByRole('button', { name: /^As of/ });
  await moment.click();
  await page.getByRole('option', { name: '2026-03-09 01:00:00 UTC' }).click();
  await expect(page).toHaveURL(/at=2026-03-09T01/);
  await expect(canvas).toHaveAccessibleName(/^Map: 2 of 2 resources/);
  await checkA11y(page);
  await takePictures(page, 'graph-moment', [1440, 390]);
  await page.getByRole('button', { name: 'List in words' }).click();
  await expect(page.getByRole('list', { name: 'Resources in the graph' })).toContainText('vol-gone');
  await closeList(page);
  await moment.click();
  await page.getByRole('option', { name: 'Newest' }).click();
  await expect(page).not.toHaveURL(/at=/);
  await expect(canvas).toHaveAccessibleName(/^Map: 1 of 1 resource,/);

  await page.goto(`/snapshots/view?${new URLSearchParams(place)}`);
  await expect(page.getByRole('heading', { name: 'Configuration items (4)' })).toBeVisible();
  await page
    .getByRole('radio', { name: /^Open i-1/ })
    .first()
    .check();
  await expect(page.getByText(/1 of 2 in this file/)).toBeVisible();
  await page.getByRole('link', { name: 'Newer state' }).click();
  await expect(page.getByText('2 of 2 in this file, the newest')).toBeVisible();
});
