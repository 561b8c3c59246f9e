import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound as NoSuchObject,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { NotFound } from '#platform/refusal.ts';
import type { Store } from './store.ts';

export interface S3Settings {
  /** Absent: Amazon's own. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A bucket of an S3-compatible service. An object appears when it is whole (S3, «PutObject»). */
export function s3Store({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings): Store {
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Services of an institution's own answer at one host name, and few of them know the newer checksums.
    forcePathStyle: endpoint !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const prefix = 'files/';
  const named = (key: string) => ({ Bucket: bucket, Key: prefix + key });
  return {
    has: (key) =>
      client.send(new HeadObjectCommand(named(key))).then(
        () => true,
        (cause: unknown) => {
          if (isAbsent(cause)) return false;
          throw cause;
        },
      ),
    put: async (key, path) => {
      const { size } = await stat(path);
      await client.send(new PutObjectCommand({ ...named(key), Body: createReadStream(path), ContentLength: size }));
    },
    read: async (key, range) => {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new GetObjectCommand({ ...named(key), Range })).catch((cause: unknown) => {
        throw isAbsent(cause) ? new NotFound(key) : cause;
      });
      // In Node the body is a Readable (AWS SDK for JavaScript 3, «Streams»).
      return Body as Readable;
    },
    keys: async function* () {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key.slice(prefix.length);
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(named(key)));
    },
  };
}

const isAbsent = (cause: unknown) => cause instanceof NoSuchKey || cause instanceof NoSuchObject;
