'use client';
import { useState } from 'react';
import { views } from '../views/registry';
import type { GraphPlace } from './use-graph-place';

/** A picture that is wider or higher than the window is read in parts: one of two shapes is near enough to most. */
const shapes = { lying: 1.85, standing: 0.62 };
/** Of the window, so many square pixels make one card that can be read. */
const areaOfCard = 16_000;
const cards = { fewest: 16, most: 150 };

/** The graph in the browser: as much of it as the window lets the reader read. */
export function GraphWorkspace({ place, title }: { place: GraphPlace; title: string }) {
  // What is shown stays when the window changes.
  const [{ proportion, legible }] = useState(() => {
    const { innerWidth: width, innerHeight: height } = window;
    const count = Math.round((width * height) / areaOfCard);
    return {
      proportion: width >= height ? shapes.lying : shapes.standing,
      legible: Math.max(cards.fewest, Math.min(cards.most, count)),
    };
  });
  const View = views[place.state.view];
  return (
    <>
      <h1 className="out-of-sight">Graph of {title}</h1>
      <View key={`${place.state.bucket}/${place.state.key}`} place={place} proportion={proportion} legible={legible} />
    </>
  );
}
