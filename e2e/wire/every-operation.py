"""Calls every operation of AWS Config that Snapscope answers, once, by boto3, and prints what each answered as one JSON object.

Arguments: endpoint, bucket, and a file with the calls of operations on what is never here: a list of [operation, arguments, …].
Credentials and region come from the environment.
"""

import json
import sys
import time

import boto3
from botocore.exceptions import ClientError

endpoint, bucket, none_file = sys.argv[1:]
client = boto3.client("config", endpoint_url=endpoint)
answers = {}


def method_of(operation):
    """boto3's name of an operation."""
    return next(method for method, name in client.meta.method_to_api_mapping.items() if name == operation)


def call(operation, **arguments):
    """Calls an operation by AWS's name for it, and keeps its answer without what boto3 adds."""
    answer = getattr(client, method_of(operation))(**arguments)
    assert len(answer["ResponseMetadata"]["RequestId"]) == 36
    answers[operation] = {name: value for name, value in answer.items() if name != "ResponseMetadata"}
    return answer


def pages(method, result, **arguments):
    """What a paginator gives with one entry on a page."""
    paginator = client.get_paginator(method)
    return [
        [len(page[result]) for page in paginator.paginate(PaginationConfig={"PageSize": 1}, **arguments)],
        [entry for page in paginator.paginate(PaginationConfig={"PageSize": 1}, **arguments) for entry in page[result]],
    ]


def ask_for_none(operation, arguments):
    """What an operation on something that is never here answers, page after page where boto3 has a paginator; or its error."""
    method = method_of(operation)
    try:
        if client.can_paginate(method):
            return client.get_paginator(method).paginate(**arguments).build_full_result()
        answer = getattr(client, method)(**arguments)
        return {name: value for name, value in answer.items() if name != "ResponseMetadata"}
    except ClientError as error:
        return {"code": error.response["Error"]["Code"], "message": error.response["Error"]["Message"]}


page = {"ResourceType": "Example::Wiki::Page", "SchemaVersionId": "1"}
key = {"resourceType": "Example::Wiki::Page", "resourceId": "p-1"}

call("PutConfigurationRecorder", ConfigurationRecorder={"name": "default", "roleARN": "arn:aws:iam::123456789012:role/config"})
arn = call("DescribeConfigurationRecorders")["ConfigurationRecorders"][0]["arn"]
call("PutDeliveryChannel", DeliveryChannel={"name": "default", "s3BucketName": bucket})
call("DescribeDeliveryChannels")
call("StartConfigurationRecorder", ConfigurationRecorderName="default")
status = call("DescribeConfigurationRecorderStatus")["ConfigurationRecordersStatus"][0]
call("ListConfigurationRecorders")

call("PutResourceConfig", ResourceId="p-1", Configuration='{"size": 1}', Tags={"team": "docs"}, **page)
client.put_resource_config(ResourceId="p-2", Configuration='{"size": 2}', **page)
call("ListDiscoveredResources", resourceType=page["ResourceType"])
call("GetDiscoveredResourceCounts", resourceTypes=[page["ResourceType"]])
call("BatchGetResourceConfig", resourceKeys=[key])
call("SelectResourceConfig", Expression="SELECT resourceId WHERE configuration.size > 1")

sources = [{"AccountIds": [arn.split(":")[4]], "AllAwsRegions": True}]
for name in ["all", "more"]:
    call("PutConfigurationAggregator", ConfigurationAggregatorName=name, AccountAggregationSources=sources)
aggregator = {"ConfigurationAggregatorName": "all"}
here = {"SourceAccountId": arn.split(":")[4], "SourceRegion": client.meta.region_name, "ResourceType": page["ResourceType"]}
aggregated = [{"ResourceId": resource_id, **here} for resource_id in ["p-1", "p-9"]]
of_pages = "WHERE resourceType = 'Example::Wiki::Page'"
call("DescribeConfigurationAggregators")
call("DescribeConfigurationAggregatorSourcesStatus", **aggregator)
call("SelectAggregateResourceConfig", Expression=f"SELECT accountId, COUNT(*) {of_pages} GROUP BY accountId;", **aggregator)
call("GetAggregateDiscoveredResourceCounts", GroupByKey="AWS_REGION", Filters={"ResourceType": page["ResourceType"]}, **aggregator)
call("ListAggregateDiscoveredResources", ResourceType=page["ResourceType"], **aggregator)
call("GetAggregateResourceConfig", ResourceIdentifier=aggregated[0], **aggregator)
call("BatchGetAggregateResourceConfig", ResourceIdentifiers=aggregated, **aggregator)
for account in ["999999999998", "999999999999"]:
    call("PutAggregationAuthorization", AuthorizedAccountId=account, AuthorizedAwsRegion="us-west-2")
call("DescribeAggregationAuthorizations")
call("DescribePendingAggregationRequests")
call("DeletePendingAggregationRequest", RequesterAccountId="999999999999", RequesterAwsRegion="us-west-2")

call("DeliverConfigSnapshot", deliveryChannelName="default")
while call("DescribeDeliveryChannelStatus")["DeliveryChannelsStatus"][0]["configSnapshotDeliveryInfo"].get("lastStatus") is None:
    time.sleep(0.1)

client.put_stored_query(StoredQuery={"QueryName": "first", "Expression": "SELECT arn"})
query = call("PutStoredQuery", StoredQuery={"QueryName": "volumes", "Expression": "SELECT arn"})["QueryArn"]
call("GetStoredQuery", QueryName="volumes")
call("ListStoredQueries")
call("TagResource", ResourceArn=arn, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
call("ListTagsForResource", ResourceArn=arn)

paged = {
    "ListDiscoveredResources": pages("list_discovered_resources", "resourceIdentifiers", resourceType=page["ResourceType"]),
    "SelectResourceConfig": pages("select_resource_config", "Results", Expression="SELECT resourceId WHERE configuration.size > 0 ORDER BY resourceId"),
    "DescribeConfigurationAggregators": pages("describe_configuration_aggregators", "ConfigurationAggregators"),
    "DescribeAggregationAuthorizations": pages("describe_aggregation_authorizations", "AggregationAuthorizations"),
    "ListAggregateDiscoveredResources": pages("list_aggregate_discovered_resources", "ResourceIdentifiers", ResourceType=page["ResourceType"], **aggregator),
    "SelectAggregateResourceConfig": pages("select_aggregate_resource_config", "Results", Expression=f"SELECT resourceId {of_pages}", **aggregator),
    "ListTagsForResource": pages("list_tags_for_resource", "Tags", ResourceArn=arn),
}
call("DeleteAggregationAuthorization", AuthorizedAccountId="999999999999", AuthorizedAwsRegion="us-west-2")
call("DeleteConfigurationAggregator", **aggregator)
call("UntagResource", ResourceArn=arn, TagKeys=["a", "b"])
call("DeleteStoredQuery", QueryName="volumes")

call("DeleteResourceConfig", ResourceType=page["ResourceType"], ResourceId="p-1")
call("GetResourceConfigHistory", **key)
paged["GetResourceConfigHistory"] = pages("get_resource_config_history", "configurationItems", **key)

call("PutRetentionConfiguration", RetentionPeriodInDays=30)
call("DescribeRetentionConfigurations")
call("DeleteRetentionConfiguration", RetentionConfigurationName="default")

try:
    client.delete_delivery_channel(DeliveryChannelName="default")
except client.exceptions.LastDeliveryChannelDeleteFailedException as error:
    refusal = error.response["Error"]
call("StopConfigurationRecorder", ConfigurationRecorderName="default")
call("DeleteDeliveryChannel", DeliveryChannelName="default")
call("DeleteConfigurationRecorder", ConfigurationRecorderName="default")

with open(none_file) as file:
    none = [ask_for_none(operation, arguments) for operation, arguments, *_ in json.load(file)]

print(json.dumps({"answers": answers, "paged": paged, "none": none, "refusal": refusal, "started": str(status["lastStartTime"])}, default=str))
