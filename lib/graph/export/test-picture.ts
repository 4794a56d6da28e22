import type { Picture, PictureBox, PictureNode } from '../picture';

/** Names as they may stand in a file: each of them ends or opens something in one of the formats. */
export const hostileNames = [
  '</title></text><script>alert(1)</script>',
  `"><img src=x onerror='alert(1)'>&amp;]]>`,
  '=HYPERLINK("http://x","y")',
  '+1,2;"3"\r\nend\n  n0["x"] --> n1',
  '%%{init: {}}%% end subgraph x[y]',
  '`**1. bold** [a](javascript:alert(1))` www.example.com',
  '日本語のインスタンス 🚀 é',
  '#quot;#35; &lt; {{x}} ((y)) |z| %label%',
  '__proto__',
  'a\u0000b\u001f\ud800\ufffec',
  'image=x;shape=y;html=1;',
  `arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/${'long-'.repeat(40)}end`,
] as const;

/** A node at a place, called `label`. */
export function pictureNode(id: string, label: string, place: Partial<PictureNode> = {}): PictureNode {
  return {
    ...{ id, label, resourceType: 'AWS::EC2::Instance', resourceId: id, accountId: '111122223333' },
    ...{ region: 'us-west-2', x: 0, y: 0, width: 200, height: 58, index: 0, ...place },
  };
}

/** Boxes in boxes, cards, a docked icon, what is missing and what changed, each with a name that is hostile; edges of every kind. */
export function hostilePicture(): Picture {
  const box = (id: string, place: Partial<PictureBox>): PictureBox => ({
    ...{ id, kind: 'vpc', label: id, count: 3, folded: false, x: 0, y: 0, width: 1000, height: 800, ...place },
  });
  const [first = '', second = '', ...others] = hostileNames;
  const changes = [undefined, 'added', 'removed', 'changed'] as const;
  return {
    boxes: [
      box('outer', { kind: 'account', label: first, changes: { added: 3, removed: 0, changed: 1200 } }),
      box(second, {
        parent: 'outer',
        x: 20,
        y: 40,
        width: 900,
        height: 600,
        missing: true,
        resourceType: 'AWS::EC2::VPC',
      }),
      box('folded', {
        ...{ kind: 'alike', parent: second, folded: true, x: 40, y: 80, width: 220, height: 90, count: 247 },
        types: [{ resourceType: 'AWS::"><script>::X', count: 247 }],
      }),
    ],
    nodes: others.map((label, place) =>
      pictureNode(`${place}/${label}`, label, {
        ...{ parent: second, x: 60 + (place % 4) * 215, y: 200 + Math.floor(place / 4) * 110 },
        ...(place === 3 && { width: 44, height: 44, docksTo: `0/${others[0]}` }),
        ...(place === 5 ? { missing: true, index: undefined } : {}),
        ...(changes[place % 4] && { change: changes[place % 4] }),
        resourceType: place % 2 ? 'AWS::EC2::Instance' : 'AWS::"><script>::X',
      }),
    ),
    edges: others.map((label, place) => ({
      id: `edge ${label}`,
      source: place === 0 ? 'folded' : `${place}/${label}`,
      target: place === 1 ? second : `0/${others[0]}`,
      name: label,
      ...(place % 3 === 0 && { derived: true, field: `configuration.${label}` }),
      ...(place % 4 === 0 && { count: 12 }),
      ...(place % 5 === 0 && { dimmed: true }),
      ...(place % 5 === 1 && { change: 'removed' }),
    })),
  };
}
