import { expect, test } from 'vitest';
import type { MapTree } from '@/lib/graph/map-layout/tree';
import { prune, unhidden } from './prune';

const box = (id: string, parent?: string): MapTree['boxes'][number] => ({
  ...{ id, kind: 'vpc', label: id, parent, count: 1, open: true, types: [] },
});
const card = (id: string, inBox: string, docksTo?: string): MapTree['cards'][number] => ({
  ...{ id, label: id, resourceType: 'AWS::EC2::Volume', resourceId: id, accountId: '1', region: 'x', box: inBox },
  ...(docksTo !== undefined && { docksTo }),
});
const tree: MapTree = {
  boxes: [box('account'), box('vpc', 'account'), box('subnet', 'vpc'), box('other', 'account')],
  cards: [card('i', 'subnet'), card('vol', 'subnet', 'i'), card('igw', 'vpc'), card('far', 'other')],
};
const ids = (hide: string[], ...only: string[]) => {
  const { boxes, cards } = prune(tree, hide, only);
  return [...boxes, ...cards].map(({ id }) => id).join(' ');
};

test('what is hidden goes with all that is in it or rides on it', () => {
  expect(ids([])).toBe('account vpc subnet other i vol igw far');
  expect(ids(['i'])).toBe('account vpc subnet other igw far');
  expect(ids(['subnet', 'far'])).toBe('account vpc other igw');
});

test('of one box alone, that one is left with the boxes round it', () => {
  expect(ids([], 'subnet')).toBe('account vpc subnet i vol');
  expect(ids([], 'vpc')).toBe('account vpc subnet i vol igw');
  expect(ids(['vol'], 'vpc')).toBe('account vpc subnet i igw');
});

test('of some boxes and cards alone, those are left with what rides on them and the boxes round them', () => {
  expect(ids([], 'i', 'other')).toBe('account vpc subnet other i vol far');
  expect(ids([], 'igw', 'gone')).toBe('account vpc igw');
  expect(ids(['vpc'], 'igw', 'far')).toBe('account other far');
});

test('what rides on something that is not left stands by itself', () => {
  const { cards } = prune(tree, [], ['vol']);
  expect(cards.map(({ id, docksTo }) => [id, docksTo])).toEqual([['vol', undefined]]);
});

test('a box that is not on the map leaves it as it is', () => {
  expect(ids([], 'gone')).toBe('account vpc subnet other i vol igw far');
});

test('what was found is seen again, with the boxes round it, and all else stays hidden', () => {
  const found = { id: 'i', path: ['account', 'vpc', 'subnet'] };
  expect(unhidden({ hide: ['vpc', 'i', 'far'], only: ['account'] }, found)).toEqual({
    hide: ['far'],
    only: ['account'],
  });
  expect(unhidden({ hide: [], only: ['other'] }, found)).toEqual({ hide: [], only: [] });
  expect(unhidden({ hide: ['vpc'], only: ['other'] }, { ...found, path: [] })).toEqual({ hide: [], only: [] });
});
