import { instance, networkInterface, volume } from './shapes/compute.mjs';
import { group, subnet, vpc } from './shapes/network.mjs';
import { alarm, bucket, lambdaFunction, role } from './shapes/services.mjs';

/** The kinds of resources: how each looks, by its cell and its number in it. */
export const shapes = {
  vpc,
  subnet,
  group,
  instance,
  interface: networkInterface,
  volume,
  role,
  function: lambdaFunction,
  bucket,
  alarm,
};
