import { expect, type Page } from '@playwright/test';
import { folderHref, objectHref } from '@/components/buckets/urls';
import { deliveryHref } from '@/components/delivery/urls';
import { navigationItems } from '@/components/layout/navigation';
import { resourceHref } from '@/components/resources/resources-url';
import { checkA11y } from './fixtures/accessibility';
import { closeList, type Drawn, drawnAs, middleOf, settled } from './fixtures/canvas';
import { deliverSnapshot } from './fixtures/dashboard';
import { takePictures } from './fixtures/pictures';
import { readingTest, test } from './fixtures/test';

const canvasOf = (page: Page) => page.getByRole('application');

/** The picture in words, beside it. */
async function openWords(page: Page) {
  await page.getByRole('button', { name: 'List in words' }).click();
  // The button's tooltip stands outside of the page's landmarks while the pointer is on it.
  await page.mouse.move(2, 2);
  return {
    boxes: page.getByRole('list', { name: 'Boxes in the graph' }),
    resources: page.getByRole('list', { name: 'Resources in the graph' }),
    relationships: page.getByRole('list', { name: 'Relationships in the graph' }),
  };
}

/** The map of a snapshot that was just delivered, as its reader comes to it. */
async function seeMap(page: Page, viewport?: { width: number; height: number }): Promise<string> {
  const id = await deliverSnapshot(page);
  if (viewport) await page.setViewportSize(viewport);
  await page.getByRole('link', { name: `See the map of ${id}` }).click();
  await expect(page).toHaveURL(/\/snapshots\/graph\?/);
  await settled(canvasOf(page));
  return id;
}

const isWithin = (inner: Drawn, outer: Drawn) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1;

test.describe("the document's example of 2014", () => {
  test.use({ serverSettings: { SNAPSCOPE_SOURCES: 'file:samples/aws-document-2014.json' } });

  test('its volume, instance and subnet are read at first sight', async ({ page }) => {
    await seeMap(page);
    const canvas = canvasOf(page);
    await expect(canvas).toHaveAccessibleName(/^Map: 3 of 3 resources, \d+ of \d+ relationships shown/);
    const [subnet, instance, volume, missing] = await Promise.all(
      ['/subnet-47b4cf2c', '/i-344c463d', '/vol-ce676ccc', '/vol-ef0e06ed'].map((id) => drawnAs(canvas, id)),
    );
    if (!subnet || !instance || !volume || !missing) throw new Error('Something is not drawn.');
    for (const inner of [instance, volume, missing]) expect(isWithin(inner, subnet)).toBe(true);
    for (const docked of [volume, missing]) {
      expect(docked.y).toBeGreaterThanOrEqual(instance.y + instance.height);
      expect(docked.x + docked.width).toBeLessThanOrEqual(instance.x + instance.width + 1);
    }
    await checkA11y(page);
    await takePictures(page, 'map-seed');

    const { boxes, resources } = await openWords(page);
    await expect(boxes.getByRole('button', { name: /Subnet subnet-47b4cf2c.*\(not in this snapshot\)/ })).toBeVisible();
    await expect(resources.getByRole('button', { name: /vol-ce676ccc.*attached to i-344c463d/ })).toBeVisible();
    await expect(resources.getByRole('button', { name: /vol-ef0e06ed.*\(not in this snapshot\)/ })).toBeVisible();
    await checkA11y(page);
    await closeList(page);

    await test.step('a click on a card opens its item', async () => {
      // The canvas takes its room back from the list.
      await expect.poll(async () => Math.abs((await drawnAs(canvas, '/vol-ce676ccc')).x - volume.x)).toBeLessThan(3);
      const { x, y } = middleOf(volume);
      await page.mouse.click(x, y);
      await expect(page.getByRole('heading', { name: 'vol-ce676ccc' })).toBeVisible();
      await page.getByRole('tab', { name: 'JSON' }).click();
      const json = page.getByRole('textbox', { name: 'JSON of vol-ce676ccc' });
      await expect(json).toContainText('"volumeId": "vol-ce676ccc"');
      await page.getByRole('tab', { name: 'Details' }).click();
      await takePictures(page, 'map-seed-item');
    });

    await test.step('its neighborhood is one click away, with named relationships', async () => {
      await page.getByRole('link', { name: 'Neighborhood', exact: true }).click();
      await expect(page).toHaveURL(/view=neighborhood/);
      await expect(canvas).toHaveAccessibleName(/^Neighborhood: 2 of /);
      await page.getByRole('button', { name: 'Close the details' }).click();
      await page.getByRole('button', { name: /Hops/ }).click();
      await page.getByRole('option', { name: '2', exact: true }).click();
      const { relationships } = await openWords(page);
      await expect(relationships).toContainText(/vol-ce676ccc Is attached to Instance i-344c463d/);
      await expect(relationships).toContainText(/i-344c463d Is contained in Subnet subnet-47b4cf2c/);
      await checkA11y(page);
      await closeList(page);
      await settled(canvas);
      await takePictures(page, 'neighborhood-seed');
    });

    await test.step('another view begins at what is chosen on the map, and stays there', async () => {
      const clickOn = async (id: string) => {
        const { x, y } = middleOf(await drawnAs(canvas, id));
        await page.mouse.click(x, y);
        await expect(page.getByRole('heading', { name: id.slice(1) })).toBeVisible();
        await page.getByRole('button', { name: 'Close the details' }).click();
        await expect(canvas).toBeFocused();
      };
      await page.getByRole('button', { name: 'Map', exact: true }).click();
      await expect(canvas).toHaveAccessibleName(/^Map: 3 of 3/);
      await clickOn('/vol-ce676ccc');
      await page.getByRole('button', { name: 'Impact', exact: true }).click();
      await expect(canvas).toHaveAccessibleName(/^Impact: 2 of 2 resources/);
      await clickOn('/i-344c463d');
      await expect(page).toHaveURL(/focus=[^&]*vol-ce676ccc/);
      await expect(page.getByText('Resources away by 1 step: 1')).toBeVisible();
    });
  });
});

readingTest('the map of an account is walked, folded and searched, and its URL brings it back', async ({ page }) => {
  await seeMap(page);
  const canvas = canvasOf(page);
  await checkA11y(page);
  await takePictures(page, 'map-account', [1440, 1024, 390]);

  await test.step('what is found is brought into the picture', async () => {
    await page.keyboard.press('/');
    const find = page.getByRole('combobox', { name: 'Find a resource' });
    await expect(find).toBeFocused();
    await find.fill('i-01b0291e');
    await page.getByRole('option', { name: /i-01b0291e.*EC2 Instance/ }).click();
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(/i-01b0291e/);
    const instance = await drawnAs(canvas, '/i-01b0291e630cbb332');
    expect(instance.width).toBeGreaterThan(100);
  });

  await test.step('keys walk from there, and leave the panel', async () => {
    await canvas.focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();
    const before = chosenIn(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosenIn(page)).not.toBe(before);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await checkA11y(page);
    await page.getByRole('button', { name: 'Close the keys' }).click();
  });

  // Looked for each time: the canvas makes room for what is chosen.
  const tableAt = async (name: string) => middleOf(await drawnAs(canvas, `/aws::dynamodb::table/${name}`));
  const clickTable = async (name: string, options?: { button: 'right' }) => {
    const { x, y } = await tableAt(name);
    await page.mouse.click(x, y, options);
  };

  await test.step('what can be done with something is asked for on it', async () => {
    await page.getByRole('button', { name: 'Show everything' }).click();
    const menu = page.getByRole('menu', { name: 'prod-orders' });
    await clickTable('prod-orders', { button: 'right' });
    await expect(menu.getByRole('menuitem', { name: 'Neighborhood' })).toBeFocused();
    await checkA11y(page);
    await takePictures(page, 'map-menu', [1440, 390]);
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(canvas).toBeFocused();

    await clickTable('prod-orders');
    await expect(page.getByRole('heading', { name: 'prod-orders' })).toBeVisible();
    await page.getByRole('button', { name: 'Close the details' }).click();
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('End');
    await expect(menu.getByRole('menuitem', { name: 'Open in the table' })).toBeFocused();
    await page.keyboard.press('Escape');
    await clickTable('prod-sessions', { button: 'right' });
    await page.getByRole('menuitem', { name: 'Path from prod-orders to here' }).click();
    await expect(page).toHaveURL(/view=path/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(canvas).toHaveAccessibleName(/^Map: /);
  });

  await test.step('several are chosen together, and hidden together', async () => {
    const details = page.getByRole('complementary', { name: 'Details' });
    await clickTable('prod-orders');
    await expect(details).toBeVisible();
    await page.getByRole('button', { name: 'Close the details' }).click();
    await page.keyboard.down('Shift');
    await clickTable('prod-sessions');
    await page.keyboard.up('Shift');
    await expect(details.getByRole('heading', { name: '2 chosen' })).toBeVisible();
    await expect(details.getByRole('list', { name: 'Chosen, by type' })).toContainText(/DynamoDB Table\s*2/);
    await checkA11y(page);
    await takePictures(page, 'map-several', [1440, 390]);
    await page.goBack();
    await expect(details.getByRole('heading', { name: '2 chosen' })).toHaveCount(0);

    await page.getByRole('button', { name: 'Select by box' }).click();
    const [first, second] = [await tableAt('prod-orders'), await tableAt('prod-sessions')];
    const [left, top] = [Math.min(first.x, second.x) - 90, Math.min(first.y, second.y) - 30];
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(Math.max(first.x, second.x) + 90, Math.max(first.y, second.y) + 30, { steps: 4 });
    await page.mouse.up();
    await expect(details.getByRole('heading', { name: '2 chosen' })).toBeVisible();
    await page.getByRole('button', { name: 'Select by box' }).click();
    await page.reload();
    await expect(details.getByRole('heading', { name: '2 chosen' })).toBeVisible();
    await details.getByRole('button', { name: 'Hide these' }).click();
    await expect(page.getByText('Some are hidden.')).toBeVisible();
    await expect(details).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Some are hidden.')).toBeHidden();

    await canvas.focus();
    await page.keyboard.press('Control+a');
    await expect(details.getByRole('heading', { name: /^\d\d+ chosen$/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => chosenIn(page)).toBeNull();
  });

  await test.step('what is pinned stays when its box is folded, in any layout', async () => {
    await clickTable('prod-orders', { button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin', exact: true }).click();
    await expect(page).toHaveURL(/pin=/);
    await page.getByRole('button', { name: /^Layout/ }).click();
    await page.getByRole('option', { name: 'Tall' }).click();
    await expect(page).toHaveURL(/layout=tall/);
    const { boxes, resources } = await openWords(page);
    const region = boxes.getByRole('button', { name: /^Region us-west-2: / });
    await region.click();
    await page.getByRole('button', { name: 'Fold', exact: true }).click();
    await expect(region).toHaveText(/, folded/);
    await expect(resources.getByRole('button', { name: 'prod-orders AWS::DynamoDB::Table (pinned)' })).toBeVisible();
    await expect(resources.getByRole('button', { name: 'prod-sessions' })).toHaveCount(0);
    await closeList(page);
    await settled(canvas);
    await takePictures(page, 'map-pinned', [1440, 390]);
    await page.getByRole('button', { name: 'Close the details' }).click();
    for (const gone of [/closed=/, /layout=/, /pin=/]) {
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page).not.toHaveURL(gone);
    }
  });

  await test.step('a box folds in place, and what is done is undone', async () => {
    await page.getByRole('button', { name: 'Show everything' }).click();
    const { boxes } = await openWords(page);
    const region = boxes.getByRole('button', { name: /^Region us-west-2: [\d,]+ resources, in / });
    await region.click();
    await page.getByRole('button', { name: 'Fold', exact: true }).click();
    await expect(boxes.getByRole('button', { name: /^Region us-west-2: .*folded/ })).toBeVisible();
    await expect(page).toHaveURL(/closed=/);
    const folded = await settled(canvas);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(region).toBeVisible();
    expect((await settled(canvas)).length).toBeGreaterThan(folded.length);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(boxes.getByRole('button', { name: /^Region us-west-2: .*folded/ })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('list', { name: 'Boxes in the graph' })).toContainText(/Region us-west-2: .*folded/);
    await closeList(page);
  });

  await test.step('what nobody wants to see is hidden, and shown again', async () => {
    const { boxes } = await openWords(page);
    const account = boxes.getByRole('button', { name: /^Account / });
    await boxes.getByRole('button', { name: /^Global: / }).click();
    await page.getByRole('button', { name: 'Only this' }).click();
    await expect(boxes.getByRole('button', { name: /^Region / })).toHaveCount(0);
    await expect(account).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(boxes.getByRole('button', { name: /^Region us-west-2: / })).toBeVisible();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(boxes.getByRole('button', { name: /^Region / })).toHaveCount(0);
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await expect(boxes.getByRole('button', { name: /^Global: / })).toHaveCount(0);
    await page.getByRole('button', { name: 'Show them again' }).click();
    await expect(boxes.getByRole('button', { name: /^Region us-west-2: / })).toBeVisible();
    await closeList(page);
  });

  await test.step('it is grouped by service, and filtered by type', async () => {
    await page.getByRole('button', { name: /Group by/ }).click();
    await page.getByRole('option', { name: 'Service', exact: true }).click();
    await expect(page).toHaveURL(/group=service/);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('combobox', { name: 'Filter the graph' }).fill('Type = AWS::EC2::VPC');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/types=AWS/);
    await expect(canvas).toHaveAccessibleName(/A filter hides the others/);
    await checkA11y(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page).not.toHaveURL(/types=/);
  });

  await test.step('it covers the window, and comes back', async () => {
    const before = await canvas.boundingBox();
    await page.getByRole('button', { name: 'Full screen' }).click();
    await expect.poll(async () => (await canvas.boundingBox())?.y ?? 0).toBeLessThan(before?.y ?? 0);
    await page.getByRole('button', { name: 'Everything', exact: true }).click();
    await expect(canvas).toHaveAccessibleName(/^Everything: /);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(canvas).toHaveAccessibleName(/^Map: /);
    await page.getByRole('button', { name: 'Leave full screen' }).click();
    await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
  });
});

readingTest('everything is placed by forces beside the page', async ({ page }) => {
  await seeMap(page);
  const canvas = canvasOf(page);
  // Held up until it is cancelled: a small account is placed faster than one can click.
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = () => {
      Worker.prototype.postMessage = post;
    };
  });
  await page.getByRole('button', { name: 'Everything', exact: true }).click();
  await expect(page.getByText(/Arranging [\d,]+ resources/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('Arranging was cancelled.')).toBeVisible();
  await page.getByRole('button', { name: 'Arrange', exact: true }).click();
  await expect(canvas).toHaveAccessibleName(/^Everything: [\d,]+ of [\d,]+ resources/);
  const drawn = await settled(canvas);
  expect(drawn.length).toBeGreaterThan(100);
  await checkA11y(page);
  await takePictures(page, 'everything-account');

  await test.step('a filter by a relationship leaves what it relates, or dims the others', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const filter = page.getByRole('combobox', { name: 'Filter the graph' });
    await filter.fill('Relationship = Is attached to Instance');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/relationships=Is\+attached\+to\+Instance/);
    await expect(canvas).toHaveAccessibleName(/A filter hides the others/);
    const { resources } = await openWords(page);
    await expect(resources.getByRole('button', { name: /AWS::EC2::Instance/ }).first()).toBeVisible();
    await expect(resources.getByRole('button', { name: /AWS::IAM::/ })).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Dim the others' }).click();
    await expect(page).toHaveURL(/unmatched=dim/);
    await expect(canvas).toHaveAccessibleName(/ match the filter; the others are dimmed/);
    await expect(resources.getByRole('button', { name: /AWS::IAM::.*\(does not match\)/ }).first()).toBeVisible();
    await expect(resources.getByRole('button', { name: /AWS::EC2::Volume.*\(does not match\)/ })).toHaveCount(0);
    await closeList(page);
    await page.getByText('Legend', { exact: true }).click();
    await expect(page.getByRole('list', { name: 'Legend' })).toContainText('Dimmed: does not match the filter');
    await page.getByText('Legend', { exact: true }).click();
    await checkA11y(page);
    await settled(canvas);
    await takePictures(page, 'everything-dimmed');
  });

  await test.step('it stays set in the other views, and what depends on what is dimmed, never hidden', async () => {
    await page.getByRole('button', { name: 'Impact', exact: true }).click();
    await expect(canvas).toHaveAccessibleName('Impact: Nothing is shown yet.');
    await expect(page.getByText('The others are dimmed.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Dim the others' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await expect(canvas).toHaveAccessibleName(/^Map: .* match the filter; the others are dimmed/);
    const drawn = await settled(canvas);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(canvas).not.toHaveAccessibleName(/the filter/);
    // Nothing that was dimmed has come or gone, or stands elsewhere beside the others; the canvas has more room now.
    const places = (all: Drawn[]) => {
      const [first] = all;
      if (!first) throw new Error('Nothing is drawn.');
      return all.map(({ id, x, y }) => ({ id, x: (x - first.x) / first.width, y: (y - first.y) / first.width }));
    };
    const [before, after] = [places(drawn), places(await settled(canvas))];
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const [at, { x, y }] of after.entries()) {
      expect(Math.hypot(x - (before[at]?.x ?? 0), y - (before[at]?.y ?? 0))).toBeLessThan(0.05);
    }
  });
});

/** Every page, of what was delivered last where it is about something. */
function pagesOf(graphUrl: URL, id: string): string[] {
  const { searchParams } = graphUrl;
  const bucket = searchParams.get('bucket') ?? '';
  const key = searchParams.get('key') ?? '';
  const object = new URLSearchParams({ bucket, key });
  return [
    ...navigationItems.flatMap((item) => ('href' in item ? [item.href] : [])),
    ...[folderHref({ bucket, prefix: '' }), objectHref(bucket, key), deliveryHref(id)],
    resourceHref({ resourceType: 'AWS::EC2::Instance', resourceId: 'i-01b0291e630cbb332' }),
    ...[`/snapshots/view?${object}`, `/snapshots/compare?${object}`, `/snapshots/graph?${object}`],
  ];
}

/** Cloudscape's bar on phones gives its landmark an orientation, which landmarks have none of. */
const phoneNavigation = 'nav[aria-orientation]';

test.describe('on a phone', () => {
  test.use({ hasTouch: true });

  test('the map is read and opened by touch', async ({ page }) => {
    const id = await seeMap(page, { width: 390, height: 844 });
    const canvas = canvasOf(page);
    const box = await canvas.boundingBox();
    expect(box?.width).toBeGreaterThan(380);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(845);
    await checkA11y(page, phoneNavigation);
    const card = (await settled(canvas)).findLast(
      ({ x, y, width, height }) =>
        width > height && x > 0 && x + width < 390 && y > (box?.y ?? 0) + 80 && y + height < 700,
    );
    if (!card) throw new Error('No card is in sight.');
    const { x, y } = middleOf(card);
    await page.touchscreen.tap(x, y);
    await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
    await checkA11y(page, phoneNavigation);
    await page.getByRole('button', { name: 'Close the details' }).click();
    await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();

    // The panel had moved the canvas.
    const rested = middleOf(await drawnAs(canvas, card.id));
    const touch = await page.context().newCDPSession(page);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [rested] });
    const menu = page.getByRole('menu');
    await expect(menu).toBeVisible();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await checkA11y(page, phoneNavigation);
    await menu.getByRole('menuitem', { name: 'Hide', exact: true }).tap();
    await expect(page.getByText('Some are hidden.')).toBeVisible();

    await test.step('no tool is out of reach', async () => {
      const more = page.getByRole('button', { name: 'More' });
      const [filter, views, exports] = ['Filter', 'Views', 'Export'].map((name) => page.getByRole('button', { name }));
      for (const tool of [more, filter, views, exports]) await expect(tool ?? more).toBeInViewport({ ratio: 1 });
      await more.click();
      for (const name of ['Undo', 'Redo', 'Full screen', 'Copy link'])
        await expect(page.getByRole('menuitem', { name })).toBeVisible();
      await expect(page.getByRole('menuitemcheckbox', { name: 'Fit the window' })).toBeChecked();
      await page.getByRole('menuitemcheckbox', { name: 'List in words' }).click();
      await expect(page.getByRole('list', { name: 'Resources in the graph' })).toBeVisible();
      await closeList(page);
    });

    // What React throws away of what the server sent is an error on the console, and fails the test.
    await test.step('every page wakes up as the server drew it', async () => {
      for (const url of pagesOf(new URL(page.url()), id)) {
        await page.goto(url);
        await expect(page.locator('body'), url).toContainClass('awake');
        await expect(page.getByRole('heading', { level: 1 }), url).toBeVisible();
      }
    });
  });
});

function chosenIn(page: Page): string | null {
  return new URL(page.url()).searchParams.get('chosen');
}
