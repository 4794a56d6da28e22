import { countText } from '@/components/ui/bytes';

/**
 * Why the numbers of a picture are not those of the items: resources that are only named count among its resources, and what both ends tell of one
 * relationship, or tell in several words, is one line.
 */
export function countWords({ missing, told, lines }: { missing: number; told: number; lines: number }): string[] {
  return [
    ...(missing > 0
      ? [`${countText(missing)} of the resources ${missing === 1 ? 'is' : 'are'} named and not in the snapshot.`]
      : []),
    ...(told !== lines
      ? [
          `Items tell ${countText(told)} ${told === 1 ? 'relationship' : 'relationships'}: what both ends tell is one line.`,
        ]
      : []),
  ];
}
