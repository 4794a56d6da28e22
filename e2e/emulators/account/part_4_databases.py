"""A database with a snapshot, and a cluster. The cluster has no member: moto gives every DB instance the same resource id."""

from account import tags


def build(account):
    place = account.made['network']['vpcs'][0]
    rds = account.client('rds')
    rds.create_db_subnet_group(
        DBSubnetGroupName='databases',
        DBSubnetGroupDescription='Subnets of databases',
        SubnetIds=place['subnets'],
        Tags=tags('databases'),
    )
    shared = {'DBSubnetGroupName': 'databases', 'VpcSecurityGroupIds': place['groups'][1:]}
    password = {'MasterUsername': 'root', 'MasterUserPassword': 'pass-word-1'}
    alone = rds.create_db_instance(
        DBInstanceIdentifier='orders',
        DBInstanceClass='db.t3.micro',
        Engine='postgres',
        AllocatedStorage=20,
        Tags=tags('orders'),
        **shared,
        **password,
    )['DBInstance']['DbiResourceId']
    rds.create_db_snapshot(DBSnapshotIdentifier='orders-before', DBInstanceIdentifier='orders')
    cluster = rds.create_db_cluster(
        DBClusterIdentifier='ledger', Engine='aurora-postgresql', Tags=tags('ledger'), **shared, **password
    )['DBCluster']['DbClusterResourceId']
    return {'instance': alone, 'snapshot': 'orders-before', 'cluster': cluster}
