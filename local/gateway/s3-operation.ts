import type { Call, NeededRight, Operation } from './operation.ts';

/** Names the S3 operation behind a method, path and query, with the rights it needs. */
export function s3Operation(call: Call): Operation {
  const { pathname, searchParams: query } = new URL(call.path, 'http://s3');
  const [, bucket = '', ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const onBucket = (name: string, action: string) => operation(name, `s3:${action}`, `arn:aws:s3:::${bucket}`);
  const onObject = (name: string, action: string) => operation(name, `s3:${action}`, `arn:aws:s3:::${bucket}/${key}`);
  if (bucket === '') return operation('ListBuckets', 's3:ListAllMyBuckets', '*');
  if (query.has('delete')) return deleteObjects(bucket, call.body.toString());
  if (key === '')
    return call.method === 'HEAD' ? onBucket('HeadBucket', 'ListBucket') : onBucket('ListObjectsV2', 'ListBucket');
  switch (call.method) {
    case 'GET':
      return query.has('attributes')
        ? onObject('GetObjectAttributes', 'GetObjectAttributes')
        : onObject('GetObject', 'GetObject');
    case 'HEAD':
      return onObject('HeadObject', 'GetObject');
    case 'DELETE':
      return query.has('uploadId')
        ? onObject('AbortMultipartUpload', 'AbortMultipartUpload')
        : onObject('DeleteObject', 'DeleteObject');
    case 'POST':
      return onObject(query.has('uploads') ? 'CreateMultipartUpload' : 'CompleteMultipartUpload', 'PutObject');
    default:
      return put(call, query, onObject);
  }
}

function put(call: Call, query: URLSearchParams, onObject: (name: string, action: string) => Operation): Operation {
  const source = call.headers['x-amz-copy-source'];
  if (source === undefined) return onObject(query.has('uploadId') ? 'UploadPart' : 'PutObject', 'PutObject');
  const from = decodeURIComponent(source).replace(/^\//, '').replace(/\?.*$/, '');
  const written = onObject('CopyObject', 'PutObject');
  return { ...written, rights: [...written.rights, right('s3:GetObject', `arn:aws:s3:::${from}`)] };
}

function deleteObjects(bucket: string, body: string): Operation {
  const keys = [...body.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key ?? '');
  return {
    name: 'DeleteObjects',
    rights: keys.map((key) => right('s3:DeleteObject', `arn:aws:s3:::${bucket}/${key}`)),
  };
}

function operation(name: string, action: string, resource: string): Operation {
  return { name, rights: [right(action, resource)] };
}

function right(action: string, resource: string): NeededRight {
  return { action, resources: [resource] };
}
