import type { BoxKind, PictureBox } from '../picture';

const kindNames: Partial<Record<BoxKind, string>> = {
  account: 'Account',
  region: 'Region',
  vpc: 'VPC',
  zone: 'Zone',
  subnet: 'Subnet',
  stack: 'Stack',
};

/** What a box is, in a few words: `VPC main`, `Region us-east-1`, `247 × AWS::EC2::SecurityGroup`. */
export function boxTitle({ kind, label, count }: Pick<PictureBox, 'kind' | 'label' | 'count'>): string {
  if (kind === 'alike') return `${count.toLocaleString('en')} × ${label}`;
  const name = kindNames[kind];
  return name === undefined || label === 'Global' || label.startsWith(`${name} `) ? label : `${name} ${label}`;
}
