'use client';
import { useState } from 'react';
import { views } from '../views/registry';
import { useFullScreen } from './use-full-screen';
import type { GraphPlace } from './use-graph-place';
import { useUndo } from './use-undo';

/** A picture that is wider or higher than the window is read in parts: one of two shapes is near enough to most. */
const shapes = { lying: 1.85, standing: 0.62 };
/** Of what the window has besides the bars at its top and the boxes' borders, so many square pixels make one card that can be read. */
const areaOfCard = 6_600;
const around = { width: 120, height: 150 };
const cards = { fewest: 16, most: 150 };

/** The graph in the browser: as much of it as the window lets the reader read. */
export function GraphWorkspace({ place, title }: { place: GraphPlace; title: string }) {
  // What is shown stays when the window changes.
  const [{ proportion, legible }] = useState(() => {
    const { innerWidth: width, innerHeight: height } = window;
    const count = Math.round(((width - around.width) * (height - around.height)) / areaOfCard);
    return {
      proportion: width >= height ? shapes.lying : shapes.standing,
      legible: Math.max(cards.fewest, Math.min(cards.most, count)),
    };
  });
  // These stay when another view is shown: it is a step as well, and covers what this one covers.
  const steps = useUndo(place);
  const full = useFullScreen();
  const View = views[place.state.view];
  return (
    <>
      <h1 className="out-of-sight">Graph of {title}</h1>
      <View place={place} steps={steps} full={full} proportion={proportion} legible={legible} />
    </>
  );
}
