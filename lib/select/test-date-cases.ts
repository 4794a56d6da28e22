const time = '2026-03-04T05:06:07.000Z';

/** For tests: configurations with one moment in both of AWS's spellings by resource id, and which of them a condition finds. */
export const dated = {
  number: { createdTime: Date.parse(time) },
  'of-day-before': { createdTime: Date.parse('2026-03-03T23:59:59Z') },
  'no-date': { size: Date.parse(time) },
  text: { createdTime: time },
};

export const dateCases: [condition: string, ids: (keyof typeof dated)[]][] = [
  [`configuration.createdTime = '${time}'`, ['number', 'text']],
  [`configuration.createdTime IN ('2026-01-01', '${time}')`, ['number', 'text']],
  ["configuration.createdTime >= '2026-03-04'", ['number', 'text']],
  ["configuration.createdTime < '2026-03-04'", ['of-day-before']],
  ["configuration.createdTime BETWEEN '2026-03-03' AND '2026-03-04T05:06:08Z'", ['number', 'of-day-before', 'text']],
  ["configuration.createdTime > '2026-03-04T06:00:00'", []],
  [`configuration.createdTime > ${Date.parse('2026-03-04')}`, ['number']],
  ["configuration.size > '2026-01-01'", []],
  ["configuration.createdTime LIKE '2026-03-04%'", ['text']],
];
