import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { checkA11y } from './fixtures/accessibility';
import { closeList, drawnAs, middleOf, settled } from './fixtures/canvas';
import { takePictures } from './fixtures/pictures';
import { readingTest as test } from './fixtures/test';

interface Item {
  resourceType: string;
  resourceId: string;
  tags: Record<string, string>;
}

test('what differs between two snapshots is seen on the map, each by colour, sign and word', async ({
  page,
  sharedServer: server,
}) => {
  const { buckets } = await (await fetch(`${server.url}/api/buckets`)).json();
  const bucket: string = buckets[0].name;
  const document = JSON.parse(await readFile('samples/modern-account.json', 'utf8'));
  const items: Item[] = document.configurationItems;
  const instances = items.filter(({ resourceType }) => resourceType === 'AWS::EC2::Instance');
  const [gone, changed, copied] = instances;
  if (!gone || !changed || !copied) throw new Error('The sample has too few instances.');
  const later = items.flatMap((item) => {
    if (item === gone) return [];
    if (item === changed) return [{ ...item, tags: { ...item.tags, Owner: 'nobody' } }];
    return item === copied ? [item, { ...item, resourceId: 'i-new', resourceName: 'brand-new' }] : [item];
  });
  const write = (name: string, configurationItems: object[]) =>
    writeFile(join(server.dataDir, 'objects', bucket, name), JSON.stringify({ ...document, configurationItems }));
  await Promise.all([write('map-earlier.json', items), write('map-later.json', later)]);

  await page.goto(`/snapshots/compare?bucket=${bucket}&key=map-earlier.json&otherKey=map-later.json`);
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await expect(page).toHaveURL(/\/snapshots\/graph\?.*against=map-earlier\.json/);
  const canvas = page.getByRole('application');
  await settled(canvas);
  await expect(page.getByText('+1 −1 ~1').first()).toBeVisible();
  await takePictures(page, 'map-difference', [1440, 390]);
  await page.getByText('Legend', { exact: true }).click();
  const legend = page.getByRole('list', { name: 'Legend' });
  for (const entry of ['+ added', '− removed', '~ changed', 'Grey: unchanged'])
    await expect(legend).toContainText(entry);
  await checkA11y(page);
  // It may cover what is looked for next.
  await page.getByText('Legend', { exact: true }).click();

  await test.step('in words too', async () => {
    await page.getByRole('button', { name: 'List in words' }).click();
    const resources = page.getByRole('list', { name: 'Resources in the graph' });
    await expect(resources.getByRole('button', { name: /i-new .*\(added\)/ })).toBeVisible();
    await expect(
      resources.getByRole('button', { name: new RegExp(`${gone.resourceId} .*\\(removed\\)`) }),
    ).toBeVisible();
    const boxes = page.getByRole('list', { name: 'Boxes in the graph' });
    await expect(boxes).toContainText('1 added, 1 removed, 1 changed');
    await closeList(page);
  });

  await test.step('what changed is told where the pointer rests, and beside what is chosen', async () => {
    const { x, y } = middleOf(await drawnAs(canvas, `aws::ec2::instance/${changed.resourceId}`));
    await page.mouse.move(x, y);
    await expect(page.getByText(/Owner: absent → "nobody"/)).toBeVisible();
    await page.mouse.click(x, y);
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect(details).toContainText('Changed since the earlier snapshot');
    await expect(details.getByRole('list', { name: 'What changed' })).toContainText('Owner: absent → "nobody"');
    await checkA11y(page);
    await page.getByRole('button', { name: 'Close the details' }).click();
  });

  await test.step('what went leads to its last item', async () => {
    await page.mouse.move(0, 0);
    const { x, y } = middleOf(await drawnAs(canvas, `aws::ec2::instance/${gone.resourceId}`));
    await page.mouse.click(x, y);
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(
      'Removed since the earlier snapshot',
    );
    await page.getByRole('link', { name: 'Its item in the earlier snapshot' }).click();
    await expect(page).toHaveURL(/key=map-earlier\.json/);
    await expect(page.getByRole('heading', { name: gone.resourceId }).first()).toBeVisible();
    await page.goBack();
  });

  await test.step('what went is found, and shows what it was related to', async () => {
    await page.getByRole('combobox', { name: 'Find a resource' }).fill(gone.resourceId);
    await page.getByRole('option', { name: new RegExp(`${gone.resourceId}.*EC2 Instance · removed`) }).click();
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect(details).toContainText('Removed since the earlier snapshot');
    await expect(details.getByRole('link', { name: 'Its item in the earlier snapshot' })).toBeVisible();
    await details.getByRole('link', { name: 'Neighborhood' }).click();
    await expect(page).toHaveURL(/key=map-earlier\.json.*view=neighborhood/);
    await expect(canvas).toHaveAccessibleName(/^Neighborhood: [2-9]/);
    await page.goBack();
    await expect(details).toContainText('Removed since the earlier snapshot');
    await page.getByRole('button', { name: 'Close the details' }).click();
    await page.getByRole('button', { name: 'List in words' }).click();
    const relationships = page.getByRole('list', { name: 'Relationships in the graph' });
    await expect(relationships).toContainText(new RegExp(`${gone.resourceId} .*\\(removed\\)`));
    await closeList(page);
    await page.getByRole('checkbox', { name: 'All relationships' }).click();
    await expect(canvas).toHaveAccessibleName(/\d\d\d of [\d,]+ relationships shown/);
  });

  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page).not.toHaveURL(/against=/);
  await expect(page.getByText('Compared with')).toHaveCount(0);
});
