// AWS clients: requests per second and latency beside moto_server, 10,000 buckets in each [--rounds 5 --seconds 3 --connections 4]
import { parseArgs } from 'node:util';
import { build, checkNode } from '../server/prepare.mjs';
import { measure } from './wire/load.mjs';
import { startMoto, startSnapscope } from './wire/servers.mjs';
import { signedRequests } from './wire/signed-request.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '4' },
  },
});
const [rounds, seconds, connections] = [Number(values.rounds), Number(values.seconds), Number(values.connections)];
const resources = 10_000;

/** @type {{ name: string, body: string, check: (answer: import('./wire/load.mjs').Answer) => boolean }[]} */
const operations = [
  {
    name: 'DescribeDeliveryChannels',
    body: '{}',
    check: ({ DeliveryChannels: found = [] }) => found.length === 1 && found[0]?.name === 'default',
  },
  {
    name: 'ListDiscoveredResources',
    body: '{"resourceType":"AWS::S3::Bucket"}',
    check: ({ resourceIdentifiers: found = [], nextToken }) =>
      found.length === 100 &&
      found[99]?.resourceId === 'bucket-00099' &&
      found[99].resourceName !== undefined &&
      nextToken !== undefined,
  },
];

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** @param {Awaited<ReturnType<typeof startMoto>>[]} servers */
async function compare(servers) {
  for (const { name: operation, body, check } of operations) {
    /** @type {Map<string, Awaited<ReturnType<typeof measure>>[]>} */
    const results = new Map(servers.map(({ name }) => [name, []]));
    // In turn, so that whatever else the machine does meets both; the first round warms up and does not count.
    for (let round = 0; round <= rounds; round++) {
      for (const { name, port, key } of servers) {
        const requests = signedRequests({ port, key, operation, body, count: 1_000 });
        const result = await measure({ port, requests, connections, milliseconds: seconds * 1000, check });
        if (round > 0) results.get(name)?.push(result);
      }
    }
    console.log(`\n${operation}`);
    for (const [name, measured] of results) {
      /** @param {'rate' | 'p50' | 'p99'} what */
      const of = (what) => median(measured.map((result) => result[what]));
      const rates = measured.map(({ rate }) => Math.round(rate)).join(' ');
      console.log(
        `  ${name.padEnd(10)} ${of('rate').toFixed(0).padStart(6)}/s   p50 ${of('p50').toFixed(2).padStart(7)} ms   p99 ${of('p99').toFixed(2).padStart(7)} ms   (${rates})`,
      );
    }
    const [ours = [], theirs = []] = results.values();
    const ratios = ours.map(({ rate }, round) => rate / (theirs[round]?.rate ?? Number.NaN));
    console.log(
      `  ratio      ${median(ratios).toFixed(2).padStart(6)} x   (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`,
    );
  }
}

checkNode();
await build(() => console.log('Building…'));
/** @type {Awaited<ReturnType<typeof startMoto>>[]} */
const servers = [];
try {
  servers.push(await startSnapscope(resources), await startMoto(resources));
  console.log(
    `${resources} resources of type AWS::S3::Bucket in each, pages of 100; ${connections} connections, ${rounds} rounds of ${seconds} s in turn; medians.`,
  );
  console.log(
    'Every request carries a signature of its own, made beforehand. Snapscope verifies each; moto_server reads them and does not.',
  );
  console.log('Snapscope asks its PostgreSQL for each answer; moto_server holds all in memory.');
  await compare(servers);
} finally {
  for (const server of servers) await server.stop();
}
