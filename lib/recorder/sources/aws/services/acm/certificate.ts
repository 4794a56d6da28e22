import {
  ACMClient,
  type CertificateDetail,
  DescribeCertificateCommand,
  KeyAlgorithm,
  ListTagsForCertificateCommand,
  paginateListCertificates,
  type Tag,
} from '@aws-sdk/client-acm';
import type { AwsAccess } from '../../calls/access';
import { ignoreNotFound, optionalCall } from '../../calls/optional-call';
import { enrich, flattenPages } from '../../calls/pages';
import { camelCase } from '../../fields/casing';
import { tagsOf } from '../../fields/tags';
import { resourceType } from '../../resource-type';

interface WholeCertificate {
  certificate: CertificateDetail;
  tags: Tag[] | undefined;
}

/** ACM lists RSA keys of up to 2,048 bits only, unless it is asked for all. */
const everyKey = { keyTypes: Object.values(KeyAlgorithm) };

export const certificate = resourceType<WholeCertificate>({
  resourceType: 'AWS::ACM::Certificate',
  permissions: ['acm:ListCertificates', 'acm:DescribeCertificate', 'acm:ListTagsForCertificate'],
  list: (access) =>
    enrich(
      flattenPages(
        paginateListCertificates({ client: access.client(ACMClient) }, { Includes: everyKey }),
        ({ CertificateSummaryList }) => CertificateSummaryList,
      ),
      ({ CertificateArn }) => ignoreNotFound(['ResourceNotFoundException'], () => readWhole(access, CertificateArn)),
    ),
  describe: ({ certificate, tags }) => ({
    id: certificate.CertificateArn,
    arn: certificate.CertificateArn,
    createdAt: certificate.CreatedAt ?? certificate.ImportedAt,
    zone: 'Regional',
    tags: tagsOf(tags),
    configuration: camelCase(certificate),
    supplementaryConfiguration: { Tags: (tags ?? []).map((tag) => camelCase(tag)) },
  }),
});

async function readWhole(access: AwsAccess, CertificateArn: string | undefined): Promise<WholeCertificate> {
  const client = access.client(ACMClient);
  const { Certificate: certificate = {} } = await client.send(new DescribeCertificateCommand({ CertificateArn }));
  const tagged = await optionalCall(access, {
    permission: 'acm:ListTagsForCertificate',
    about: `certificate ${CertificateArn}`,
    call: () => client.send(new ListTagsForCertificateCommand({ CertificateArn })),
  });
  return { certificate, tags: tagged?.Tags };
}
