import type { AwsResourceType } from '../resource-type';
import { certificate } from './acm/certificate';
import { restApi } from './api-gateway/rest-api';
import { stage } from './api-gateway/stage';
import { stack } from './cloudformation/stack';
import { trail } from './cloudtrail/trail';
import { alarm } from './cloudwatch/alarm';
import { table } from './dynamodb/table';
import { repository } from './ecr/repository';
import { cluster as ecsCluster } from './ecs/cluster';
import { service } from './ecs/service';
import { taskDefinition } from './ecs/task-definition';
import { fileSystem } from './efs/file-system';
import { cluster as eksCluster } from './eks/cluster';
import { group } from './iam/group';
import { policy } from './iam/policy';
import { role } from './iam/role';
import { user } from './iam/user';
import { stream } from './kinesis/stream';
import { key } from './kms/key';
import { lambdaFunction } from './lambda/function';
import { hostedZone } from './route-53/hosted-zone';
import { bucket } from './s3/bucket';
import { secret } from './secrets-manager/secret';
import { topic } from './sns/topic';
import { queue } from './sqs/queue';
import { stateMachine } from './step-functions/state-machine';

/** The types of all services but EC2, load balancing, AutoScaling and RDS. */
export const serviceTypes: readonly AwsResourceType[] = [
  certificate,
  restApi,
  stage,
  stack,
  trail,
  alarm,
  table,
  repository,
  ecsCluster,
  service,
  taskDefinition,
  fileSystem,
  eksCluster,
  group,
  policy,
  role,
  user,
  stream,
  key,
  lambdaFunction,
  hostedZone,
  bucket,
  secret,
  topic,
  queue,
  stateMachine,
];
