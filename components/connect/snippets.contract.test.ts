import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  type Connection,
  cliSnippets,
  environmentSnippet,
  javascriptSnippet,
  pythonSnippet,
  shellQuoted,
} from './snippets';

const open: Connection = {
  endpoint: 'http://127.0.0.1:3000',
  region: 'us-west-2',
  channelName: 'default',
  bucket: 'config-bucket-123456789012',
  accountId: '123456789012',
};
const keyed: Connection = { ...open, endpoint: 'https://snapscope.example', accessKeyId: 'AKIDEXAMPLE' };

describe('the environment', () => {
  test('names the address and credentials of any kind where no keys are configured', () => {
    expect(environmentSnippet(open).split('\n')).toEqual([
      'export AWS_ENDPOINT_URL_CONFIG_SERVICE=http://127.0.0.1:3000',
      'export AWS_ACCESS_KEY_ID=any',
      'export AWS_SECRET_ACCESS_KEY=any',
      'export AWS_DEFAULT_REGION=us-west-2',
      'export AWS_REGION=us-west-2',
    ]);
  });

  test('names the key and leaves its secret to the reader where keys are configured', () => {
    const text = environmentSnippet(keyed);
    expect(text).toContain('export AWS_ACCESS_KEY_ID=AKIDEXAMPLE\nexport AWS_SECRET_ACCESS_KEY=YOUR_SECRET');
    expect(text).toContain('https://snapscope.example');
  });
});

describe('the commands of the AWS CLI', () => {
  test('deliver a snapshot to the channel at the address', () => {
    expect(cliSnippets(open)[0]?.text).toBe(
      'aws configservice deliver-config-snapshot --delivery-channel-name default --endpoint-url http://127.0.0.1:3000 --region us-west-2',
    );
  });

  test('cover the whole flow', () => {
    expect(cliSnippets(open).map(({ text }) => text.split(' ')[2])).toEqual([
      'deliver-config-snapshot',
      'describe-delivery-channel-status',
      'get-status',
      'subscribe',
    ]);
  });
});

describe('programs', () => {
  test('sign with anything where nothing is verified', () => {
    expect(pythonSnippet(open)).toContain("aws_access_key_id='any'");
    expect(javascriptSnippet(open)).toContain("credentials: { accessKeyId: 'any', secretAccessKey: 'any' }");
  });

  test('hold neither key nor secret where signatures are verified', () => {
    for (const text of [pythonSnippet(keyed), javascriptSnippet(keyed)]) {
      expect(text).toContain("'https://snapscope.example'");
      expect(text).not.toMatch(/access_?key/i);
    }
  });

  test('hold a channel name of any characters as one string', () => {
    const channelName = `it's "x"\\ \u2028`;
    const [, written = ''] =
      /deliveryChannelName: ([\s\S]*?) }\)/.exec(javascriptSnippet({ ...open, channelName })) ?? [];
    expect(JSON.parse(written)).toBe(channelName);
  });
});

describe('a word of the shell', () => {
  test.each(['default', 'it\'s; rm -rf $HOME `x` "y" \\', 'two words', '', '~', '*', 'ü\n'])(
    '%j stays one word',
    (word) => {
      expect(execFileSync('sh', ['-c', `printf '%s|' ${shellQuoted(word)}`]).toString()).toBe(`${word}|`);
    },
  );
});
