import { none } from './columns';
import type { IndexBuilder } from './index-builder';
import { type LookupColumns, lookUp, makeLookup, TypeKeys } from './item-lookup';
import type { Slices } from './slices';
import type { SnapshotIndex } from './snapshot-index';
import type { TextTable } from './text-table';

/** The last step of an index: resolves what items name, and lists for each who names it. In slices. */
export async function finishIndex(builder: IndexBuilder, texts: TextTable, slices: Slices): Promise<SnapshotIndex> {
  builder.tagStart.push(builder.tagKey.length);
  builder.edgeStart.push(builder.edgeType.length);
  const type = builder.type.finish();
  const id = builder.id.finish();
  const name = builder.name.finish();
  await slices.pause();
  const edgeType = builder.edgeType.finish();
  const edgeId = builder.edgeId.finish();
  const edgeName = builder.edgeName.finish();
  await slices.pause();

  const keys = new TypeKeys(texts, builder.types);
  const typeKey = new Uint32Array(type.length);
  for (let item = 0; item < type.length; item++) {
    if (slices.due()) await slices.pause();
    typeKey[item] = keys.of(type[item] ?? none);
  }
  const ids: LookupColumns = { type: typeKey, text: id };
  const names: LookupColumns = { type: typeKey, text: name };
  const byId = await makeLookup(ids, slices);
  const byName = await makeLookup(names, slices);

  const edgeTo = new Int32Array(edgeType.length);
  const inStart = new Uint32Array(type.length + 1);
  for (let edge = 0; edge < edgeTo.length; edge++) {
    if (slices.due()) await slices.pause();
    const key = keys.of(edgeType[edge] ?? none);
    const toId = edgeId[edge] ?? none;
    const toName = edgeName[edge] ?? none;
    let to = -1;
    if (toId !== none) to = lookUp(byId, ids, key, toId);
    else if (toName !== none) to = lookUp(byName, names, key, toName);
    edgeTo[edge] = to;
    if (to >= 0) inStart[to + 1] = (inStart[to + 1] ?? 0) + 1;
  }
  const inEdge = await incoming(edgeTo, inStart, slices);
  // Each is copied into memory of its own size: together that would take long.
  const rest = async <Column>(column: { finish(): Column }) => {
    if (slices.dueNow()) await slices.pause();
    return column.finish();
  };
  return {
    itemCount: type.length,
    edgeCount: edgeTo.length,
    texts,
    offset: await rest(builder.offset),
    length: await rest(builder.length),
    type,
    id,
    name,
    region: await rest(builder.region),
    zone: await rest(builder.zone),
    account: await rest(builder.account),
    status: await rest(builder.status),
    captured: await rest(builder.captured),
    hash: await rest(builder.hash),
    tagStart: await rest(builder.tagStart),
    tagKey: await rest(builder.tagKey),
    tagValue: await rest(builder.tagValue),
    edgeStart: await rest(builder.edgeStart),
    edgeType,
    edgeId,
    edgeName,
    edgeLabel: await rest(builder.edgeLabel),
    edgeTo,
    inStart,
    inEdge,
    types: Uint32Array.from(builder.types),
    typeKey,
    byId,
    byName,
  };
}

/** Turns the counts in `inStart` into places, and puts each edge in its place. */
async function incoming(edgeTo: Int32Array, inStart: Uint32Array, slices: Slices): Promise<Uint32Array> {
  for (let item = 1; item < inStart.length; item++) inStart[item] = (inStart[item] ?? 0) + (inStart[item - 1] ?? 0);
  const free = inStart.slice();
  const inEdge = new Uint32Array(inStart.at(-1) ?? 0);
  for (let edge = 0; edge < edgeTo.length; edge++) {
    if (slices.due()) await slices.pause();
    const to = edgeTo[edge] ?? -1;
    if (to < 0) continue;
    const place = free[to] ?? 0;
    inEdge[place] = edge;
    free[to] = place + 1;
  }
  return inEdge;
}
