import Autosuggest, { type AutosuggestProps } from '@cloudscape-design/components/autosuggest';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useEffect, useRef, useState } from 'react';
import { countText } from '@/components/ui/bytes';
import { useTyped } from '@/components/ui/use-typed';
import { mapGrouping } from '@/lib/api/contract/map';
import { mapQueries } from '@/lib/api/queries/map';
import { changeSigns } from '@/lib/graph/style/changes';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { parseIdentity } from '@/lib/items/identity';
import type { GraphPlace } from '../page/use-graph-place';
import type { Found } from '../views/view';

interface FindResourceProps {
  place: GraphPlace;
  /** Gets the focus when `/` is pressed. */
  field: Ref<AutosuggestProps.Ref>;
  onFound(found: Found): void;
}

const most = 20;

/** Finds a resource in the whole snapshot by id, name, tag, ARN or IP address, drawn or not. */
export function FindResource({ place, field, onFound }: FindResourceProps) {
  const { bucket, key, at, view } = place.state;
  // Only the map shows what was removed.
  const against = view === 'map' ? place.state.against : undefined;
  const group = mapGrouping.parse(place.state.group);
  const [asked, setAsked] = useState('');
  /** The text for which Enter was pressed before its matches were there. */
  const [hurried, setHurried] = useState<string>();
  const [text, setText] = useTyped(asked, setAsked);
  const found = useQuery({
    ...mapQueries.find({ bucket, key, at, against, group, text: asked, limit: most }),
    enabled: asked.trim() !== '',
  });
  const matches = asked.trim() === '' ? [] : (found.data?.matches ?? []);
  /** IP addresses are read out of the snapshot when one is first looked for. */
  const reading = found.data?.addressesRead;
  const take = (match: Found) => {
    setText('');
    setAsked('');
    setHurried(undefined);
    onFound(match);
  };
  const [first] = matches;
  const awaited =
    hurried !== undefined && hurried === asked && !found.isFetching && reading === undefined ? first : undefined;
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (awaited) latest.current(awaited);
  }, [awaited]);
  return (
    <Autosuggest
      ref={field}
      value={text}
      onChange={({ detail }) => setText(detail.value)}
      onSelect={({ detail }) => {
        const match = matches.find(({ id }) => id === detail.value);
        if (match) take(match);
        // Enter on what was typed takes the first match, as soon as it is known.
        else {
          setAsked(detail.value);
          setHurried(detail.value);
        }
      }}
      options={matches.map(({ id, label, resourceId, resourceType, path, change }) => ({
        value: id,
        label: label === resourceId ? label : `${label} (${resourceId})`,
        description: [
          nodeStyleOf(resourceType).title,
          ...(change ? [changeSigns[change].word] : []),
          ...path
            .filter((box) => box !== id)
            .slice(-1)
            .map(boxName),
        ].join(' · '),
      }))}
      filteringType="manual"
      statusType={found.isFetching || reading !== undefined ? 'loading' : found.error ? 'error' : 'finished'}
      loadingText={
        reading === undefined
          ? 'Searching the snapshot'
          : `Reading the addresses of the snapshot: ${Math.floor(100 * reading)} %`
      }
      errorText="The snapshot cannot be searched"
      finishedText={
        found.data && found.data.total > matches.length
          ? `The first ${countText(matches.length)} of ${countText(found.data.total)}`
          : undefined
      }
      empty={asked.trim() === '' ? 'Type an ID, name, tag, ARN or IP address' : 'Nothing in this snapshot matches'}
      enteredTextLabel={(value) => `Find: "${value}"`}
      placeholder="Find a resource"
      ariaLabel="Find a resource"
      expandToViewport
      virtualScroll={false}
    />
  );
}

/** A box by the last part of its id: `Subnet subnet-1`, `us-east-1a`, `EC2`. */
function boxName(id: string): string {
  const group = /^(account|region|zone|service|type|stack|tag|alike):/.exec(id);
  const identity = group ? undefined : parseIdentity(id);
  if (identity) return `in ${identity.resourceId}`;
  return `in ${id.slice(id.lastIndexOf('/') + 1).replace(/^\w+:/, '')}`;
}
