import type { AwsResourceType } from '../resource-type';
import { certificate } from './acm/certificate';
import { restApi } from './api-gateway/rest-api';
import { stage } from './api-gateway/stage';
import { api } from './api-gateway-v2/api';
import { stage as stageV2 } from './api-gateway-v2/stage';
import { graphqlApi } from './appsync/graphql-api';
import { stack } from './cloudformation/stack';
import { trail } from './cloudtrail/trail';
import { alarm } from './cloudwatch/alarm';
import { application as codeDeployApplication } from './codedeploy/application';
import { deploymentConfig } from './codedeploy/deployment-config';
import { deploymentGroup } from './codedeploy/deployment-group';
import { table } from './dynamodb/table';
import { repository } from './ecr/repository';
import { capacityProvider } from './ecs/capacity-provider';
import { cluster as ecsCluster } from './ecs/cluster';
import { service } from './ecs/service';
import { taskDefinition } from './ecs/task-definition';
import { fileSystem } from './efs/file-system';
import { cluster as eksCluster } from './eks/cluster';
import { application as beanstalkApplication } from './elastic-beanstalk/application';
import { applicationVersion } from './elastic-beanstalk/application-version';
import { environment } from './elastic-beanstalk/environment';
import { eventBus } from './events/event-bus';
import { rule } from './events/rule';
import { group } from './iam/group';
import { policy } from './iam/policy';
import { role } from './iam/role';
import { user } from './iam/user';
import { stream } from './kinesis/stream';
import { alias } from './kms/alias';
import { key } from './kms/key';
import { lambdaFunction } from './lambda/function';
import { cluster as redshiftCluster } from './redshift/cluster';
import { clusterParameterGroup } from './redshift/cluster-parameter-group';
import { clusterSnapshot, clusterSubnetGroup, eventSubscription } from './redshift/redshift';
import { endpointAccess, endpointAuthorization, integration, scheduledAction } from './redshift/sharing';
import { hostedZone } from './route-53/hosted-zone';
import { bucket } from './s3/bucket';
import { secret } from './secrets-manager/secret';
import { topic } from './sns/topic';
import { queue } from './sqs/queue';
import { stateMachine } from './step-functions/state-machine';
import { ipSet, regexPatternSet, ruleGroup } from './wafv2/wafv2';
import { webAcl } from './wafv2/web-acl';

/** The types of all services but EC2, load balancing, AutoScaling and RDS. */
export const serviceTypes: readonly AwsResourceType[] = [
  certificate,
  restApi,
  stage,
  api,
  stageV2,
  graphqlApi,
  stack,
  trail,
  alarm,
  codeDeployApplication,
  deploymentConfig,
  deploymentGroup,
  table,
  repository,
  ecsCluster,
  service,
  taskDefinition,
  capacityProvider,
  fileSystem,
  eksCluster,
  beanstalkApplication,
  applicationVersion,
  environment,
  eventBus,
  rule,
  group,
  policy,
  role,
  user,
  stream,
  key,
  alias,
  lambdaFunction,
  redshiftCluster,
  clusterParameterGroup,
  clusterSnapshot,
  clusterSubnetGroup,
  eventSubscription,
  endpointAccess,
  endpointAuthorization,
  scheduledAction,
  integration,
  hostedZone,
  bucket,
  secret,
  topic,
  queue,
  stateMachine,
  webAcl,
  ruleGroup,
  ipSet,
  regexPatternSet,
];
