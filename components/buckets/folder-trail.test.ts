import { describe, expect, test } from 'vitest';
import { folderTrail, objectName, parentPrefix } from './folder-trail';

describe('folderTrail', () => {
  test('leads from the top to the folder', () => {
    expect(folderTrail('AWSLogs/123456789012/Config/')).toEqual([
      { name: 'AWSLogs', prefix: 'AWSLogs/' },
      { name: '123456789012', prefix: 'AWSLogs/123456789012/' },
      { name: 'Config', prefix: 'AWSLogs/123456789012/Config/' },
    ]);
  });

  test('is empty at the top', () => {
    expect(folderTrail('')).toEqual([]);
  });

  test('shows folders without a name, and dots, as the folders that they are', () => {
    expect(folderTrail('a//../')).toEqual([
      { name: 'a', prefix: 'a/' },
      { name: '(no name)', prefix: 'a//' },
      { name: '..', prefix: 'a//../' },
    ]);
    expect(folderTrail('/')).toEqual([{ name: '(no name)', prefix: '/' }]);
  });
});

describe('names of objects', () => {
  test('are the last part of the key', () => {
    expect(objectName('a/b/c.json.gz')).toBe('c.json.gz');
    expect(objectName('top')).toBe('top');
    expect(objectName('folder-marker/')).toBe('(no name)');
    expect(objectName('a/ ')).toBe('(no name)');
  });

  test('write out what would deceive the eye', () => {
    expect(objectName('a/\u202Egpj.exe')).toBe('\\u{202E}gpj.exe');
    expect(objectName('a/x\u0000y\nz')).toBe('x\\u{0}y\\u{A}z');
    expect(objectName('a/👩‍💻 é.json')).toBe('👩‍💻 é.json');
  });

  test('lie in the folder before the last slash', () => {
    expect(parentPrefix('a/b/c')).toBe('a/b/');
    expect(parentPrefix('top')).toBe('');
  });
});
