import { Fragment } from 'react';

/**
 * A resource type that may break into lines between its parts, as `AWS::EC2::` and `Instance`, or `Microsoft.` and `Compute/`, and nowhere
 * else if it can.
 */
export function TypeName({ type }: { type: string }) {
  const parts = type.match(/.*?(?:::|[./])|.+$/gs) ?? [type];
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one name never change places.
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
