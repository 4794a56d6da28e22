'use client';
import type { ComponentType } from 'react';
import { useEverythingScene } from '../everything/use-everything-scene';
import { useImpactScene } from '../impact/use-impact-scene';
import { usePathScene } from '../impact/use-path-scene';
import { useMapScene } from '../map/use-map-scene';
import { useNeighborhoodScene } from '../neighborhood/use-neighborhood-scene';
import type { ViewName } from '../page/graph-url';
import { Stage } from '../stage/stage';
import type { ViewProps } from './view';

/** The views by name: each makes a scene of what the URL says, and the stage draws it. */
export const views: Record<ViewName, ComponentType<ViewProps>> = {
  map: MapView,
  neighborhood: NeighborhoodView,
  impact: ImpactView,
  path: PathView,
  everything: EverythingView,
};

function MapView(props: ViewProps) {
  return <Stage {...props} scene={useMapScene(props)} />;
}

function NeighborhoodView(props: ViewProps) {
  return <Stage {...props} scene={useNeighborhoodScene(props)} />;
}

function ImpactView(props: ViewProps) {
  return <Stage {...props} scene={useImpactScene(props)} />;
}

function PathView(props: ViewProps) {
  return <Stage {...props} scene={usePathScene(props)} />;
}

function EverythingView(props: ViewProps) {
  return <Stage {...props} scene={useEverythingScene(props)} />;
}
