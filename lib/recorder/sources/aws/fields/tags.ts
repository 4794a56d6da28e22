/** A tag as AWS services give it: EC2 and most others, KMS, and ECS. */
type Tag = { Key?: string; Value?: string } | { key?: string; value?: string } | { TagKey?: string; TagValue?: string };

/** Tags as a configuration item holds them, from a list of any of AWS's spellings or from a map. A tag without value is ''. */
export function tagsOf(tags: readonly Tag[] | Record<string, string> | undefined): { [key: string]: string } {
  const map: { [key: string]: string } = {};
  for (const [key, value] of tags === undefined ? [] : isList(tags) ? tags.map(pair) : Object.entries(tags)) {
    if (key === undefined) continue;
    Object.defineProperty(map, key, { value: value ?? '', enumerable: true, writable: true, configurable: true });
  }
  return map;
}

/** The tag `Name`, which consoles show as the name of EC2's resources. */
export function nameTag(tags: readonly Tag[] | undefined): string | undefined {
  return tagsOf(tags).Name;
}

function isList(tags: readonly Tag[] | Record<string, string>): tags is readonly Tag[] {
  return Array.isArray(tags);
}

function pair(tag: Tag): [string | undefined, string | undefined] {
  if ('Key' in tag) return [tag.Key, tag.Value];
  if ('key' in tag) return [tag.key, tag.value];
  if ('TagKey' in tag) return [tag.TagKey, tag.TagValue];
  return [undefined, undefined];
}
