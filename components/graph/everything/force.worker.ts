import { forcePlaces } from '../canvas/cytoscape/force-layout';
import type { ForceRequest } from './force-request';

self.onmessage = ({ data }: MessageEvent<ForceRequest>) => self.postMessage(forcePlaces(data));
